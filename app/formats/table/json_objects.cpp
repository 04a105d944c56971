#include "formats/table/json_objects.h"
#include "core/limits.h"
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

namespace lockstep::table {

namespace {

using Json = nlohmann::json;

/// Hands a text to the library and tells where in it the library stands.
class Reader {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Reader(const char* at, const char** shared) : m_at(at), m_shared(shared) { }
    reference operator*() const { return *m_at; }
    Reader& operator++()
    {
        *m_shared = ++m_at;
        return *this;
    }
    Reader operator++(int)
    {
        auto before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Reader& a, const Reader& b) { return a.m_at == b.m_at; }

private:
    const char* m_at;
    const char** m_shared;
};

/// What both walks share: values as text, and a limit to the nesting. The names of the functions are the library's.
template <class Walk> class Handler {
public:
    bool null() { return true; }
    bool boolean(bool value) { return walk().value(value ? "true" : "false"); }
    bool number_integer(Json::number_integer_t value) { return walk().value(std::to_string(value)); }
    bool number_unsigned(Json::number_unsigned_t value) { return walk().value(std::to_string(value)); }
    bool number_float(Json::number_float_t, const Json::string_t& written) { return walk().value(written); }
    bool string(Json::string_t& value) { return walk().value(std::move(value)); }
    bool binary(Json::binary_t&) { return false; }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }
    bool start_object(std::size_t) { return deeper() && walk().openObject(); }
    bool start_array(std::size_t) { return deeper() && walk().openList(); }
    bool end_object() { return --m_depth, walk().closeObject(); }
    bool end_array() { return --m_depth, walk().closeList(); }
    bool isTooDeep() const { return m_isTooDeep; }

protected:
    std::size_t depth() const { return m_depth; }

private:
    Walk& walk() { return static_cast<Walk&>(*this); }
    bool deeper()
    {
        m_isTooDeep = ++m_depth > limits::jsonDepth;
        return !m_isTooDeep;
    }
    std::size_t m_depth = 0;
    bool m_isTooDeep = false;
};

Problem notJson(std::string_view text, const char* at, bool isTooDeep)
{
    const auto length = std::min(static_cast<std::size_t>(at - text.data()), text.size());
    const int line = 1 + static_cast<int>(std::ranges::count(text.substr(0, length > 0 ? length - 1 : 0), '\n'));
    if (isTooDeep)
        return {Severity::Error, line, 0, "Brackets are nested deeper than " + std::to_string(limits::jsonDepth) + " levels.", "No timeline needs that."};
    const bool atEnd = text.find_first_not_of(" \t\n", length) == std::string_view::npos;
    return {Severity::Error, line, 0, atEnd ? "The file ends before its last bracket is closed." : "This is not valid JSON.",
            atEnd ? "It was probably cut short; look for a complete copy." : "A comma, quote or bracket is probably missing or left over."};
}

/// Flattens one object: {"user": {"name": "Ana"}} gives "user.name". Lists of plain values are joined by commas.
class Flattener : public Handler<Flattener> {
public:
    Flattener(ObjectTable& table, const char** at) : m_table(table), m_at(at), m_begin(*at) { }
    bool string(Json::string_t& text)
    {
        // Without escapes the value is what stands before the quote just read.
        const auto read = static_cast<std::size_t>(*m_at - m_begin);
        const auto raw = read > text.size() + 1 ? std::string_view{*m_at - 1 - text.size(), text.size()} : std::string_view{};
        if (depth() == 0 || m_lists > 0 || raw.empty() || raw != text || raw.data()[-1] != '"')
            return value(std::move(text));
        m_table.put(m_path, {raw, {}});
        return true;
    }
    bool key(Json::string_t& name)
    {
        m_path.resize(m_lengths.empty() ? 0 : m_lengths.back());
        m_path += (m_path.empty() ? "" : ".") + name;
        return true;
    }
    bool value(std::string text)
    {
        if (depth() == 0)
            return false; // a lone value is no object
        if (m_lists == 0)
            m_table.put(m_path, {{}, std::move(text)});
        else if (m_lists == 1 && m_listDepth == depth())
            m_joined += (m_joined.empty() ? "" : ", ") + text;
        return true;
    }
    bool openObject()
    {
        m_lengths.push_back(m_path.size());
        return true;
    }
    bool closeObject()
    {
        m_path.resize(m_lengths.back());
        m_lengths.pop_back();
        return true;
    }
    bool openList()
    {
        if (depth() == 1)
            return false;
        if (m_lists++ == 0)
            m_listDepth = depth();
        return true;
    }
    bool closeList()
    {
        if (--m_lists == 0 && !m_joined.empty())
            m_table.put(m_path, {{}, std::exchange(m_joined, {})});
        return true;
    }

private:
    ObjectTable& m_table;
    const char** m_at;
    const char* m_begin;
    std::string m_path, m_joined;
    std::vector<std::size_t> m_lengths;
    std::size_t m_lists = 0, m_listDepth = 0;
};

/// Finds the lists of objects of a text, and keeps the longest.
class ListFinder : public Handler<ListFinder> {
public:
    ListFinder(std::string_view text, const char** at) : m_text(text), m_at(at) { }
    ObjectList taken() { return std::move(m_found); }
    bool key(Json::string_t& name)
    {
        m_key = name;
        return true;
    }
    bool value(std::string text)
    {
        constexpr std::size_t most = 100; ///< a timeline has few words beside it
        if (m_lists.empty() && m_found.beside.size() < most)
            m_found.beside.push_back({m_key, std::move(text), line()});
        return true;
    }
    bool openObject()
    {
        if (isItem())
            m_lists.back().objects.push_back({line(), 0, offset() - 1, 0});
        return true;
    }
    bool closeObject()
    {
        if (!isItem(1))
            return true;
        auto& object = m_lists.back().objects.back();
        object.length = offset() - object.begin;
        object.lastLine = line();
        return true;
    }
    bool openList()
    {
        m_lists.push_back({depth(), {}});
        return true;
    }
    bool closeList()
    {
        if (m_lists.back().objects.size() > m_found.objects.size())
            m_found.objects = std::move(m_lists.back().objects);
        m_lists.pop_back();
        return true;
    }

private:
    struct List {
        std::size_t depth;
        std::vector<Place> objects;
    };
    bool isItem(std::size_t closed = 0) const { return !m_lists.empty() && depth() + closed == m_lists.back().depth + 1; }
    std::size_t offset() const { return static_cast<std::size_t>(*m_at - m_text.data()); }
    int line()
    {
        m_line += static_cast<int>(std::ranges::count(m_text.substr(m_counted, offset() - m_counted), '\n'));
        m_counted = offset();
        return m_line;
    }

