#include "cli/targets.h"
#include "cli/output.h"
#include "formats/safe_save.h"
#include "formats/text_for.h"
#include <algorithm>
#include <filesystem>

namespace lockstep::cli {

OrStop<std::string> targetOf(const Arguments& arguments)
{
    const auto target = arguments.value("output");
    if (!target || target->empty())
        return wrongUsage("No file to write is named. Add -o and a file name.");
    std::error_code none;
    for (const std::string& file : arguments.files)
        if (file != "-" && std::filesystem::equivalent(file, *target, none))
            return stop(Exit::Usage, "'" + forTerminal(file) + "' is the file that is read; it is never written. Choose another name.");
    return *target;
}

std::string suffixOf(const std::string& path)
{
    const std::string name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    std::string suffix = dot == std::string::npos ? std::string{} : name.substr(dot + 1);
    std::ranges::transform(suffix, suffix.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return suffix;
}

bool hasSuffix(std::string_view suffixes, const std::string& suffix)
{
    return !suffix.empty() && (' ' + std::string{suffixes} + ' ').find(' ' + suffix + ' ') != std::string::npos;
}

OrStop<Exit> writeTarget(const std::string& target, std::string_view bytes)
{
    if (target == "-")
        return printData(bytes);
    if (const auto saved = safeSave(target, bytes); !saved)
        return stop(Exit::CannotReadOrWrite, problemText(target, saved.error()));
    return Exit::Done;
}

} // namespace lockstep::cli
