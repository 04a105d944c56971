#include "ui/message_bar.h"
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <algorithm>

namespace lockstep {

namespace {

/// A sentence to be selected from. Its sizes are told by the font: a label whose text can be selected lays a document out
/// for each size it is asked for.
class Sentence : public QLabel {
public:
    using QLabel::QLabel;

    QSize sizeHint() const override
    {
        const int wide = fontMetrics().horizontalAdvance(text()) + spare;
        return {wide, fontMetrics().height()};
    }
    QSize minimumSizeHint() const override { return {leastWidth, fontMetrics().height()}; }
    int heightForWidth(int width) const override
    {
        if (m_measured.isEmpty() || m_words != text() || m_font != font()) {
            m_measured.clear();
            m_words = text();
            m_font = font();
        }
        const auto known = m_measured.constFind(width);
        if (known != m_measured.cend())
            return *known;
        return *m_measured.insert(width, fontMetrics().boundingRect(0, 0, width - spare, QWIDGETSIZE_MAX, Qt::TextWordWrap, text()).height());
    }

private:
    static constexpr int spare = 4; ///< pixels: what a font says in whole pixels and a line that is broken may differ by less
    static constexpr int leastWidth = 160;
    mutable QHash<int, int> m_measured;
    mutable QString m_words;
    mutable QFont m_font;
};

} // namespace

Message noticeOf(const QString& id, const QString& text)
{
    Message message;
    message.id = id;
    message.text = text;
    return message;
}

Message faultOf(const QString& id, const QString& text)
{
    Message message = noticeOf(id, text);
    message.tone = Message::Tone::Error;
    return message;
}

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_StyledBackground);
    setObjectName(QStringLiteral("notice"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 6, 20, 6);
    column->setSpacing(2);
    m_line = new QWidget(this);
    m_row = new QHBoxLayout(m_line);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(14);
    column->addWidget(m_line);
    m_more = plainLabel({}, this);
    m_more->setContentsMargins(0, 2, 0, 4);
    column->addWidget(m_more);
    m_choices = new QWidget(this);
    auto* choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 2, 0, 4);
    choices->setSpacing(2);
    column->addWidget(m_choices);
    hide();
}

QLabel* MessageBar::plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->show();
    return label;
}

void MessageBar::add(Message message, bool inFront)
{
    const QString onShow = text().isEmpty() ? QString{} : current()->id;
    std::erase_if(m_messages, [&](const Message& other) { return other.id == message.id; });
    m_messages.insert(inFront ? m_messages.begin() : m_messages.end(), std::move(message));
    const auto same = std::ranges::find(m_messages, onShow, &Message::id);
    m_at = inFront || same == m_messages.end() ? 0 : static_cast<std::size_t>(same - m_messages.begin());
}

void MessageBar::post(Message message)
{
    add(std::move(message), true);
    showCurrent();
}

void MessageBar::postBehind(Message message)
{
    add(std::move(message), false);
    if (!m_asking)
        showCurrent();
}

bool MessageBar::differsFrom(const Message& message) const
{
    const auto same = std::ranges::find(m_messages, message.id, &Message::id);
    return same == m_messages.end() || same->text != message.text || same->more != message.more || same->actions.size() != message.actions.size();
}

void MessageBar::withdraw(const QString& id)
{
    const auto gone = std::ranges::find(m_messages, id, &Message::id);
    if (gone == m_messages.end())
        return;
    const auto at = static_cast<std::size_t>(gone - m_messages.begin());
    m_messages.erase(gone);
    if (at < m_at || m_at == m_messages.size())
        m_at = m_at > 0 ? m_at - 1 : 0;
    showCurrent();
}

void MessageBar::clear()
{
    m_messages.clear();
    showCurrent();
}

QString MessageBar::text() const
{
    return current() ? current()->text : QString{};
}

void MessageBar::closeCurrent()
{
    if (!current())
        return;
    const QString id = current()->id;
    withdraw(id);
    if (m_messages.empty())
        emit emptied();
}

