#include "ui/read_out.h"
#include "ui/words.h"
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

namespace {

constexpr int widest = 400;
constexpr int away = 22;

QLabel* plain(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(QLatin1String(name));
    return label;
}

} // namespace

ReadOut::ReadOut(QWidget* parent)
    : QWidget(parent)
    , m_title(plain(this, "readOutTitle"))
    , m_grid(new QGridLayout)
    , m_notes(plain(this, "readOutNotes"))
{
    setObjectName(QStringLiteral("readOut"));
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_notes->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 11);
    column->setSpacing(6);
    column->addWidget(m_title);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(2);
    column->addLayout(m_grid);
    column->addWidget(m_notes);
    hide();
}

QLabel* ReadOut::cell(int row, int column)
{
    if (QLayoutItem* item = m_grid->itemAtPosition(row, column))
        return qobject_cast<QLabel*>(item->widget());
    QLabel* made = plain(this, column == 1 ? "readOutClock" : "readOutCell");
    m_grid->addWidget(made, row, column, column == 2 ? Qt::AlignRight : Qt::AlignLeft);
    return made;
}

void ReadOut::fill(const DragCard& card)
{
    m_card = card;
    m_title->setText(shown(card.title));
    const int rows = std::max(m_grid->rowCount(), static_cast<int>(card.clocks.size()));
    for (int row = 0; row < rows; ++row) {
        const bool isUsed = static_cast<std::size_t>(row) < card.clocks.size();
        const DragCard::Clock clock = isUsed ? card.clocks[static_cast<std::size_t>(row)] : DragCard::Clock{};
        const QString words[] = {shown(clock.place), shown(clock.was) + QStringLiteral(" \u2192 ") + shown(clock.now), shown(clock.by)};
        for (int column = 0; column < 3; ++column) {
            cell(row, column)->setText(words[column]);
            cell(row, column)->setVisible(isUsed);
        }
    }
    QStringList notes;
    for (const std::string& note : card.notes) // a count and what it comes to stay on one line
        notes << shown(note).replace(QStringLiteral(" \u2192 "), QStringLiteral("\u00a0\u2192\u00a0"));
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
}

void ReadOut::showAt(QPoint at, const DragCard& card)
{
    if (!(card == m_card) || isHidden())
        fill(card);
    // Before it is first shown its letters have no look yet, and so no size.
    for (QLabel* label : findChildren<QLabel*>())
        label->ensurePolished();
    m_grid->invalidate(); // the layout around it does not pass that on
    layout()->invalidate();
    m_notes->setMaximumWidth(widest);
    const int width = std::clamp(sizeHint().width(), 220, std::min(widest, parentWidget()->width() - 2 * away));
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    QPoint corner = at + QPoint(away, away);
    if (corner.x() + width > parentWidget()->width())
        corner.setX(std::max(0, at.x() - away - width));
    if (corner.y() + height > parentWidget()->height())
        corner.setY(std::max(0, at.y() - away - height));
    setGeometry(QRect(corner, QSize(width, height)));
    raise();
    show();
}

QString ReadOut::text() const
{
    QStringList lines{m_title->text()};
    for (const DragCard::Clock& clock : m_card.clocks)
        lines << QStringLiteral("%1 %2 \u2192 %3 %4").arg(shown(clock.place), shown(clock.was), shown(clock.now), shown(clock.by)).trimmed();
    for (const std::string& note : m_card.notes)
        lines << shown(note);
    return lines.join(QLatin1Char('\n'));
}

} // namespace lockstep
