#pragma once
#include "core/timeline.h"
#include <QFrame>
#include <functional>

class QLabel;
class QLineEdit;

namespace lockstep {

/// A small card beside a mark with one field: the time of that row.
class ClockEditor : public QFrame {
    Q_OBJECT
public:
    explicit ClockEditor(QWidget* parent);

    /// `accept` answers with a sentence when the text will not do.
    void ask(EventId id, const QString& prompt, const QString& clock, QRect beside, std::function<QString(EventId, QString)> accept);
    QLineEdit* field() { return m_field; }

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    void answer();
    void close();

    QLabel* m_prompt;
    QLineEdit* m_field;
    QLabel* m_hint;
    EventId m_event = 0;
    std::function<QString(EventId, QString)> m_accept;
};

} // namespace lockstep