void MessageBar::turn(int step)
{
    const auto count = static_cast<int>(m_messages.size());
    if (count < 2)
        return;
    m_at = static_cast<std::size_t>((static_cast<int>(m_at) + step + count) % count);
    showCurrent();
}

void MessageBar::empty(QHBoxLayout* row)
{
    // The button whose click brought us here is still on the stack: it goes later.
    while (QLayoutItem* item = row->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_field = nullptr;
    m_fault = nullptr;
    m_asking = false;
}

void MessageBar::showCurrent()
{
    empty(m_row);
    m_more->hide();
    m_choices->hide();
    setVisible(!m_messages.empty());
    if (m_messages.empty()) {
        m_at = 0;
        return;
    }
    const Message message = *current();
    setObjectName(message.tone == Message::Tone::Error ? QStringLiteral("error") : QStringLiteral("notice"));
    style()->unpolish(this);
    style()->polish(this);
    auto* sentence = new Sentence(m_line);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setText(message.text);
    sentence->setWordWrap(true);
    sentence->show();
    sentence->setAccessibleName(message.text);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence->setFocusPolicy(Qt::NoFocus);
    m_row->addWidget(sentence, 1);
    m_more->setText(message.more);
    fillChoices(message);
    addActions(message);
    if (!message.questions.empty())
        ask(message.questions.front());
}

void MessageBar::addActions(const Message& message)
{
    for (const Message::Action& action : message.actions)
        addLink(action.text, action.run);
    if (!message.more.isEmpty())
        addLink(message.moreLabel.isEmpty() ? tr("Why?") : message.moreLabel, [this] { m_more->setVisible(!m_more->isVisible()); });
    if (!message.choices.empty())
        addLink(message.choicesLabel, [this] { m_choices->setVisible(!m_choices->isVisible()); });
    if (m_messages.size() > 1)
        addPager();
    m_row->addSpacing(20);
    addLink(tr("Close"), [this] { closeCurrent(); });
}

void MessageBar::fillChoices(const Message& message)
{
    for (QWidget* old : m_choices->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly)) {
        m_choices->layout()->removeWidget(old);
        old->deleteLater(); // its button may be what brought us here
    }
    for (const Message::Choice& choice : message.choices) {
        auto* line = new QWidget(m_choices);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(14);
        QLabel* sentence = plainLabel(choice.text, line);
        sentence->setWordWrap(false);
        row->addWidget(sentence);
        QPushButton* button = addLink(row, choice.button, choice.run);
        button->setAccessibleName(choice.text);
        row->addStretch(1);
        m_choices->layout()->addWidget(line);
    }
}

void MessageBar::addPager()
{
    const auto add = [this](const QString& sign, const QString& name, int step) {
        QPushButton* button = addLink(sign, [this, step, name] {
            turn(step);
            // The buttons were made anew: whoever turned by the keyboard can go on turning.
            for (QPushButton* other : m_line->findChildren<QPushButton*>())
                if (other->isVisibleTo(m_line) && other->accessibleName() == name)
                    other->setFocus();
        });
        button->setAccessibleName(name);
        button->setToolTip(name);
    };
    m_row->addSpacing(12);
    add(QStringLiteral("\u2039"), tr("Message before"), -1);
    QLabel* place = plainLabel(tr("%1 of %2").arg(m_at + 1).arg(m_messages.size()), m_line);
    place->setWordWrap(false);
    m_row->addWidget(place);
    add(QStringLiteral("\u203a"), tr("Next message"), 1);
}

QPushButton* MessageBar::addLink(const QString& text, std::function<void()> run)
{
    return addLink(m_row, text, std::move(run));
}

QPushButton* MessageBar::addLink(QHBoxLayout* row, const QString& text, std::function<void()> run)
{
    auto* button = new QPushButton(text, row->parentWidget());
    button->setObjectName(QStringLiteral("link"));
    button->setCursor(Qt::PointingHandCursor);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    row->addWidget(button);
    button->show();
    return button;
}

} // namespace lockstep
