#include "formats/lockstep_file/json_layout.h"
#include <algorithm>
#include <optional>

namespace lockstep::lockstep_file {

namespace {

constexpr std::size_t widestLine = 120;

std::string quoted(const std::string& text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
    // The library's dump costs far more than plain text needs, and most text is plain.
    return isPlain ? '"' + text + '"' : Json(text).dump();
}

std::string scalar(const Json& value)
{
    return value.is_string() ? quoted(value.get_ref<const std::string&>()) : value.dump();
}

/// The value on one line, with a blank after each comma and colon; absent where that takes more than `room`.
std::optional<std::string> onOneLine(const Json& value, std::size_t room)
{
    if (!value.is_structured())
        return scalar(value);
    std::string text{value.is_object() ? '{' : '['};
    for (const auto& [key, item] : value.items()) {
        if (text.size() > 1)
            text += ", ";
        if (value.is_object())
            text += quoted(key) + ": ";
        if (text.size() > room)
            return std::nullopt;
        const auto inner = onOneLine(item, room - text.size());
        if (!inner)
            return std::nullopt;
        text += *inner;
    }
    text += value.is_object() ? '}' : ']';
    return text.size() > room ? std::nullopt : std::optional{std::move(text)};
}

bool isListOfObjects(const Json& value)
{
    return value.is_array() && std::any_of(value.begin(), value.end(), [](const auto& item) { return item.is_object(); });
}

/// Objects that hold lists of objects are the frame of the file: each of their members starts a line.
bool isFrame(const Json& value)
{
    return value.is_object() && std::any_of(value.begin(), value.end(), isListOfObjects);
}

std::string laidOutAt(const Json& value, std::size_t indent, std::size_t column);

std::string named(const Json& holder, const std::string& key)
{
    return holder.is_object() ? quoted(key) + ": " : std::string{};
}

std::string closed(std::string text, const Json& value)
{
    return std::move(text) + (value.is_object() ? '}' : ']');
}

/// Members or items, each on a line of its own.
std::string apart(const Json& value, std::size_t indent)
{
    const auto inner = indent + 2;
    const std::string newLine = "\n" + std::string(inner, ' ');
    std::string text{value.is_object() ? '{' : '['};
    for (const auto& [key, item] : value.items()) {
        const auto name = named(value, key);
        text += (text.size() > 1 ? "," : "") + newLine + name + laidOutAt(item, inner, inner + name.size());
    }
    return closed(text + "\n" + std::string(indent, ' '), value);
}

/// Members or items, as many on a line as fit. What takes several lines starts on one of its own.
std::string filled(const Json& value, std::size_t indent)
{
    const auto inner = indent + 1;
    std::string text{value.is_object() ? '{' : '['};
    auto column = inner;
    bool first = true;
    for (const auto& [key, item] : value.items()) {
        const auto name = named(value, key);
        auto piece = name + laidOutAt(item, inner, column + name.size());
        const auto takesLines = [&] { return piece.find('\n') != std::string::npos; };
        if (!first && (takesLines() || column + piece.size() + 2 > widestLine)) {
            text += ",\n" + std::string(inner, ' ');
            column = inner;
            piece = name + laidOutAt(item, inner, column + name.size());
        } else if (!first) {
            text += ", ";
        }
        text += piece;
        column = takesLines() ? widestLine : column + piece.size() + 2;
        first = false;
    }
    return closed(std::move(text), value);
}

std::string laidOutAt(const Json& value, std::size_t indent, std::size_t column)
{
    if (!value.is_structured())
        return scalar(value);
    if (isFrame(value) || isListOfObjects(value))
        return apart(value, indent);
    const auto line = column < widestLine ? onOneLine(value, widestLine - column - 1) : std::nullopt;
    return line || value.empty() ? line.value_or(value.is_object() ? "{}" : "[]") : filled(value, indent);
}

} // namespace

std::string laidOut(const Json& value)
{
    return apart(value, 0) + "\n";
}

} // namespace lockstep::lockstep_file
