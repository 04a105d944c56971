#include "cli/cli.h"
#include "core/version.h"
#include <cstdio>

namespace lockstep::cli {

bool isCommand(const std::vector<std::string>& args)
{
    return !args.empty() && args.front() == "--version";
}

int run(const std::vector<std::string>&)
{
    std::printf("lockstep %s\n", std::string{version()}.c_str());
    return 0;
}

} // namespace lockstep::cli
