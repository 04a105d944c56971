#include "core/kind_words.h"
#include "core/grouped.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

std::string_view kindTitle(Kind kind)
{
    switch (kind) {
    case Kind::Action: return "Actions";
    case Kind::Schedule: return "Scheduled";
    case Kind::Read: return "Look-ups";
    case Kind::Message: return "Messages";
    case Kind::Detection: return "Noticed";
    case Kind::Recovery: return "Restored";
    }
    return {};
}

std::string kindCounted(Kind kind, int count)
{
    switch (kind) {
    case Kind::Action: return counted(count, "action");
    case Kind::Schedule: return grouped(count) + " scheduled";
    case Kind::Read: return counted(count, "look-up");
    case Kind::Message: return counted(count, "message");
    case Kind::Detection: return grouped(count) + " noticed";
    case Kind::Recovery: return grouped(count) + " restored";
    }
    return {};
}

std::string kindsWords(const std::map<Kind, int>& counts)
{
    std::vector<std::pair<Kind, int>> order;
    for (const auto& [kind, count] : counts)
        if (count > 0)
            order.emplace_back(kind, count);
    std::ranges::stable_sort(order, std::greater{}, &std::pair<Kind, int>::second);
    std::vector<std::string> words;
    for (const auto& [kind, count] : order)
        words.push_back(kindCounted(kind, count));
    return listed(words);
}

} // namespace lockstep
