#include "formats/importer.h"
#include "formats/lockstep_file/json_node.h"
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

/// JSON no other reader took, such as a list of numbers. A "[" may begin Markdown as well, so it must be whole.
bool isJson(std::string_view text)
{
    const auto first = text.find_first_of("{[");
    return first != std::string_view::npos && text.find_first_not_of(" \t\r\n") == first && lockstep_file::readJson(text);
}

Result<Incident> parse(const Text& utf8)
{
    auto draft = markdown::readDocument(utf8);
    if (!draft && isJson(utf8))
        return refusal("No timeline found in " + std::string{sourcePlaceholder} + ": it is JSON of a form not known here.",
            "A timeline is a list of objects: [{\"time\": \"10:05\", \"text\": \"...\"}].");
    return std::move(draft).map(incidentOf);
}

} // namespace

extern const Importer markdown;
const Importer markdown{"markdown", "Markdown or plain text", "md markdown txt", confidence, parse};

} // namespace lockstep::importers
