#include "cli/cli.h"
#include "ui/run_window.h"

int main(int argc, char** argv)
{
    // The words decide before any application exists: a forced display plug-in must not end "--version".
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (!lockstep::cli::wantsWindow(args))
        return lockstep::cli::run(args);
    QStringList files;
    for (const std::string& arg : args)
        files << QString::fromStdString(arg);
    return lockstep::runWindow(argc, argv, files);
}
