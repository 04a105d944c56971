#include "chart/picture.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/table.h"
#include "formats/importer.h"
#include "formats/writer.h"

namespace lockstep::cli {
namespace {

/// "md markdown txt" as people write suffixes: ".md .markdown .txt".
std::string dotted(std::string_view suffixes)
{
    std::string text;
    for (const char c : suffixes)
        text += (text.empty() || text.back() == ' ') && c != ' ' ? std::string{'.', c} : std::string{c};
    return text;
}

template <class Formats> void addLines(std::vector<std::vector<std::string>>& lines, const char* verb, const Formats& formats)
{
    for (const auto* format : formats)
        lines.push_back({verb, std::string{format->id}, dotted(format->suffixes), std::string{format->title}});
}

} // namespace

OrStop<Exit> runFormats(const Arguments& arguments)
{
    if (!arguments.files.empty())
        return wrongUsage("This command takes no file.");
    std::vector<std::vector<std::string>> lines{{"", "Format", "Suffixes", "What it is"}};
    addLines(lines, "reads", allImporters());
    addLines(lines, "writes", allWriters());
    addLines(lines, "draws", allPictures());
    return printData(aligned(std::move(lines)));
}

} // namespace lockstep::cli
