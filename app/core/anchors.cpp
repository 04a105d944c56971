#include "core/anchors.h"
#include "core/comparable.h"
#include "core/corrections.h"
#include "core/finding_words.h"
#include "core/limits.h"
#include "core/metric_definitions.h"
#include "core/resolve.h"
#include "core/vocabulary.h"
#include <algorithm>
#include <array>
#include <functional>

namespace lockstep {

namespace {

constexpr std::array<std::string_view, 7> moments{
    "onset", "first impact", "detected", "declared", "mitigated", "recovered", "told"};

/// A row and its words.
struct Told {
    Event event;
    MarkedText text;

    bool says(Idea idea) const
    {
        return std::ranges::any_of(text.mentions, [&](const Mention& m) {
            return m.idea == idea && !text.isNegated(m) && !isWished(m);
        });
    }
    /// It says that something fails, and neither only noticed it nor says that it is back.
    bool breaks() const
    {
        const Mention* broken = text.find(Idea::Breaks);
        if (broken == nullptr || event.kind == Kind::Read || !says(Idea::Breaks) || says(Idea::Restores))
            return false;
        return std::ranges::none_of(text.mentions, [&](const Mention& m) {
            return (m.idea == Idea::Notice || m.idea == Idea::Detects) && text.clauseOf(m) == text.clauseOf(*broken);
        });
    }
    bool isBad() const { return (event.kind == Kind::Read && event.saysRefused) || breaks(); }
    bool isWell() const
    {
        return (event.kind == Kind::Read && event.saysCorrect) || (event.kind == Kind::Recovery && !says(Idea::Breaks));
    }
    bool detects() const { return event.kind == Kind::Detection && !says(Idea::Declares); }
    bool declares() const { return says(Idea::Declares) && !says(Idea::Restores); }

private:
    bool isWished(const Mention& mention) const
    {
        return std::ranges::any_of(text.mentions, [&](const Mention& wish) {
            return wish.idea == Idea::Wish && wish.first < mention.first && text.clauseOf(wish) == text.clauseOf(mention);
        });
    }
};

/// The moments of one incident, each looked for once those before it are known.
class Moments {
public:
    Moments(const Timeline& timeline) : m_timeline(timeline)
    {
        for (const Event& event : timeline.events)
            if (event.hasInstant)
                m_rows.push_back({event, marked(event.text)});
        std::ranges::stable_sort(m_rows, {}, [](const Told& row) { return row.event.at; });
    }

    std::vector<Anchor> find()
    {
        findOnset();
        propose("first impact", first(&Told::isBad), "It is the first row at which something was refused, wrong or broken.");
        propose("detected", first(&Told::detects), "It is the first row that tells of a detection.");
        propose("declared", first(&Told::declares), "It is the first row that raises the incident.");
        propose("mitigated", first([](const Told& r) { return r.says(Idea::Mitigates); }), "Its words say that the harm was held in check.");
        findRecovery();
        propose("told", first([](const Told& r) { return r.says(Idea::Informs); }), "It is the first row that informs those it touches.");
        return std::move(m_found);
    }

private:
    void propose(std::string_view name, const std::optional<Event>& event, std::string because)
    {
        if (event)
            m_found.push_back({.name = std::string{name}, .event = event->id, .proposed = true, .because = std::move(because)});
    }

    /// The first row since the incident began.
    template <class Is> std::optional<Event> first(Is is) const
    {
        const auto row = std::ranges::find_if(m_rows, [&](const Told& r) { return r.event.at >= m_since && std::invoke(is, r); });
        return row == m_rows.end() ? std::nullopt : std::optional{row->event};
    }

    /// The window that began first, of those that began at a row.
    const Window* firstWindow() const
    {
        const Window* earliest = nullptr;
        const auto beginOf = [](const Window& w) { return std::pair{w.begin.earliest, *w.begin.tiedTo}; };
        for (const Window& window : m_timeline.windows)
            if (window.begin.tiedTo && window.begin.isCertain() && (earliest == nullptr || beginOf(window) < beginOf(*earliest)))
                earliest = &window;
        return earliest;
    }

    /// Where what runs began, or else what broke.
    void findOnset()
    {
        const Window* window = firstWindow();
        const std::optional<Event> event = window ? std::optional{m_timeline.event(*window->begin.tiedTo)} : first(&Told::breaks);
        if (!event)
            return;
        std::string because = "It is the first row that says something broke.";
        if (const std::string name = window ? windowInSentence(*window) : ""; !name.empty() && window->id != "impact")
            because = withCapital(name) + (isOrAre(name) == "are" ? " begin there." : " begins there.");
        propose("onset", event, std::move(because));
        m_since = event->at;
    }

    /// The first sign that all was well, after which nothing was refused or broke again.
    void findRecovery()
    {
        const auto lastBad = std::find_if(m_rows.rbegin(), m_rows.rend(), [](const Told& r) { return r.isBad(); });
        const auto well = std::find_if(lastBad.base(), m_rows.end(), [](const Told& r) { return r.isWell(); });
        if (lastBad == m_rows.rend() || well == m_rows.end())
            return;
        propose("recovered", well->event, well->event.kind == Kind::Read ? "It is the first look-up that was right again."
                                                                          : "It is the first row that says it was back.");
    }

    const Timeline& m_timeline;
    std::vector<Told> m_rows; ///< in order of time
    std::vector<Anchor> m_found;
    Instant m_since = Instant::min();
};

std::vector<Anchor> proposed(const Timeline& timeline)
{
    const auto isOther = [&](const Event& e) { return e.group != timeline.events.front().group; };
    if (timeline.events.empty() || timeline.events.size() > limits::rowsForMoments || !areAllComparable(timeline)
        || std::ranges::any_of(timeline.events, isOther))
        return {};
    return Moments{timeline}.find();
}

} // namespace

std::span<const std::string_view> usualMoments()
{
    return moments;
}

void nameMoments(const Reading& reading, Timeline& timeline)
{
    timeline.metrics = usualMetrics();
    timeline.anchors = proposed(timeline);
    applyMoments(reading, timeline);
    std::set<EventId> named;
    for (const Anchor& anchor : timeline.anchors)
        if (!anchor.proposed)
            named.insert(anchor.event);
    std::erase_if(timeline.anchors, [&](const Anchor& a) { return a.proposed && named.contains(a.event); });
}

std::vector<Inference> momentInferences(const Timeline& timeline)
{
    std::vector<Inference> inferences;
    for (const Anchor& anchor : timeline.anchors) {
        if (!anchor.proposed)
            continue;
        const Event& event = timeline.event(anchor.event);
        inferences.push_back({.about = "moment " + anchor.name, .answer = "row " + std::to_string(anchor.event),
            .because = anchor.because, .rivals = {}, .line = event.line, .file = event.file});
    }
    return inferences;
}

const Anchor* anchorNamed(const Timeline& timeline, std::string_view name)
{
    const auto found = std::ranges::find(timeline.anchors, name, &Anchor::name);
    return found == timeline.anchors.end() ? nullptr : &*found;
}

} // namespace lockstep
