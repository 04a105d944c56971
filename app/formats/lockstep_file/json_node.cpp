#include "formats/lockstep_file/json_node.h"
#include "core/limits.h"
#include <algorithm>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

namespace lockstep::lockstep_file {

namespace {

/// Where the library's lexer stands in the text.
struct Position {
    int line = 1, column = 0;
    char last = 0;
};

/// Hands the text to the library and counts its lines on the way: it reports none itself.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, Position* position) : m_at(at), m_position(position) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        m_position->last = *m_at;
        ++m_position->column;
        if (*m_at++ == '\n') {
            ++m_position->line;
            m_position->column = 0;
        }
        return *this;
    }
    CountingIterator operator++(int)
    {
        auto before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.m_at == b.m_at; }

private:
    const char* m_at;
    Position* m_position;
};

/// Two members of one object with the same name; the later one.
const JsonNode* repeatedMember(const JsonNode& object)
{
    std::vector<const JsonNode*> byName(object.children.size());
    std::transform(object.children.begin(), object.children.end(), byName.begin(), [](const auto& child) { return &child; });
    std::stable_sort(byName.begin(), byName.end(), [](auto* a, auto* b) { return a->key < b->key; });
    const auto twin = std::adjacent_find(byName.begin(), byName.end(), [](auto* a, auto* b) { return a->key == b->key; });
    return twin == byName.end() ? nullptr : *std::next(twin);
}

/// As much of a text as a sentence can carry, cut between characters.
std::string excerpt(std::string_view text)
{
    constexpr std::size_t most = 40;
    if (text.size() <= most)
        return std::string{text};
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string{text.substr(0, end)} + "...";
}

/// What the library read last, without the lines before; it spells control characters "<U+000A>".
std::string_view lastLine(std::string_view token)
{
    constexpr std::string_view lineBreak = "<U+000A>";
    const auto at = token.rfind(lineBreak);
    return at == std::string_view::npos ? token : token.substr(at + lineBreak.size());
}

/// Builds the tree from the library's events. The interface is the library's, hence its names.
class TreeBuilder {
public:
    using Json = nlohmann::json;

    explicit TreeBuilder(const Position& position) : m_position(position) {}
    JsonNode takeRoot() { return std::move(m_root); }
    const std::optional<Problem>& problem() const { return m_problem; }

    bool null() { return add(JsonNode::Type::Null) != nullptr; }
    bool boolean(bool value)
    {
        add(JsonNode::Type::Flag)->flag = value;
        return true;
    }
    bool number_integer(Json::number_integer_t value) { return number(JsonNode::Type::Whole, value); }
    bool number_unsigned(Json::number_unsigned_t value)
    {
        const bool fits = value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        return number(fits ? JsonNode::Type::Whole : JsonNode::Type::Fraction, static_cast<std::int64_t>(fits ? value : 0));
    }
    bool number_float(Json::number_float_t, const Json::string_t&) { return number(JsonNode::Type::Fraction, 0); }
    bool string(Json::string_t& value)
    {
        add(JsonNode::Type::Text)->text = std::move(value);
        return true;
    }
    bool binary(Json::binary_t&) { return false; }
    bool key(Json::string_t& name)
    {
        m_key = std::move(name);
        return true;
    }
    bool start_object(std::size_t) { return open(JsonNode::Type::Object); }
    bool start_array(std::size_t) { return open(JsonNode::Type::List); }
    bool end_array() { return close(); }
    bool end_object()
    {
        if (const auto* repeated = repeatedMember(*m_open.back()))
            return refuse(repeated->line, "The key '" + excerpt(repeated->key) + "' is given twice.", "Keep one of the two.");
        return close();
    }
    bool parse_error(std::size_t, const std::string& token, const Json::exception& fault)
    {
        if (std::string_view{fault.what()}.find("unexpected end of input") != std::string_view::npos)
            return refuse(m_position.line, "The file ends before its last bracket is closed.",
                "It was probably cut short; look for a complete copy.");
        return refuse(lineOfNumber(), "This is not valid JSON near '" + excerpt(lastLine(token)) + "'.",
            "A comma, quote or bracket is probably missing or left over.");
    }

private:
    JsonNode* add(JsonNode::Type type)
    {
        auto& node = m_open.empty() ? m_root : m_open.back()->children.emplace_back();
        node.type = type;
        node.line = m_position.line;
        node.key = std::exchange(m_key, {});
        return &node;
    }
    bool number(JsonNode::Type type, std::int64_t value)
    {
        auto* node = add(type);
        node->line = lineOfNumber();
        node->whole = value;
        return true;
    }
    /// The lexer looks one character beyond a number, which may already be the next line's.
    int lineOfNumber() const { return m_position.last == '\n' ? m_position.line - 1 : m_position.line; }
    bool open(JsonNode::Type type)
    {
        if (m_open.size() >= limits::jsonDepth)
            return refuse(m_position.line,
                "Brackets are nested deeper than " + std::to_string(limits::jsonDepth) + " levels.",
                "No file of this format needs that.");
        m_open.push_back(add(type));
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }
    bool refuse(int line, std::string what, std::string instead)
    {
        m_problem = Problem{Severity::Error, line, 0, std::move(what), std::move(instead)};
        return false;
    }

    const Position& m_position;
    JsonNode m_root;
    /// A parent's children do not grow while one of them is open, so these stay valid.
    std::vector<JsonNode*> m_open;
    std::string m_key;
    std::optional<Problem> m_problem;
};

} // namespace

const JsonNode* JsonNode::member(std::string_view name) const
{
    const auto found = std::find_if(children.begin(), children.end(), [&](const auto& child) { return child.key == name; });
    return found == children.end() ? nullptr : &*found;
}

Result<JsonNode> readJson(std::string_view utf8)
{
    Position position;
    TreeBuilder builder{position};
    const auto* begin = utf8.data();
    const bool complete = nlohmann::json::sax_parse(
        CountingIterator{begin, &position}, CountingIterator{begin + utf8.size(), &position}, &builder);
    if (builder.problem())
        return tl::unexpected<Problem>{*builder.problem()};
    if (!complete)
        return refusal("This is not valid JSON.", {}, position.line);
    return builder.takeRoot();
}

} // namespace lockstep::lockstep_file
