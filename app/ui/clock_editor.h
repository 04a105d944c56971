#pragma once
#include <QFrame>
#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace lockstep {

/// What is asked beside a mark.
struct Asked {
    QString prompt, value, hint;
    QRect beside;              ///< in the parent
    QStringList choices = {};  ///< a list under the field; none: no list
    /// Answers with a sentence when the text will not do. `choice`: index into choices.
    std::function<QString(const QString& text, int choice)> accept;
};

/// A small card beside a mark with one field: the time of a row or an edge, or the words of a new row.
class ClockEditor : public QFrame {
    Q_OBJECT
public:
    explicit ClockEditor(QWidget* parent);

    void ask(const Asked& asked);
    QLineEdit* field() { return m_field; }
    QComboBox* choices() { return m_choices; }

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    void answer();
    void say(const char* look, const QString& text);
    void close();

    QLabel* m_prompt;
    QLineEdit* m_field;
    QComboBox* m_choices;
    QLabel* m_hint;
    std::function<QString(const QString&, int)> m_accept;
};

} // namespace lockstep
