#include "ui/table_card.h"
#include "core/wording.h"
#include "ui/find_bar.h"
#include "ui/row_search.h"
#include "ui/selection.h"
#include "ui/shown_rows.h"
#include "ui/sight.h"
#include "ui/words.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTableView>
#include <QCoreApplication>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace lockstep {

namespace {

constexpr int rowHeight = 34;
constexpr int headHeight = 30;

/// One line that ends in dots where its room ends: a clock cut in the middle would read as another.
class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QString text = fontMetrics().elidedText(this->text(), Qt::ElideRight, contentsRect().width());
        style()->drawItemText(&painter, contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(), text, foregroundRole());
    }
};

QTableView* makeTable(QAbstractItemModel* model, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setFixedHeight(headHeight);
    table->horizontalHeader()->setStretchLastSection(false);
    table->horizontalHeader()->setSectionsClickable(true);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicatorClearable(true);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setAccessibleName(QCoreApplication::translate("TableCard", "Rows of the timeline"));
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    return table;
}

/// Marking, linking, measuring, leaving out and nudging are the same wherever the rows were selected.
bool isOfChart(const QKeyEvent& key)
{
    if (key.modifiers() == Qt::NoModifier)
        return key.key() == Qt::Key_L || key.key() == Qt::Key_K || key.key() == Qt::Key_M || key.key() == Qt::Key_Delete;
    return (key.modifiers() & Qt::AltModifier) && (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right);
}

} // namespace

TableCard::TableCard(Selection& selection, Sight& sight, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_sight(sight)
    , m_model(new EventModel(this))
    , m_rows(new ShownRows(m_model, this))
    , m_count(new QLabel(this))
    , m_hidden(new QLabel(this))
    , m_showAll(new QPushButton(tr("Show all"), this))
    , m_filterButton(new QPushButton(tr("Filter"), this))
    , m_folded(new ElidedLabel(this))
    , m_foldedOutcome(new QLabel(this))
    , m_search(new RowSearch(this))
    , m_find(new FindBar(*m_search, selection, this))
    , m_clearFind(new QPushButton(tr("Clear filter"), this))
    , m_toggle(new QPushButton(this))
{
    setObjectName(QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(makeHead());
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    connect(m_clearFind, &QPushButton::clicked, m_find, &FindBar::close);
    connect(m_showAll, &QPushButton::clicked, &m_sight, &Sight::showAll);
    connect(m_filterButton, &QPushButton::clicked, this, &TableCard::filter);
    connect(&m_sight, &Sight::changed, this, &TableCard::followSight);
    connect(m_search, &RowSearch::changed, this, &TableCard::applyFilter);
    connect(&m_selection, &Selection::changed, this, &TableCard::followSelection);
    setOpen(false);
}

QTableView& TableCard::table()
{
    if (m_table)
        return *m_table;
    m_table = makeTable(m_rows, this);
    m_table->setVisible(m_isOpen);
    layout()->addWidget(m_table);
    m_table->installEventFilter(this);
    setColumnWidths();
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &TableCard::sort);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TableCard::followTable);
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](QPoint at) {
        const QModelIndex index = m_table->indexAt(at);
        if (index.isValid())
            emit menuRequested(m_rows->eventAt(index), m_table->viewport()->mapToGlobal(at));
    });
    return *m_table;
}

QHBoxLayout* TableCard::makeHead()
{
    const std::pair<QLabel*, const char*> labels[]
        = {{m_count, "section"}, {m_hidden, "notShown"}, {m_folded, "value"}, {m_foldedOutcome, "outcome"}};
    for (const auto& [label, name] : labels) {
        label->setTextFormat(Qt::PlainText);
        label->setObjectName(QLatin1String(name));
    }
    m_hidden->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    // A long row never widens the window.
    m_folded->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QPushButton* button : {m_toggle, m_clearFind, m_showAll, m_filterButton}) {
        button->setObjectName(QStringLiteral("link"));
        button->setCursor(Qt::PointingHandCursor);
    }
    auto* head = m_head = new QHBoxLayout;
    head->setContentsMargins(17, 4, 14, 4);
    head->setSpacing(16);
    m_filterButton->setAccessibleName(tr("Filter rows"));
    m_filterButton->setToolTip(tr("Choose which rows are shown  Ctrl+Shift+F"));
    head->addWidget(m_count);
    head->addWidget(m_hidden);
    head->addWidget(m_showAll);
    head->addWidget(m_filterButton);
    head->addWidget(m_find);
    head->addWidget(m_clearFind);
    head->addWidget(m_folded, 1000);
    head->addStretch(1);
    head->addWidget(m_foldedOutcome);
    head->addWidget(m_toggle);
    return head;
}

