#include "ui/clock_editor.h"
#include <QComboBox>
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
    , m_choices(new QComboBox(this))
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
    column->addWidget(m_choices);
    column->addWidget(m_hint);
    setFixedWidth(330);
    connect(m_field, &QLineEdit::returnPressed, this, &ClockEditor::answer);
    hide();
}

void ClockEditor::ask(const Asked& asked)
{
    m_accept = asked.accept;
    m_prompt->setText(asked.prompt);
    m_field->setText(asked.value);
    m_field->setAccessibleName(asked.prompt);
    m_choices->clear();
    m_choices->addItems(asked.choices);
    m_choices->setAccessibleName(tr("Kind"));
    m_choices->setVisible(!asked.choices.isEmpty());
    say("muted", asked.hint);
    const QRect beside = asked.beside;
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
    const QString fault = m_accept ? m_accept(m_field->text().trimmed(), m_choices->currentIndex()) : QString{};
    if (fault.isEmpty())
        return close();
    say("fault", fault);
    m_field->selectAll();
}

void ClockEditor::say(const char* look, const QString& text)
{
    m_hint->setObjectName(QLatin1String(look));
    style()->unpolish(m_hint);
    style()->polish(m_hint);
    m_hint->setText(text);
    adjustSize();
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
    // The list of kinds leaves Enter over; the field has taken it already.
    if (m_choices->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        answer();
}

} // namespace lockstep
