#include "whatif/tied_rows.h"

namespace lockstep {

std::set<EventId> tiedRows(const Timeline& record, const std::vector<Edit>& edits)
{
    std::set<EventId> rows;
    const auto addTies = [&rows](const auto& window) {
        for (const auto* bound : {&window.begin, &window.end})
            if (bound->tiedTo)
                rows.insert(*bound->tiedTo);
    };
    for (const Window& window : record.windows)
        addTies(window);
    for (const Edit& edit : edits)
        if (const auto* added = std::get_if<AddWindow>(&edit))
            addTies(added->window);
    return rows;
}

} // namespace lockstep
