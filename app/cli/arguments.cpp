#include "cli/arguments.h"
#include "formats/text_for.h"
#include <algorithm>

namespace lockstep::cli {
namespace {

/// One word that starts with a dash, taken apart: "--size=800x600".
struct OptionWord {
    std::string_view shown;          ///< "--size"
    const Option* option = nullptr;  ///< nullptr: unknown
    std::optional<std::string> value; ///< what is stuck to it
};

OptionWord longOption(std::string_view word, std::span<const Option> options)
{
    const auto equals = word.find('=');
    OptionWord read{.shown = word.substr(0, equals), .value = {}};
    if (equals != std::string_view::npos)
        read.value = word.substr(equals + 1);
    const auto found = std::ranges::find(options, read.shown.substr(2), &Option::name);
    if (found != options.end())
        read.option = &*found;
    return read;
}

OptionWord shortOption(std::string_view word, std::span<const Option> options)
{
    OptionWord read{.shown = word.substr(0, 2), .value = {}};
    const auto found = std::ranges::find_if(options, [&](const Option& o) { return o.letter && o.letter == word[1]; });
    if (found == options.end())
        return {.shown = word, .value = {}};
    read.option = &*found;
    if (word.size() > 2)
        read.value = word.substr(2);
    return read;
}

} // namespace

void Arguments::add(std::string_view option, std::string value)
{
    m_options[std::string{option}].push_back(std::move(value));
}

bool Arguments::has(std::string_view option) const
{
    return m_options.find(option) != m_options.end();
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::nullopt : std::optional{found->second.back()};
}

std::vector<std::string> Arguments::values(std::string_view option) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::vector<std::string>{} : found->second;
}

OrStop<Arguments> readArguments(std::span<const std::string> words, std::span<const Option> options)
{
    Arguments read;
    bool onlyFiles = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (onlyFiles || word.size() < 2 || word[0] != '-') {
            read.files.push_back(word);
            continue;
        }
        if (word == "--") {
            onlyFiles = true;
            continue;
        }
        OptionWord taken = word[1] == '-' ? longOption(word, options) : shortOption(word, options);
        const std::string shown = forTerminal(taken.shown);
        if (!taken.option)
            return wrongUsage("Unknown option " + shown + ".");
        if (taken.option->value.empty() && taken.value)
            return wrongUsage(shown + " takes no value.");
        if (!taken.option->value.empty() && !taken.value) {
            if (i + 1 == words.size())
                return wrongUsage(shown + " needs a value: " + shown + " " + std::string{taken.option->value} + ".");
            taken.value = words[++i];
        }
        if (read.has(taken.option->name) && !taken.option->repeats)
            return wrongUsage(shown + " is given twice.");
        read.add(taken.option->name, taken.value.value_or(std::string{}));
    }
    return read;
}

} // namespace lockstep::cli
