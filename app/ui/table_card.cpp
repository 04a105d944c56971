#include "ui/table_card.h"
#include "ui/find_bar.h"
#include "ui/row_search.h"
#include "ui/selection.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStyle>
#include <QTableView>
#include <QCoreApplication>
#include <QVBoxLayout>

namespace lockstep {

namespace {

constexpr int rowHeight = 34;
constexpr int headHeight = 30;

/// The rows that a search has found; all of them while there is none.
class RowFilter : public QSortFilterProxyModel {
public:
    RowFilter(const RowSearch& search, QObject* parent) : QSortFilterProxyModel(parent), m_search(search) {}
    void apply() { invalidateFilter(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override { return !m_search.isAsked() || m_search.contains(row + 1); }

private:
    const RowSearch& m_search;
};

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
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setAccessibleName(QCoreApplication::translate("TableCard", "Rows of the timeline"));
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    return table;
}

/// Marking, linking, leaving out and nudging are the same wherever the rows were selected.
bool isOfChart(const QKeyEvent& key)
{
    if (key.modifiers() == Qt::NoModifier)
        return key.key() == Qt::Key_L || key.key() == Qt::Key_K || key.key() == Qt::Key_Delete;
    return (key.modifiers() & Qt::AltModifier) && (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right);
}

} // namespace

TableCard::TableCard(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new EventModel(this))
    , m_count(new QLabel(this))
    , m_folded(new ElidedLabel(this))
    , m_foldedOutcome(new QLabel(this))
    , m_search(new RowSearch(this))
    , m_find(new FindBar(*m_search, selection, this))
    , m_clearFind(new QPushButton(tr("Clear filter"), this))
    , m_toggle(new QPushButton(this))
{
    setObjectName(QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    m_filter = new RowFilter(*m_search, this);
    m_filter->setSourceModel(m_model);
    m_table = makeTable(m_filter, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addWidget(m_table);
    m_table->installEventFilter(this);
    setColumnWidths();
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    connect(m_clearFind, &QPushButton::clicked, m_find, &FindBar::close);
    connect(m_search, &RowSearch::changed, this, &TableCard::applyFilter);
    connect(&m_selection, &Selection::changed, this, &TableCard::followSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TableCard::followTable);
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](QPoint at) {
        const QModelIndex index = m_table->indexAt(at);
        if (index.isValid())
            emit menuRequested(m_model->eventAt(m_filter->mapToSource(index).row()), m_table->viewport()->mapToGlobal(at));
    });
    setOpen(false);
}

QHBoxLayout* TableCard::makeHead()
{
    const std::pair<QLabel*, const char*> labels[]
        = {{m_count, "section"}, {m_folded, "value"}, {m_foldedOutcome, "outcome"}};
    for (const auto& [label, name] : labels) {
        label->setTextFormat(Qt::PlainText);
        label->setObjectName(QLatin1String(name));
    }
    // A long row never widens the window.
    m_folded->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QPushButton* button : {m_toggle, m_clearFind}) {
        button->setObjectName(QStringLiteral("link"));
        button->setCursor(Qt::PointingHandCursor);
    }
    auto* head = m_head = new QHBoxLayout;
    head->setContentsMargins(17, 4, 14, 4);
    head->setSpacing(16);
    head->addWidget(m_count);
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
    const int widths[] = {56, 100, 192, 118, 330, 190, 70};
    for (int i = 0; i < EventModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, widths[i]);
    m_table->horizontalHeader()->setSectionResizeMode(EventModel::Text, QHeaderView::Stretch);
}

void TableCard::setView(const TimelineView* view)
{
    m_model->setView(view);
    m_search->setView(view);
    const int rows = m_model->rowCount();
    m_count->setText(rows == 1 ? tr("1 row") : tr("%1 rows").arg(rows));
    applyFilter();
    followSelection();
}

void TableCard::setOpen(bool open)
{
    const bool changed = m_isOpen != open;
    m_isOpen = open;
    m_toggle->setText(open ? tr("Fold the table \u25be") : tr("Show the table \u25b4"));
    m_table->setVisible(open);
    m_table->setMinimumHeight(open ? headHeight + 3 * rowHeight : 0);
    // Folded, the splitter cannot pull the card open over nothing.
    setMaximumHeight(open ? QWIDGETSIZE_MAX : sizeHint().height());
    applyFilter();
    followSelection();
    if (changed)
        emit openChanged(open);
}

void TableCard::applyFilter()
{
    m_isFollowing = true;
    if (m_isOpen)
        static_cast<RowFilter*>(m_filter)->apply();
    m_isFollowing = false;
    m_clearFind->setVisible(m_isOpen && m_find->isAsked());
    showFolded();
    if (m_isOpen)
        followSelection();
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
    const QModelIndex index = m_filter->mapFromSource(m_model->index(id - 1, EventModel::Written));
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->edit(index);
}

void TableCard::followSelection()
{
    if (m_isFollowing)
        return;
    showFolded();
    m_isFollowing = true;
    QItemSelection rows;
    for (const EventId id : m_selection.events()) {
        const QModelIndex index = m_filter->mapFromSource(m_model->index(id - 1, 0));
        if (index.isValid())
            rows.select(index, index);
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QModelIndex current = m_filter->mapFromSource(m_model->index(m_selection.current() - 1, m_table->currentIndex().isValid() ? m_table->currentIndex().column() : 0));
    if (current.isValid()) {
        m_table->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(current);
    }
    m_isFollowing = false;
}

void TableCard::followTable()
{
    if (m_isFollowing || !m_isOpen)
        return;
    std::set<EventId> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.insert(m_model->eventAt(m_filter->mapToSource(index).row()));
    if (rows.empty())
        return;
    const QModelIndex current = m_filter->mapToSource(m_table->currentIndex());
    const EventId id = current.isValid() ? m_model->eventAt(current.row()) : *rows.rbegin();
    m_isFollowing = true;
    m_selection.choose(rows, rows.contains(id) ? id : *rows.rbegin());
    m_isFollowing = false;
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
    QWidget::keyPressEvent(event);
}

} // namespace lockstep
