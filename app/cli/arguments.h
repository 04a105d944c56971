#pragma once
#include "cli/stop.h"
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lockstep::cli {

/// An option a command takes. `value` names its value in the help; empty for a switch.
struct Option {
    std::string_view name, value, help;
    char letter = 0;      ///< 'o' for -o; 0 for none
    bool repeats = false; ///< may be given several times
};

/// A command line, read: files in order and options by name.
class Arguments {
public:
    std::vector<std::string> files;

    void add(std::string_view option, std::string value);
    bool has(std::string_view option) const;
    /// The value of an option, if it was given.
    std::optional<std::string> value(std::string_view option) const;
    std::vector<std::string> values(std::string_view option) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_options;
};

/// Reads the words after the command: "--size 800x600", "--size=800x600", "-o x.png"; "--" ends the options, "-" is a file.
/// Errors: an unknown option, a missing or unwanted value, an option given twice (exit 1).
OrStop<Arguments> readArguments(std::span<const std::string> words, std::span<const Option> options);

} // namespace lockstep::cli
