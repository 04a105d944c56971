#include "cli/cli.h"
#include "ui/run_window.h"
#include <malloc.h>

int main(int argc, char** argv)
{
    // A large block goes back to the system when it is freed. Left to itself the library keeps those of up to 32 MiB, which
    // for a file of a million rows is a tenth of all memory.
    constexpr int largeBlock = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, largeBlock);
    // The words decide before any application exists: a forced display plug-in must not end "--version".
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (!lockstep::cli::wantsWindow(args))
        return lockstep::cli::run(args);
    QStringList files;
    for (const std::string& arg : args)
        files << QString::fromStdString(arg);
    return lockstep::runWindow(argc, argv, files);
}
