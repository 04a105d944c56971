#include "cli/command.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "cli/targets.h"
#include "formats/text_for.h"
#include "formats/writer.h"

namespace lockstep::cli {
namespace {

/// The writer of a file name's suffix; standard output gets the program's own format.
OrStop<const Writer*> writerFor(const std::string& target)
{
    const std::string suffix = target == "-" ? "lockstep" : suffixOf(target);
    std::string known;
    for (const Writer* writer : allWriters()) {
        if (hasSuffix(writer->suffixes, suffix))
            return writer;
        known += ' ' + std::string{writer->suffixes};
    }
    return stop(Exit::Usage, "Nothing writes '" + forTerminal(target) + "'. Suffixes that can be written:" + known
                                 + ". Pictures are made with lockstep export.");
}

} // namespace

OrStop<Exit> runConvert(const Arguments& arguments)
{
    const auto target = targetOf(arguments);
    if (!target)
        return tl::unexpected{target.error()};
    const auto writer = writerFor(*target);
    if (!writer)
        return tl::unexpected{writer.error()};
    const auto opened = openFor(arguments);
    if (!opened)
        return tl::unexpected{opened.error()};
    printWarnings(**opened);
    const WriteInput input{(*opened)->incident(), (*opened)->resolved, (*opened)->view, (*opened)->scenario};
    const auto written = (*writer)->write(input);
    if (!written)
        return stop(Exit::CannotReadOrWrite, problemText((*opened)->sources.path, written.error()));
    return writeTarget(*target, *written);
}

} // namespace lockstep::cli
