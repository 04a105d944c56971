#include "formats/importer.h"
#include "formats/markdown/document.h"

namespace lockstep::importers {

namespace {

/// Any text may be a postmortem: sure enough to be taken when no other format claims the file, never more.
int confidence(std::string_view head)
{
    const auto first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return 0;
    return head[first] == '{' || head[first] == '[' ? 2 : 10;
}

Result<Incident> parse(std::string_view utf8)
{
    auto draft = markdown::readDocument(utf8);
    if (!draft)
        return tl::unexpected{draft.error()};
    return Incident{std::move(*draft), {}, {}};
}

} // namespace

extern const Importer markdown;
const Importer markdown{"markdown", "Markdown or plain text", "md markdown txt", confidence, parse};

} // namespace lockstep::importers
