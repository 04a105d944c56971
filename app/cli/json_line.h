#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::cli {

/// One object of a long list, written value by value onto the end of a text; no tree is built for each of a million
/// rows. The same bytes as oneLine(Json): no blanks, bytes that are no UTF-8 become U+FFFD.
class JsonLine {
public:
    explicit JsonLine(std::string& to) : m_to(to) { }

    JsonLine& put(std::string_view key, std::string_view text);
    JsonLine& put(std::string_view key, const std::string& text) { return put(key, std::string_view{text}); }
    JsonLine& put(std::string_view key, const char* text) { return put(key, std::string_view{text}); }
    JsonLine& put(std::string_view key, long long number);
    JsonLine& put(std::string_view key, int number) { return put(key, static_cast<long long>(number)); }
    JsonLine& put(std::string_view key, bool value);
    JsonLine& put(std::string_view key, const std::vector<std::string>& texts);
    /// Absent: null.
    template <class T> JsonLine& put(std::string_view key, const std::optional<T>& value)
    {
        if (value)
            return put(key, *value);
        begin(key);
        m_to += "null";
        return *this;
    }
    void end() { m_to += m_isFirst ? "{}" : "}"; }

private:
    void begin(std::string_view key);
    void addText(std::string_view text);

    std::string& m_to;
    bool m_isFirst = true;
};

} // namespace lockstep::cli
