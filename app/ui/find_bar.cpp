#include "ui/find_bar.h"
#include "core/grouped.h"
#include "ui/row_search.h"
#include "ui/selection.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <utility>

namespace lockstep {

namespace {

QToolButton* arrow(const QString& sign, const QString& name, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("link"));
    button->setText(sign);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString number(std::size_t count)
{
    return QString::fromStdString(grouped(static_cast<long long>(count)));
}

} // namespace

FindBar::FindBar(RowSearch& search, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_search(search)
    , m_selection(selection)
    , m_field(new QLineEdit(this))
    , m_place(new QLabel(this))
    , m_before(arrow(QStringLiteral("\u2039"), tr("The one before"), tr("The one before  Shift+F3"), this))
    , m_next(arrow(QStringLiteral("\u203a"), tr("The next"), tr("The next  F3"), this))
    , m_nothing(new QLabel(this))
{
    m_field->setPlaceholderText(tr("Find   Ctrl+F"));
    m_field->setAccessibleName(tr("Find rows"));
    m_field->setAccessibleDescription(tr("Words, a lane, a row number or a clock such as 10:41 Vietnam. \"Words in quotes\" stand side by side."));
    m_field->setToolTip(m_field->accessibleDescription());
    m_field->setFixedWidth(230);
    m_field->installEventFilter(this);
    for (QLabel* label : {m_place, m_nothing}) {
        label->setTextFormat(Qt::PlainText);
        label->setObjectName(QStringLiteral("muted"));
    }
    // A long sentence never widens the window.
    m_nothing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_field);
    row->addWidget(m_before);
    row->addWidget(m_place);
    row->addWidget(m_next);
    row->addWidget(m_nothing, 1);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::take);
    connect(m_before, &QToolButton::clicked, this, [this] { goOn(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goOn(1); });
    connect(&m_search, &RowSearch::changed, this, &FindBar::showFound);
    connect(&m_selection, &Selection::changed, this, &FindBar::showPlace);
    showFound();
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::start()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::take(const QString& text)
{
    if (!m_search.isAsked())
        m_start = m_selection.current();
    m_isTyping = true;
    m_field->setClearButtonEnabled(true); // not before: for its picture every image plug-in is looked at
    m_search.look(text);
}

void FindBar::goOn(int step)
{
    if (!isAsked())
        return start();
    if (const EventId row = m_search.neighbour(m_selection.current() > 0 ? m_selection.current() : m_start, step); row > 0)
        m_selection.choose(row);
}

void FindBar::close()
{
    m_field->clear();
}

void FindBar::showFound()
{
    const bool isFirst = m_search.isDone() && std::exchange(m_isTyping, false);
    const EventId first = isFirst ? m_search.from(m_start) : 0;
    if (first > 0 && first != m_selection.current())
        m_selection.choose(first);
    showPlace();
}

void FindBar::showPlace()
{
    const std::size_t count = m_search.hits().size();
    const int place = m_search.placeOf(m_selection.current());
    for (QWidget* widget : {static_cast<QWidget*>(m_before), static_cast<QWidget*>(m_place), static_cast<QWidget*>(m_next)})
        widget->setVisible(count > 0);
    if (place > 0)
        m_place->setText(tr("%1 of %2").arg(number(static_cast<std::size_t>(place)), number(count)));
    else
        m_place->setText(count == 1 ? tr("1 row") : tr("%1 rows").arg(number(count)));
    m_nothing->setText(m_search.nothing());
    m_nothing->setVisible(!m_nothing->text().isEmpty());
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: goOn(key->modifiers() & Qt::ShiftModifier ? -1 : 1); return true;
    case Qt::Key_Down: goOn(1); return true;
    case Qt::Key_Up: goOn(-1); return true;
    case Qt::Key_Escape:
        close();
        emit closed();
        return true;
    default: return false;
    }
}

} // namespace lockstep
