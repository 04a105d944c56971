// A line to fill in within the bar.
#include "ui/message_bar.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace lockstep {

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
    m_field->setText(m_question.text);
    m_field->selectAll();
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
    if (current() && !current()->questions.empty())
        withdraw(QString{current()->id});
    else
        showCurrent();
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
    const bool belongsToMessage = current() && !current()->questions.empty();
    if (!m_asking || belongsToMessage)
        return closeCurrent();
    showCurrent();
    emit emptied();
}

} // namespace lockstep
