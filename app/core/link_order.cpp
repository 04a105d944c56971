#include "core/link_order.h"
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace lockstep {

namespace {

class Walk {
public:
    explicit Walk(const std::vector<Link>& links) : m_byCause(links)
    {
        std::ranges::stable_sort(m_byCause, {}, &Link::cause);
    }

    /// Follows the links from a row, deepest first, without recursion: a chain may be as long as the document.
    void from(EventId start)
    {
        enter(start);
        while (!m_open.empty()) {
            Row& row = m_open.back();
            if (row.next == m_byCause.size() || m_byCause[row.next].cause != row.id) {
                leave();
                continue;
            }
            const Link& link = m_byCause[row.next++];
            if (m_onTheWay.contains(link.effect))
                continue; // it closes a circle
            m_kept.push_back(link);
            enter(link.effect);
        }
    }

    std::vector<Link> ordered() &&
    {
        std::ranges::stable_sort(m_kept, std::ranges::greater{}, [this](const Link& link) { return m_left.at(link.cause); });
        return std::move(m_kept);
    }

private:
    struct Row {
        EventId id;
        std::size_t next; ///< the link to follow next
    };

    void enter(EventId id)
    {
        if (m_onTheWay.contains(id) || m_left.contains(id))
            return;
        const auto first = std::ranges::lower_bound(m_byCause, id, {}, &Link::cause);
        m_onTheWay.insert(id);
        m_open.push_back({id, static_cast<std::size_t>(first - m_byCause.begin())});
    }
    void leave()
    {
        m_onTheWay.erase(m_open.back().id);
        m_left.emplace(m_open.back().id, m_left.size());
        m_open.pop_back();
    }

    std::vector<Link> m_byCause, m_kept;
    std::vector<Row> m_open;
    std::unordered_set<EventId> m_onTheWay;
    std::unordered_map<EventId, std::size_t> m_left; ///< a row is left after all it leads to
};

} // namespace

std::vector<Link> causesFirst(const std::vector<Link>& links)
{
    std::unordered_set<EventId> effects;
    for (const Link& link : links)
        effects.insert(link.effect);
    Walk walk{links};
    for (const bool isRoot : {true, false})
        for (const Link& link : links)
            if (effects.contains(link.cause) != isRoot)
                walk.from(link.cause);
    return std::move(walk).ordered();
}

} // namespace lockstep
