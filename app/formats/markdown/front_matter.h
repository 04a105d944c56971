#pragma once
#include "core/draft.h"
#include <string>
#include <string_view>

namespace lockstep::markdown {

/// What stands between "---" or "+++" lines at the top of a document.
struct FrontMatter {
    std::string title, zone;
    int zoneLine = 0;
    std::optional<Stated<StatedDate>> date;
    std::size_t length = 0; ///< bytes up to the end of its closing line
};

FrontMatter readFrontMatter(std::string_view document);

} // namespace lockstep::markdown
