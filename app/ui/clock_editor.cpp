#include "ui/clock_editor.h"
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

ClockEditor::ClockEditor(QWidget* parent)
    : QFrame(parent)
    , m_prompt(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    for (QLabel* label : {m_prompt, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_prompt->setObjectName(QStringLiteral("section"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(6);
    column->addWidget(m_prompt);
    column->addWidget(m_field);
    column->addWidget(m_hint);
    setFixedWidth(330);
    connect(m_field, &QLineEdit::returnPressed, this, &ClockEditor::answer);
    hide();
}

void ClockEditor::ask(EventId id, const QString& prompt, const QString& clock, QRect beside,
    std::function<QString(EventId, QString)> accept)
{
    m_event = id;
    m_accept = std::move(accept);
    m_prompt->setText(prompt);
    m_field->setText(clock);
    m_field->setAccessibleName(prompt);
    m_hint->setObjectName(QStringLiteral("muted"));
    m_hint->setText(tr("Such as 10:36, or 23:36 Washington. Enter takes it, Esc leaves it."));
    adjustSize();
    const int right = parentWidget()->width() - width() - 8;
    const int bottom = parentWidget()->height() - height() - 8;
    const int below = beside.bottom() + 12;
    const int y = below <= bottom ? below : beside.top() - height() - 12;
    move(std::clamp(beside.left(), 8, std::max(8, right)), std::clamp(y, 8, std::max(8, bottom)));
    show();
    raise();
    m_field->setFocus();
    m_field->selectAll();
}

void ClockEditor::answer()
{
    const QString fault = m_accept ? m_accept(m_event, m_field->text().trimmed()) : QString{};
    if (fault.isEmpty())
        return close();
    m_hint->setObjectName(QStringLiteral("fault"));
    style()->unpolish(m_hint);
    style()->polish(m_hint);
    m_hint->setText(fault);
    adjustSize();
    m_field->selectAll();
}

void ClockEditor::close()
{
    hide();
    emit closed();
}

void ClockEditor::keyPressEvent(QKeyEvent* event)
{
    // What the field leaves over is not for the chart beneath: Enter there would ask again.
    event->accept();
    if (event->key() == Qt::Key_Escape)
        close();
}

} // namespace lockstep
