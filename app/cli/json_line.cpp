#include "cli/json_line.h"
#include "cli/json.h"
#include <algorithm>

namespace lockstep::cli {

JsonLine& JsonLine::put(std::string_view key, std::string_view text)
{
    begin(key);
    addText(text);
    return *this;
}

JsonLine& JsonLine::put(std::string_view key, long long number)
{
    begin(key);
    m_to += std::to_string(number);
    return *this;
}

JsonLine& JsonLine::put(std::string_view key, bool value)
{
    begin(key);
    m_to += value ? "true" : "false";
    return *this;
}

JsonLine& JsonLine::put(std::string_view key, const std::vector<std::string>& texts)
{
    begin(key);
    m_to += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            m_to += ',';
        addText(texts[i]);
    }
    m_to += ']';
    return *this;
}

void JsonLine::begin(std::string_view key)
{
    m_to += m_isFirst ? '{' : ',';
    m_isFirst = false;
    addText(key);
    m_to += ':';
}

void JsonLine::addText(std::string_view text)
{
    // Escapes and what is no ASCII are left to the library; most texts have none.
    if (!std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; })) {
        m_to += oneLine(Json(std::string{text}));
        return;
    }
    m_to += '"';
    m_to += text;
    m_to += '"';
}

} // namespace lockstep::cli