void TableCard::setColumnWidths()
{
    if (!m_table)
        return;
    const int widths[] = {72, 100, 192, 118, 330, 190, 78};
    for (int i = 0; i < EventModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, widths[i]);
    if (const int rows = m_model->rowCount(); rows > 0) {
        // The last row has the longest number, and in a log of days the longest clock.
        const auto wide = [&](int column) { return m_table->fontMetrics().horizontalAdvance(m_model->index(rows - 1, column).data().toString()) + 28; };
        for (const int column : {int{EventModel::Row}, int{EventModel::Utc}})
            m_table->setColumnWidth(column, std::clamp(wide(column), widths[column], 220));
        m_table->setColumnWidth(EventModel::Line, std::clamp(wide(EventModel::Line), widths[EventModel::Line], 180));
    }
    m_table->horizontalHeader()->setSectionResizeMode(EventModel::Text, QHeaderView::Stretch);
}

void TableCard::setView(const TimelineView* view)
{
    m_sorted.clear();
    m_model->setView(view);
    m_search->setView(view);
    const int rows = m_model->rowCount();
    m_count->setText(shown(counted(rows, "row")));
    // Widths a person set stay for as long as the rows do.
    if (std::exchange(m_sizedFor, rows) != rows)
        setColumnWidths();
    followSight();
    followSelection();
}

void TableCard::setOpen(bool open)
{
    const bool changed = m_isOpen != open;
    m_isOpen = open;
    m_toggle->setText(open ? tr("Fold the table \u25be") : tr("Show the table \u25b4"));
    if (open || m_table) {
        table().setVisible(open);
        table().setMinimumHeight(open ? headHeight + 3 * rowHeight : 0);
    }
    // Folded, the splitter cannot pull the card open over nothing.
    setMaximumHeight(open ? QWIDGETSIZE_MAX : sizeHint().height());
    applyFilter();
    followSelection();
    if (changed)
        emit openChanged(open);
}

void TableCard::showFolded()
{
    const EventId id = m_selection.current();
    const bool isShown = !m_isOpen && id > 0 && id <= m_model->rowCount();
    // Why nothing was found takes its place.
    const bool isNothing = !m_search->nothing().isEmpty();
    m_folded->setVisible(!m_isOpen && !isNothing);
    m_head->setStretchFactor(m_find, isNothing ? 1000 : 0);
    m_foldedOutcome->setVisible(isShown);
    const auto cell = [&](int column) { return m_model->index(id - 1, column).data().toString(); };
    if (!isShown) {
        m_folded->setText(m_model->rowCount() > 0 ? tr("Click a mark to see its row here.") : QString{});
        return;
    }
    QStringList cells;
    for (const int column : {EventModel::Row, EventModel::Utc, EventModel::Written, EventModel::LaneName, EventModel::Text})
        if (!cell(column).isEmpty())
            cells << cell(column);
    m_folded->setText(cells.join(QStringLiteral("     ")));
    // The table's own cells know which outcomes are bad news.
    const bool isBad = m_model->index(id - 1, EventModel::LookUp).data(Qt::ForegroundRole).isValid();
    m_foldedOutcome->setObjectName(isBad ? QStringLiteral("outcome") : QStringLiteral("value"));
    m_foldedOutcome->style()->unpolish(m_foldedOutcome);
    m_foldedOutcome->style()->polish(m_foldedOutcome);
    m_foldedOutcome->setText(cell(EventModel::LookUp));
}

void TableCard::editClock(EventId id)
{
    const QModelIndex index = m_rows->index(m_rows->placeOf(id), EventModel::Written);
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->edit(index);
}

/// The chart's keys mean the same here: without this a letter seeks a row, and F2 edits the cell it happens to be on.
bool TableCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (isOfChart(*key)) {
        emit chartKeyPressed(key);
        return true;
    }
    const bool isOnCell = m_table->currentIndex().flags().testFlag(Qt::ItemIsEditable);
    if (key->key() == Qt::Key_F2 && !isOnCell && m_selection.current() > 0) {
        editClock(m_selection.current());
        return true;
    }
    return false;
}

void TableCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_find->isAsked())
        return m_find->close();
    if (event->key() == Qt::Key_Escape && !m_sight.filter().isEmpty())
        return m_sight.setFilter({});
    QWidget::keyPressEvent(event);
}

} // namespace lockstep
