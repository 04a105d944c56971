#pragma once
#include <QWidget>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lockstep {

/// A line to fill in within the bar. `accept` answers with a sentence when the text will not do, else empty.
struct Question {
    QString prompt, placeholder, button;
    QString text = {}; ///< what stands there to be changed
    std::function<QString(const QString&)> accept;
};

/// One calm sentence above the chart, with what can be done about it.
struct Message {
    enum class Tone { Notice, Error };
    struct Action {
        QString text;
        std::function<void()> run;
    };
    /// A way out among several: a sentence, and the link that takes it.
    struct Choice {
        QString text, button;
        std::function<void()> run;
    };
    QString id;    ///< a later message with the same id takes the place of the earlier
    QString text;
    QString more;  ///< behind "Why?"; may be empty
    QString moreLabel; ///< what stands there instead of "Why?"
    Tone tone = Tone::Notice;
    std::vector<Action> actions;
    QString choicesLabel;        ///< the link that unfolds the choices: "Ways to fix"
    std::vector<Choice> choices; ///< one line each
    std::vector<Question> questions; ///< at most one: asked at once, under the text's place
};

/// The plain kinds: something to know, and something that failed.
Message noticeOf(const QString& id, const QString& text);
Message faultOf(const QString& id, const QString& text);

/// The one-line bar under the toolbar. Several messages queue; a person turns them like pages, and closing one
/// shows the next. Never modal.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void post(Message message);          ///< in front of the others
    void postBehind(Message message);    ///< at the end of the queue
    void withdraw(const QString& id);
    /// True when no message with this id is waiting, or it says or offers something else.
    bool differsFrom(const Message& message) const;
    void clear();
    void ask(Question question);         ///< turns the shown line into one to fill in
    bool isAsking() const { return m_asking; }
    QString text() const;                ///< of the message on show; empty for none
    std::size_t count() const { return m_messages.size(); }

    void closeCurrent();
    void turn(int step);                 ///< the next message or the one before; round the end

signals:
    void emptied();  ///< a question was answered or left, or the last message went: the chart takes the keyboard back

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    static QLabel* plainLabel(const QString& text, QWidget* parent);
    void showCurrent();
    void add(Message message, bool inFront);
    const Message* current() const { return m_messages.empty() ? nullptr : &m_messages[m_at]; }
    void addPager();
    void fillChoices(const Message& message);
    void addActions(const Message& message);
    QPushButton* addLink(const QString& text, std::function<void()> run);
    QPushButton* addLink(QHBoxLayout* row, const QString& text, std::function<void()> run);
    void answer();
    void leaveQuestion();
    void empty(QHBoxLayout* row);

    std::vector<Message> m_messages;
    std::size_t m_at = 0;            ///< the one on show
    QWidget* m_line = nullptr;
    QHBoxLayout* m_row = nullptr;
    QLabel* m_more = nullptr;
    QWidget* m_choices = nullptr;
    QLineEdit* m_field = nullptr;
    QLabel* m_fault = nullptr;
    Question m_question;
    bool m_asking = false;
};

} // namespace lockstep
