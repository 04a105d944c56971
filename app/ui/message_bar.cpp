#include "ui/message_bar.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <algorithm>

namespace lockstep {

namespace {

QLabel* plainLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->show();
    return label;
}

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
    hide();
}

void MessageBar::post(Message message)
{
    std::erase_if(m_messages, [&](const Message& other) { return other.id == message.id; });
    m_messages.insert(m_messages.begin(), std::move(message));
    showFront();
}

void MessageBar::postBehind(Message message)
{
    std::erase_if(m_messages, [&](const Message& other) { return other.id == message.id; });
    m_messages.push_back(std::move(message));
    if (!m_asking)
        showFront();
}

bool MessageBar::differsFrom(const Message& message) const
{
    const auto same = std::ranges::find(m_messages, message.id, &Message::id);
    return same == m_messages.end() || same->text != message.text || same->more != message.more || same->actions.size() != message.actions.size();
}

void MessageBar::withdraw(const QString& id)
{
    if (std::erase_if(m_messages, [&](const Message& other) { return other.id == id; }) > 0)
        showFront();
}

void MessageBar::clear()
{
    m_messages.clear();
    showFront();
}

QString MessageBar::text() const
{
    return m_messages.empty() ? QString{} : m_messages.front().text;
}

void MessageBar::closeCurrent()
{
    if (m_messages.empty())
        return;
    m_messages.erase(m_messages.begin());
    showFront();
    if (m_messages.empty())
        emit emptied();
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

void MessageBar::showFront()
{
    empty(m_row);
    m_more->hide();
    setVisible(!m_messages.empty());
    if (m_messages.empty())
        return;
    const Message message = m_messages.front();
    setObjectName(message.tone == Message::Tone::Error ? QStringLiteral("error") : QStringLiteral("notice"));
    style()->unpolish(this);
    style()->polish(this);
    auto* sentence = plainLabel(message.text, m_line);
    sentence->setAccessibleName(message.text);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence->setFocusPolicy(Qt::NoFocus);
    m_row->addWidget(sentence, 1);
    m_more->setText(message.more);
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
    if (m_messages.size() > 1)
        m_row->addWidget(plainLabel(tr("1 of %1").arg(m_messages.size()), m_line));
    m_row->addSpacing(20);
    addLink(tr("Close"), [this] { closeCurrent(); });
}

void MessageBar::addLink(const QString& text, std::function<void()> run)
{
    auto* button = new QPushButton(text, m_line);
    button->setObjectName(QStringLiteral("link"));
    button->setCursor(Qt::PointingHandCursor);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_row->addWidget(button);
    button->show();
}

void MessageBar::ask(Question question)
{
    empty(m_row);
    m_question = std::move(question);
    m_asking = true;
    show();
    auto* prompt = plainLabel(m_question.prompt, m_line);
    prompt->setWordWrap(false);
    m_row->addWidget(prompt);
    m_field = new QLineEdit(m_line);
    m_field->setObjectName(QStringLiteral("answer"));
    m_field->setPlaceholderText(m_question.placeholder);
    m_field->setAccessibleName(m_question.prompt);
    m_field->setFixedWidth(240);
    m_row->addWidget(m_field);
    m_field->show();
    m_fault = plainLabel({}, m_line);
    connect(m_field, &QLineEdit::returnPressed, this, &MessageBar::answer);
    addLink(m_question.button, [this] { answer(); });
    m_row->addWidget(m_fault, 1);
    addLink(tr("Cancel"), [this] { leaveQuestion(); });
    m_field->setFocus();
}

void MessageBar::answer()
{
    if (!m_field)
        return;
    const QString fault = m_question.accept(m_field->text().trimmed());
    // Accepting may have brought another message on show: then there is nothing left to close here.
    if (!m_asking || !m_field)
        return;
    if (!fault.isEmpty()) {
        m_fault->setText(fault);
        m_field->selectAll();
        return;
    }
    if (!m_messages.empty() && !m_messages.front().questions.empty())
        m_messages.erase(m_messages.begin());
    showFront();
    emit emptied();
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    leaveQuestion();
}

void MessageBar::leaveQuestion()
{
    const bool belongsToMessage = !m_messages.empty() && !m_messages.front().questions.empty();
    if (!m_asking || belongsToMessage)
        return closeCurrent();
    showFront();
    emit emptied();
}

} // namespace lockstep
