#include "ui/event_model.h"
#include "chart/theme.h"
#include "core/link_faults.h"
#include "core/wording.h"
#include "ui/figures.h"
#include "ui/look.h"
#include "ui/words.h"
#include <algorithm>

namespace lockstep {

EventModel::EventModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void EventModel::setView(const TimelineView* view)
{
    const int rows = view ? view->eventCount() : 0;
    // The old view may be gone by now: only its number of rows is remembered.
    const bool isSameShape = view && rows > 0 && rows == m_rows;
    if (!isSameShape)
        beginResetModel();
    m_view = view;
    m_rows = rows;
    m_onClocks = !view || hasZones(view->record());
    m_faults.clear();
    if (view)
        for (const LinkFault& fault : linkFaults(*view)) {
            Problem problem = problemOf(*view, fault);
            problem.line = 0; // the row is in sight
            m_faults.emplace(fault.link.effect, shownProblem(problem));
        }
    if (!isSameShape)
        return endResetModel();
    emit headerDataChanged(Qt::Horizontal, Utc, Utc);
    emit dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
}

int EventModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int EventModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

namespace {

/// "12", of several files "chat.md:12".
QString lineWords(const Event& event, const Timeline& record)
{
    if (event.line == 0)
        return {};
    const QString line = QString::number(event.line);
    return record.sources.size() < 2 ? line : shown(record.sourceOf(event).name) + QLatin1Char(':') + line;
}

} // namespace

QString axisClock(const TimelineView& view, EventId id)
{
    if (!view.event(id).hasInstant)
        return {};
    const WallTime wall = Zone::utc().wallAt(view.at(id));
    const Timeline& record = view.record();
    QString text = shown(clockLabel(record, wall));
    const auto day = date::floor<date::days>(wall);
    const auto placed = std::ranges::find_if(record.events, &Event::hasInstant);
    const auto first = placed == record.events.end() ? day : date::floor<date::days>(Zone::utc().wallAt(placed->at));
    return day == first || record.isElapsed ? text : text + QStringLiteral(", ") + shown(dayLabel(record, wall));
}

QString lookUpWords(const TimelineView& view, EventId id)
{
    return shown(outcomeWords(view.isVoid(id) ? Outcome::Void : view.outcome(id).outcome));
}

QString EventModel::words(EventId id, int column) const
{
    const Event& event = m_view->event(id);
    const Timeline& record = m_view->record();
    switch (column) {
    case Row: return QString::number(id);
    case Utc: return m_faults.contains(id) ? tr("%1, before its cause").arg(axisClock(*m_view, id)) : axisClock(*m_view, id);
    case Written: return shownWritten(event, record);
    case LaneName: return record.lanes.empty() ? QString{} : shown(record.lane(event.lane).role);
    case Text: return shownText(event.text);
    case LookUp: return lookUpWords(*m_view, id);
    case Line: return record.has(id) ? lineWords(event, record) : tr("added");
    default: return {};
    }
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    if (!m_view || !index.isValid())
        return {};
    const EventId id = eventAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return words(id, index.column());
    case Qt::EditRole: return index.column() == Written ? shown(m_view->event(id).written) : words(id, index.column());
    case Qt::AccessibleTextRole: return headerData(index.column(), Qt::Horizontal).toString() + QLatin1String(": ") + words(id, index.column());
    case Qt::ToolTipRole: return index.column() == Utc && m_faults.contains(id) ? m_faults.at(id) : QVariant{};
    case Qt::ForegroundRole: return ink(id, index.column());
    case Qt::FontRole: return face(id, index.column());
    default: return {};
    }
}

namespace {

bool isBad(const TimelineView& view, EventId id)
{
    const Outcome outcome = view.isVoid(id) ? Outcome::Void : view.outcome(id).outcome;
    return outcome != Outcome::None && outcome != Outcome::Fresh;
}

} // namespace

QVariant EventModel::ink(EventId id, int column) const
{
    const Theme& theme = Look::ofDesktop().theme();
    if (column == LookUp && isBad(*m_view, id))
        return theme.lock;
    if (column == Utc && m_faults.contains(id))
        return theme.scenario;
    return {};
}

QVariant EventModel::face(EventId id, int column) const
{
    const Theme& theme = Theme::of(Theme::Id::Light);
    if ((column == LookUp && isBad(*m_view, id)) || (column == Utc && m_faults.contains(id)))
        return theme.font(14, QFont::DemiBold);
    if (m_view->happens(id))
        return {};
    QFont struck = theme.font(14);
    struck.setStrikeOut(true);
    return struck;
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Row: return tr("Row");
    case Utc: return m_onClocks ? tr("UTC") : tr("As drawn");
    case Written: return tr("As written");
    case LaneName: return tr("Lane");
    case Text: return tr("What happened");
    case LookUp: return tr("Look-up");
    case Line: return tr("Line");
    default: return {};
    }
}

Qt::ItemFlags EventModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const bool isRecordRow = m_view && index.isValid() && m_view->record().has(eventAt(index.row()));
    if (isRecordRow && (index.column() == Written || index.column() == LaneName))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool EventModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString text = value.toString().trimmed();
    if (role != Qt::EditRole || text.isEmpty() || text == data(index, Qt::EditRole).toString())
        return false;
    if (index.column() == LaneName && editLane) {
        editLane(eventAt(index.row()), text);
        return true;
    }
    if (index.column() != Written || !editClock)
        return false;
    const QString fault = editClock(eventAt(index.row()), text);
    if (!fault.isEmpty())
        emit refused(fault);
    return fault.isEmpty();
}

} // namespace lockstep
