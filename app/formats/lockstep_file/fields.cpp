#include "formats/lockstep_file/fields.h"
#include "formats/lockstep_file/lockstep_file.h"

namespace lockstep::lockstep_file {

namespace {

const JsonNode& emptyObject()
{
    static const JsonNode none = [] {
        JsonNode node;
        node.type = JsonNode::Type::Object;
        return node;
    }();
    return none;
}

} // namespace

void Findings::refuse(int line, std::string what, std::string instead)
{
    if (!error)
        error = Problem{Severity::Error, line, 0, std::move(what), std::move(instead)};
}

void Findings::warn(int line, const std::string& what, std::string instead)
{
    warnings.push_back({Severity::Warning, 0, 0, "Line " + std::to_string(line) + std::string{ofTheFile} + what, std::move(instead)});
}

Fields::Fields(const JsonNode& node, std::string kind, Findings& findings)
    : m_node(node)
    , m_kind(std::move(kind))
    , m_findings(findings)
{
    if (node.type != JsonNode::Type::Object)
        refuse("A " + m_kind + " must be an object in { }.");
}

Fields::~Fields()
{
    if (m_node.type != JsonNode::Type::Object)
        return;
    for (const auto& child : m_node.children) {
        if (!m_asked.contains(child.key))
            m_findings.unknown.try_emplace({m_kind, child.key}, child.line);
    }
}

void Fields::refuse(std::string what, std::string instead)
{
    m_findings.refuse(m_node.line, std::move(what), std::move(instead));
}

void Fields::refuseMember(std::string_view key, std::string what, std::string instead)
{
    const auto* node = find(key);
    m_findings.refuse(node ? node->line : m_node.line, std::move(what), std::move(instead));
}

void Fields::refuseValue(std::string_view key, std::string_view fault, std::string instead)
{
    refuseMember(key, "'" + std::string{key} + "' of this " + m_kind + " " + std::string{fault} + ".", std::move(instead));
}

const JsonNode* Fields::find(std::string_view key)
{
    m_asked.emplace(key);
    return m_node.member(key);
}

const JsonNode* Fields::typed(std::string_view key, JsonNode::Type type, std::string_view typeName)
{
    const auto* node = find(key);
    if (!node || node->type == type)
        return node;
    refuseValue(key, "must be " + std::string{typeName}, {});
    return nullptr;
}

const JsonNode* Fields::required(std::string_view key, JsonNode::Type type, std::string_view typeName)
{
    if (!find(key))
        refuse("This " + m_kind + " has no '" + std::string{key} + "'.", "Add it; it must be " + std::string{typeName} + ".");
    return typed(key, type, typeName);
}

const JsonNode* Fields::list(std::string_view key)
{
    return typed(key, JsonNode::Type::List, "a list in [ ]");
}

const JsonNode& Fields::object(std::string_view key)
{
    const auto* node = required(key, JsonNode::Type::Object, "an object in { }");
    return node ? *node : emptyObject();
}

std::string Fields::text(std::string_view key)
{
    const auto* node = required(key, JsonNode::Type::Text, "text in quotes");
    return node ? node->text : std::string{};
}

std::string Fields::textOr(std::string_view key, std::string fallback)
{
    return has(key) ? text(key) : fallback;
}

std::vector<std::string> Fields::texts(std::string_view key)
{
    std::vector<std::string> all;
    const auto* node = list(key);
    if (!node)
        return all;
    for (const auto& item : node->children) {
        if (item.type != JsonNode::Type::Text)
            m_findings.refuse(item.line, "Each item of '" + std::string{key} + "' must be text in quotes.");
        all.push_back(item.text);
    }
    return all;
}

ResourceId Fields::readResource(std::string_view key)
{
    auto resource = text(key);
    if (const auto* node = find(key); node && !resource.empty())
        m_findings.read.try_emplace(resource, node->line);
    return resource;
}

bool Fields::flagOr(std::string_view key, bool fallback)
{
    const auto* node = typed(key, JsonNode::Type::Flag, "true or false");
    return node ? node->flag : fallback;
}

int Fields::whole(std::string_view key, int least, int most)
{
    const auto* node = required(key, JsonNode::Type::Whole, "a whole number");
    if (!node)
        return least;
    if (node->whole < least || node->whole > most) {
        refuseValue(key, "is out of range", "It must lie between " + std::to_string(least) + " and " + std::to_string(most) + ".");
        return least;
    }
    return static_cast<int>(node->whole);
}

int Fields::wholeOr(std::string_view key, int fallback, int least, int most)
{
    return has(key) ? whole(key, least, most) : fallback;
}

EventId Fields::row(std::string_view key)
{
    const auto* node = required(key, JsonNode::Type::Whole, "the number of a row");
    if (!node)
        return 1;
    if (node->whole < 1 || node->whole > m_findings.rows) {
        refuseMember(key, "There is no row " + std::to_string(node->whole) + " in this file.",
            "Its rows are numbered 1 to " + std::to_string(m_findings.rows) + ".");
        return 1;
    }
    return static_cast<EventId>(node->whole);
}

std::optional<EventId> Fields::rowIfAny(std::string_view key)
{
    return has(key) ? std::optional{row(key)} : std::nullopt;
}

Millis Fields::length(std::string_view key)
{
    const auto read = lengthFrom(text(key));
    if (!read)
        refuseValue(key, "is not a length of time", "Write it as '60 min', '-2 h 30 min' or '15 s'; at most a century.");
    return read.value_or(Millis{0});
}

Clock Fields::clock(std::string_view key)
{
    const auto read = clockFrom(text(key));
    if (!read)
        refuseValue(key, "is not a time of day", "Write it as '23:30' or '23:30:15'.");
    return read.value_or(Clock{});
}

StatedDate Fields::date(std::string_view key)
{
    const auto read = dateFrom(text(key));
    if (!read)
        refuseValue(key, "is not a date", "Write it as '2019-10-06', or '10-06' where the year is not known.");
    return read.value_or(StatedDate{});
}

} // namespace lockstep::lockstep_file
