#include "ui/compare_table.h"
#include "chart/painting.h"
#include "core/compare_figures.h"
#include "ui/look.h"
#include "ui/words.h"
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <algorithm>

namespace lockstep {

namespace {

constexpr int lineHeight = 32;
constexpr int leastColumn = 176; ///< pixels: a mark and "would not have happened" at their side
constexpr int mostTitle = 240;
constexpr int rowData = Qt::UserRole;

/// A look-up's mark as the chart draws it: the shape tells what became of it, not the colour alone.
QIcon markOf(Outcome outcome, LaneId lane, qreal ratio)
{
    constexpr int side = 30;
    const Theme& theme = Look::ofDesktop().theme();
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, {side / 2.0, side / 2.0}, 12, {.kind = Kind::Read, .outcome = outcome, .dropped = false, .colour = theme.lane(lane), .overlaps = false}, theme);
    return QIcon(picture);
}

} // namespace

CompareTable::CompareTable(QWidget* parent)
    : QTableWidget(parent)
{
    setAccessibleName(tr("Look-ups and figures side by side"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setIconSize(QSize(30, 30));
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setMinimumSectionSize(leastColumn);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row) {
        const QTableWidgetItem* chosen = item(row, 0);
        if (chosen && chosen->data(rowData).toInt() > 0)
            emit rowChosen(chosen->data(rowData).toInt());
    });
}

void CompareTable::fill(const SideBySide& sides)
{
    const QSignalBlocker quiet(this);
    const int across = horizontalScrollBar()->value(), down = verticalScrollBar()->value();
    clear();
    setRowCount(0);
    addHead(sides);
    addLines(sides, lookUpLines(sides), true);
    addLines(sides, figureLines(sides), false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    setColumnWidth(0, std::min(sizeHintForColumn(0), mostTitle));
    setVisible(rowCount() > 0);
    horizontalScrollBar()->setValue(across);
    verticalScrollBar()->setValue(down);
}

void CompareTable::addHead(const SideBySide& sides)
{
    setColumnCount(static_cast<int>(sides.others.size()) + 2);
    setHorizontalHeaderItem(0, new QTableWidgetItem(tr("Look-up or figure")));
    int column = 1;
    for (const NamedView& view : sides.all()) {
        auto* head = new QTableWidgetItem(shown(view.name));
        head->setToolTip(forTip(shown(view.name)));
        setHorizontalHeaderItem(column++, head);
    }
}

/// A line that differs stands in full, the what-if's own answer bold; where all agree it steps back.
void CompareTable::addLines(const SideBySide& sides, const std::vector<ComparedLine>& lines, bool areLookUps)
{
    const Look look = Look::ofDesktop();
    for (const ComparedLine& line : lines) {
        const int at = rowCount();
        insertRow(at);
        const bool differs = line.differs();
        const auto put = [&](int column, const std::string& text, bool isStrong) {
            auto* cell = new QTableWidgetItem(shown(text));
            cell->setData(rowData, line.row);
            cell->setFont(look.theme().font(14, isStrong ? QFont::DemiBold : QFont::Normal));
            cell->setToolTip(forTip(shown(text)));
            if (!differs)
                cell->setForeground(look.muted);
            setItem(at, column, cell);
            return cell;
        };
        put(0, line.title, differs);
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            const ComparedLine::Cell& cell = line.cells[i];
            auto* made = put(static_cast<int>(i) + 1, cell.words, differs && i + 1 == line.cells.size());
            if (areLookUps && cell.outcome != Outcome::None)
                made->setIcon(markOf(cell.outcome, line.row > 0 ? sides.now.view->event(line.row).lane : 0, devicePixelRatioF()));
        }
    }
}

} // namespace lockstep
