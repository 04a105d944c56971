#include "ui/filter_popup.h"
#include "core/grouped.h"
#include "core/kind_words.h"
#include "core/row_filter.h"
#include "core/wording.h"
#include "ui/look.h"
#include "ui/sight.h"
#include "ui/words.h"
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

namespace {

constexpr int valueRole = Qt::UserRole;
constexpr int wide = 340, mostTall = 560, edges = 12, paddings = 8, footHeight = 34;

QString outcomeTitle(Outcome outcome)
{
    if (outcome == Outcome::None)
        return FilterPopup::tr("Nothing known");
    QString words = shown(outcomeWords(outcome));
    words[0] = words[0].toUpper();
    return words;
}

} // namespace

FilterPopup::FilterPopup(Sight& sight, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_sight(sight)
    , m_tree(new QTreeWidget(this))
    , m_sentence(new QLabel(this))
    , m_all(new QPushButton(tr("Show all"), this))
{
    setObjectName(QStringLiteral("popup"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(18);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setAccessibleName(tr("Rows in sight"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(QStringLiteral("muted"));
    m_all->setObjectName(QStringLiteral("link"));
    m_all->setCursor(Qt::PointingHandCursor);
    m_all->setFixedHeight(footHeight - 4);
    m_sentence->setFixedHeight(footHeight - 4);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(14, 2, 8, 0);
    foot->addWidget(m_sentence, 1);
    foot->addWidget(m_all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, paddings, 1, paddings);
    column->setSpacing(4);
    column->addWidget(m_tree);
    column->addLayout(foot);
    m_applying.setSingleShot(true);
    m_applying.setInterval(0);
    connect(&m_applying, &QTimer::timeout, this, &FilterPopup::apply);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this] { m_applying.start(); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_sight.showAll();
        hide();
    });
    connect(&m_sight, &Sight::changed, this, &FilterPopup::showSentence);
}

void FilterPopup::open(const TimelineView& view, QWidget* over)
{
    fill(view);
    showSentence();
    int rows = 0;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        rows += 1 + m_tree->topLevelItem(i)->childCount();
    const QRect screen = over->screen()->availableGeometry();
    const QPoint corner = over->mapToGlobal(QPoint{});
    const int wanted = rows * std::max(1, m_tree->sizeHintForRow(0)) + footHeight + 3 * paddings;
    const int tall = std::min({mostTall, corner.y() - screen.top() - 2 * edges, wanted});
    setGeometry(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - wide)), std::max(screen.top(), corner.y() - tall - 4), wide, tall);
    show();
    m_tree->setFocus();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

QTreeWidgetItem* FilterPopup::addSection(Section section, const QString& title)
{
    auto* item = new QTreeWidgetItem(m_tree, {title});
    item->setData(0, valueRole, section);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
    QFont font = m_tree->font();
    font.setWeight(QFont::DemiBold);
    item->setFont(0, font);
    return item;
}

void FilterPopup::add(QTreeWidgetItem* section, const QString& name, const QVariant& value, int rows, bool isShown)
{
    auto* item = new QTreeWidgetItem(section, {name, QString::fromStdString(grouped(rows))});
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren);
    item->setCheckState(0, isShown ? Qt::Checked : Qt::Unchecked);
    item->setData(0, valueRole, value);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setForeground(1, Look::ofDesktop().muted); // this window keeps the colours it was made with
}

void FilterPopup::fill(const TimelineView& view)
{
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    const RowCounts counts = countedRows(view);
    const RowFilter& filter = m_sight.filter();
    const Timeline& record = view.record();
    if (record.lanes.size() > 1) {
        QTreeWidgetItem* lanes = addSection(Lanes, tr("Lanes"));
        for (std::size_t i = 0; i < record.lanes.size(); ++i)
            add(lanes, shown(record.lanes[i].role), QString::fromStdString(record.lanes[i].role), counts.lanes[i],
                !filter.lanes.contains(record.lanes[i].role) && !m_sight.isLaneHidden(record.lanes[i].role));
    }
    if (counts.kinds.size() > 1) {
        QTreeWidgetItem* kinds = addSection(Kinds, tr("Kinds"));
        for (const auto& [kind, rows] : counts.kinds)
            add(kinds, shown(kindTitle(kind)), static_cast<int>(kind), rows, !filter.kinds.contains(kind));
    }
    if (!counts.outcomes.empty()) {
        QTreeWidgetItem* outcomes = addSection(Outcomes, tr("What look-ups met"));
        for (auto outcome = counts.outcomes.rbegin(); outcome != counts.outcomes.rend(); ++outcome)
            add(outcomes, outcomeTitle(outcome->first), static_cast<int>(outcome->first), outcome->second, !filter.outcomes.contains(outcome->first));
    }
    if (record.sources.size() > 1) {
        QTreeWidgetItem* files = addSection(Files, tr("Files"));
        for (std::size_t i = 0; i < record.sources.size(); ++i)
            add(files, shown(record.sources[i].name), static_cast<int>(i), counts.files[i], !filter.files.contains(static_cast<int>(i)));
    }
    m_tree->expandAll();
}

/// What has no line here, as the rows of today have none of it, stays as it was.
RowFilter FilterPopup::ticked() const
{
    RowFilter filter = m_sight.filter();
    const auto isOfStudy = [this](const QVariant& lane) { return m_sight.isLaneHidden(bytes(lane.toString())); };
    const auto take = [](auto& set, const auto& value, bool isShown) {
        if (isShown)
            set.erase(value);
        else
            set.insert(value);
    };
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* section = m_tree->topLevelItem(i);
        for (int k = 0; k < section->childCount(); ++k) {
            const QVariant value = section->child(k)->data(0, valueRole);
            const bool isShown = section->child(k)->checkState(0) == Qt::Checked;
            switch (section->data(0, valueRole).toInt()) {
            case Lanes: take(filter.lanes, bytes(value.toString()), isShown || isOfStudy(value)); break;
            case Kinds: take(filter.kinds, static_cast<Kind>(value.toInt()), isShown); break;
            case Outcomes: take(filter.outcomes, static_cast<Outcome>(value.toInt()), isShown); break;
            default: take(filter.files, value.toInt(), isShown);
            }
        }
    }
    return filter;
}

/// A lane that the study hides is shown by the study again.
std::set<std::string> FilterPopup::unhidden() const
{
    std::set<std::string> lanes;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* section = m_tree->topLevelItem(i);
        for (int k = 0; section->data(0, valueRole).toInt() == Lanes && k < section->childCount(); ++k)
            if (section->child(k)->checkState(0) == Qt::Checked)
                lanes.insert(bytes(section->child(k)->data(0, valueRole).toString()));
    }
    return lanes;
}

void FilterPopup::apply()
{
    m_sight.setFilter(ticked());
    m_sight.unhide(unhidden());
    showSentence();
}

void FilterPopup::showSentence()
{
    m_sentence->setText(m_sight.hidden() ? m_sight.sentence() : tr("All rows are shown."));
    m_all->setVisible(!m_sight.filter().isEmpty() || m_sight.hidden());
}

void FilterPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace lockstep
