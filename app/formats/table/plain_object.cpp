#include "formats/table/plain_object.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::table {

namespace {

class PlainReader {
public:
    explicit PlainReader(std::string_view text) : m_text(text) { }

    bool object(PlainValues& values)
    {
        if (!take('{'))
            return false;
        if (take('}'))
            return atEnd();
        do {
            std::string_view key, value;
            bool isNull = false;
            if (!string(key) || !take(':') || !(string(value) || number(value) || word(value, isNull)))
                return false;
            if (!isNull)
                values.emplace_back(key, value);
        } while (take(','));
        return take('}') && atEnd();
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }
    bool atEnd()
    {
        skipBlanks();
        return m_at == m_text.size();
    }
    bool take(char wanted)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }
    bool string(std::string_view& value)
    {
        if (!take('"'))
            return false;
        const auto begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"' && m_text[m_at] != '\\' && static_cast<unsigned char>(m_text[m_at]) >= 0x20)
            ++m_at;
        value = m_text.substr(begin, m_at - begin);
        return m_at < m_text.size() && m_text[m_at++] == '"';
    }
    /// A number the library would print as it stands: "-0" is not, nor is what no 64 bits hold.
    bool number(std::string_view& value)
    {
        constexpr std::size_t mostDigits = 18;
        skipBlanks();
        auto end = m_at;
        if (end < m_text.size() && m_text[end] == '-')
            ++end;
        const auto digits = end;
        while (end < m_text.size() && scan::isDigit(m_text[end]))
            ++end;
        const auto count = end - digits;
        const bool hasLead = count > 0 && m_text[digits] == '0';
        const bool goesOn = end < m_text.size() && (m_text[end] == '.' || m_text[end] == 'e' || m_text[end] == 'E');
        if (count == 0 || count > mostDigits || goesOn || (hasLead && end - m_at > 1))
            return false;
        value = m_text.substr(m_at, end - m_at);
        m_at = end;
        return true;
    }
    bool word(std::string_view& value, bool& isNull)
    {
        for (const std::string_view known : {"true", "false", "null"})
            if (m_text.substr(m_at).starts_with(known)) {
                value = m_text.substr(m_at, known.size());
                isNull = known == "null";
                m_at += known.size();
                return true;
            }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

bool readPlainObject(std::string_view object, PlainValues& values)
{
    values.clear();
    return PlainReader{object}.object(values);
}

} // namespace lockstep::table
