#include "whatif/dependants.h"
#include "core/link_faults.h"
#include "core/link_order.h"
#include "whatif/edits.h"
#include <algorithm>

namespace lockstep {

namespace {

class Following {
public:
    Following(const TimelineView& view, const Scenario& scenario, const std::vector<Edit>& edits)
        : m_view(view), m_scenario(scenario), m_edits(edits), m_links(causesFirst(view.record().links))
    {
        std::erase_if(m_links, [&](const Link& link) {
            const bool isEarly = faultOf(view, link).has_value();
            return isEarly || !view.event(link.effect).hasInstant || view.isDropped(link.cause) || view.isDropped(link.effect);
        });
    }

    /// Adds the moves of all that follow, but for the rows in `staying`.
    void follow(const std::set<EventId>& staying)
    {
        m_followers.clear();
        // A row that follows may carry a window, whose other row then has followers of its own. Each round adds a row.
        while (addFollowers(after(), staying)) { }
    }
    TimelineView after() const { return applied(m_view.record(), withEdits(m_view.record(), m_scenario, edits())); }
    std::vector<Edit> edits() const
    {
        std::vector<Edit> all = m_edits;
        for (const auto& [id, to] : m_followers)
            all.emplace_back(MoveEvent{id, to});
        return all;
    }
    bool isFollower(EventId id) const { return m_followers.contains(id); }

private:
    bool addFollowers(const TimelineView& now, const std::set<EventId>& staying)
    {
        std::map<EventId, Millis> added;
        std::map<EventId, Instant> because; ///< where the cause lay that takes a row along
        const auto movedTo = [&](EventId id) {
            const auto found = added.find(id);
            return found == added.end() ? now.moved(id) : found->second;
        };
        for (const Link& link : m_links) {
            const Millis by = movedTo(link.cause) - m_view.moved(link.cause);
            const bool isSet = now.moved(link.effect) != m_view.moved(link.effect) || m_followers.contains(link.effect);
            if (by == Millis{0} || isSet || staying.contains(link.effect))
                continue;
            const auto [known, isFirst] = because.try_emplace(link.effect, m_view.at(link.cause));
            if (!isFirst && known->second >= m_view.at(link.cause))
                continue;
            known->second = m_view.at(link.cause);
            added[link.effect] = m_view.isVoid(link.effect) ? movedTo(link.cause) : m_view.moved(link.effect) + by;
        }
        m_followers.insert(added.begin(), added.end());
        return !added.empty();
    }

    const TimelineView& m_view;
    const Scenario& m_scenario;
    const std::vector<Edit>& m_edits;
    std::vector<Link> m_links;
    std::map<EventId, Millis> m_followers;
};

} // namespace

std::vector<Edit> withDependants(const TimelineView& view, const Scenario& scenario, const std::vector<Edit>& edits)
{
    const auto isMove = [](const Edit& edit) { return std::holds_alternative<MoveEvent>(edit) || std::holds_alternative<MoveWindow>(edit); };
    if (view.record().links.empty() || std::ranges::none_of(edits, isMove))
        return edits;
    Following following{view, scenario, edits};
    following.follow({});
    const TimelineView after = following.after();
    const std::set<EventId>& gone = after.voidRows();
    if (std::ranges::any_of(gone, [&](EventId id) { return following.isFollower(id); }))
        following.follow(gone);
    return following.edits();
}

} // namespace lockstep
