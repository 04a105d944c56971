#include "ui/row_search.h"
#include <QElapsedTimer>
#include <algorithm>
#include <utility>

namespace lockstep {

namespace {

constexpr std::size_t batch = 2048; // rows between two looks at the time
constexpr qint64 sliceTime = 7;     // milliseconds: less than half of a frame

} // namespace

RowSearch::RowSearch(QObject* parent) : QObject(parent)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &RowSearch::slice);
}

void RowSearch::setView(const TimelineView* view)
{
    m_view = view;
    m_finder.reset(); // it looked at the old rows
    m_hits.clear();
    m_byRow.clear();
    look(m_text);
}

void RowSearch::look(const QString& text)
{
    m_text = text;
    m_slices.stop();
    const auto before = std::move(m_finder);
    if (m_view)
        m_typed = typedQuery(*m_view, text);
    if (!m_view || m_typed.query.isEmpty()) {
        m_hits.clear();
        m_byRow.clear();
        return emit changed();
    }
    const bool isNarrower = before && before->isDone() && narrows(m_typed.query, before->query());
    m_isNarrowed = isNarrower;
    m_finder = isNarrower ? std::make_unique<RowFinder>(*m_view, m_typed.query, std::move(m_byRow)) : std::make_unique<RowFinder>(*m_view, m_typed.query);
    m_byRow.clear();
    // What a slice finds at once needs no timer: a document of a thousand rows answers within the keystroke.
    slice();
}

void RowSearch::slice()
{
    QElapsedTimer time;
    time.start();
    while (!m_finder->look(batch) && time.elapsed() < sliceTime) { }
    if (!m_finder->isDone()) {
        m_slices.start();
        return;
    }
    m_slices.stop();
    // What lies nearest to a clock that no row stands at may be none of the rows found before.
    if (std::exchange(m_isNarrowed, false) && m_finder->hits().empty() && !m_typed.query.clocks.empty()) {
        m_finder = std::make_unique<RowFinder>(*m_view, m_typed.query);
        return slice();
    }
    m_byRow = m_finder->hits();
    take();
    emit changed();
}

void RowSearch::take()
{
    m_hits = m_byRow;
    if (m_hidden)
        std::erase_if(m_hits, [this](EventId id) { return m_hidden->has(id); });
    if (!m_finder->areInTime())
        m_hits = inTime(*m_view, std::move(m_hits));
}

void RowSearch::setHidden(std::shared_ptr<const HiddenRows> hidden)
{
    m_hidden = std::move(hidden);
    if (!m_finder || !m_finder->isDone())
        return;
    take();
    emit changed();
}

bool RowSearch::contains(EventId id) const
{
    return std::ranges::binary_search(m_byRow, id) && !(m_hidden && m_hidden->has(id));
}

QString RowSearch::nothing() const
{
    if (m_finder && isDone() && m_hits.empty() && !m_byRow.empty())
        return m_byRow.size() == 1 ? tr("The row that matches is not shown.") : tr("The %1 rows that match are not shown.").arg(m_byRow.size());
    return m_finder && isDone() && m_hits.empty() ? nothingFound(*m_view, m_typed, m_finder->nearest()) : QString{};
}

bool RowSearch::isBefore(EventId a, EventId b) const
{
    // A what-if may have lost rows since: what it no longer has comes last.
    const auto isPlaced = [this](EventId id) { return id <= m_view->eventCount() && m_view->event(id).hasInstant; };
    const bool placedA = isPlaced(a), placedB = isPlaced(b);
    if (placedA != placedB)
        return placedA;
    const Instant atA = m_view->at(a), atB = m_view->at(b);
    return placedA && atA != atB ? atA < atB : a < b;
}

/// The first hit that does not come before the row.
std::ptrdiff_t RowSearch::positionOf(EventId id) const
{
    if (id < 1 || id > m_view->eventCount())
        return 0;
    return std::ranges::lower_bound(m_hits, id, [this](EventId a, EventId b) { return isBefore(a, b); }) - m_hits.begin();
}

EventId RowSearch::neighbour(EventId id, int step) const
{
    const auto count = static_cast<std::ptrdiff_t>(m_hits.size());
    if (count == 0)
        return 0;
    const std::ptrdiff_t at = positionOf(id);
    const bool isOnHit = at < count && m_hits[static_cast<std::size_t>(at)] == id;
    const std::ptrdiff_t next = step > 0 ? at + (isOnHit ? 1 : 0) : at - 1;
    return m_hits[static_cast<std::size_t>((next + count) % count)];
}

EventId RowSearch::from(EventId id) const
{
    const auto count = static_cast<std::ptrdiff_t>(m_hits.size());
    return count == 0 ? 0 : m_hits[static_cast<std::size_t>(positionOf(id) % count)];
}

int RowSearch::placeOf(EventId id) const
{
    const std::ptrdiff_t at = m_hits.empty() ? 0 : positionOf(id);
    const bool isHit = at < static_cast<std::ptrdiff_t>(m_hits.size()) && m_hits[static_cast<std::size_t>(at)] == id;
    return isHit ? static_cast<int>(at) + 1 : 0;
}

} // namespace lockstep
