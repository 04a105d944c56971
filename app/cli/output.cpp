#include "cli/output.h"
#include "formats/text_for.h"
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace lockstep::cli {

OrStop<Exit> printData(std::string_view data)
{
    errno = 0;
    const bool written = std::fwrite(data.data(), 1, data.size(), stdout) == data.size() && std::fflush(stdout) == 0;
    if (!written)
        return stop(Exit::CannotReadOrWrite, std::string{"Standard output cannot be written: "} + std::strerror(errno) + '.');
    return Exit::Done;
}

void printMessage(std::string_view message)
{
    std::fprintf(stderr, "%.*s\n", static_cast<int>(message.size()), message.data());
}

std::string sentences(const Problem& problem)
{
    return problem.instead.empty() ? problem.what : problem.what + ' ' + problem.instead;
}

std::string problemText(const std::string& file, const Problem& problem)
{
    const std::string said = forTerminal(sentences(problem));
    const std::string shown = forTerminal(file == "-" ? "standard input" : file);
    if (problem.line > 0)
        return shown + ':' + std::to_string(problem.line) + ": " + said;
    const std::string name = shown.substr(shown.rfind('/') + 1);
    return said.find(name) != std::string::npos ? said : shown + ": " + said;
}

} // namespace lockstep::cli
