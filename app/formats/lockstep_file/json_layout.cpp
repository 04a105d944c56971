#include "formats/lockstep_file/json_layout.h"
#include <algorithm>

namespace lockstep::lockstep_file {

namespace {

constexpr std::size_t widestLine = 120;

/// The value on one line, with a blank after each comma and colon.
std::string onOneLine(const Json& value)
{
    if (!value.is_structured())
        return value.dump();
    std::string text{value.is_object() ? '{' : '['};
    for (const auto& [key, item] : value.items()) {
        if (text.size() > 1)
            text += ", ";
        if (value.is_object())
            text += Json(key).dump() + ": ";
        text += onOneLine(item);
    }
    return text + (value.is_object() ? '}' : ']');
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

/// Members or items; each on a line of its own where `apart`, else as many on a line as fit.
std::string filled(const Json& value, std::size_t indent, bool apart)
{
    const auto inner = indent + (apart ? 2 : 1);
    const std::string newLine = "\n" + std::string(inner, ' ');
    std::string text{value.is_object() ? '{' : '['};
    if (apart)
        text += newLine;
    auto column = inner;
    bool first = true;
    for (const auto& [key, item] : value.items()) {
        const auto name = value.is_object() ? Json(key).dump() + ": " : std::string{};
        const auto room = column + name.size() + onOneLine(item).size() + 3;
        const bool breaks = !first && (apart || room > widestLine);
        if (!first)
            text += breaks ? "," + newLine : ", ";
        if (breaks)
            column = inner;
        const auto piece = name + laidOutAt(item, inner, column + name.size());
        text += piece;
        // After a piece of several lines nothing else is put on its last one.
        column = piece.find('\n') == std::string::npos ? column + piece.size() + 2 : widestLine;
        first = false;
    }
    if (apart)
        text += "\n" + std::string(indent, ' ');
    return text + (value.is_object() ? '}' : ']');
}

std::string laidOutAt(const Json& value, std::size_t indent, std::size_t column)
{
    const bool apart = isFrame(value) || isListOfObjects(value);
    if (!apart) {
        auto line = onOneLine(value);
        if (!value.is_structured() || column + line.size() < widestLine)
            return line;
    }
    return filled(value, indent, apart);
}

} // namespace

std::string laidOut(const Json& value)
{
    return filled(value, 0, true) + "\n";
}

} // namespace lockstep::lockstep_file