    std::string_view m_text;
    const char** m_at;
    ObjectList m_found;
    std::vector<List> m_lists;
    std::string m_key;
    std::size_t m_counted = 0;
    int m_line = 1;
};

template <class Walk> Result<bool> walk(std::string_view text, const char*& at, Walk& handler)
{
    const bool read = Json::sax_parse(Reader{text.data(), &at}, Reader{text.data() + text.size(), &at}, &handler);
    return read ? Result<bool>{true} : tl::unexpected{notJson(text, at, handler.isTooDeep())};
}

} // namespace

void ObjectTable::put(const std::string& key, Value value)
{
    if (key.size() > limits::placeBytes)
        return;
    auto found = m_columns.find(key);
    if (found == m_columns.end()) {
        if (m_heads.size() >= limits::tableColumns)
            return;
        found = m_columns.emplace(key, m_heads.size()).first;
        m_heads.push_back(key);
    }
    if (m_cells.size() <= found->second)
        m_cells.resize(found->second + 1);
    m_cells[found->second] = std::move(value);
}

Result<bool> ObjectTable::add(std::string_view object, const Place& place)
{
    m_cells.clear();
    if (readPlainObject(object, m_plain)) {
        for (const auto& [key, value] : m_plain)
            put(std::string{key}, {value, {}});
    } else {
        const char* at = object.data();
        Flattener handler{*this, &at};
        if (auto read = walk(object, at, handler); !read)
            return read;
    }
    for (const auto& cell : m_cells) {
        if (cell.piece.empty())
            m_table.addCopy(cell.made);
        else
            m_table.addPiece(static_cast<std::size_t>(cell.piece.data() - m_table.text().view().data()), cell.piece.size());
    }
    m_table.finish(place);
    return true;
}

Result<ObjectList> longestList(std::string_view text)
{
    const char* at = text.data();
    ListFinder finder{text, &at};
    const auto read = walk(text, at, finder);
    if (!read)
        return tl::unexpected{read.error()};
    return finder.taken();
}

} // namespace lockstep::table
