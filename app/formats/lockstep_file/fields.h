#pragma once
#include "formats/lockstep_file/json_node.h"
#include "formats/lockstep_file/values.h"
#include <map>
#include <set>

namespace lockstep::lockstep_file {

/// What one reading of a file finds out on the way: the first error stops it, the rest is for notes.
struct Findings {
    std::optional<Problem> error;
    int rows = 0; ///< how many rows the file has
    /// Keys this version does not know, by the kind of object they stand in; the line of the first.
    std::map<std::pair<std::string, std::string>, int> unknown;
    /// Resources that scopes name, and those that rows and lanes read; the line of the first.
    std::map<std::string, int> scoped, read;
    /// What is taken as it stands though it can hardly be meant.
    std::vector<Problem> warnings;

    void refuse(int line, std::string what, std::string instead = {});
    void warn(int line, const std::string& what, std::string instead); ///< what: "this window ..."
};

/// One object of the file: its members by name and type. A wrong or missing member is the reading's error and gives
/// a value of no meaning, so that readers need not ask after each.
class Fields {
public:
    /// `kind` names the object in sentences: "row", "window".
    Fields(const JsonNode& node, std::string kind, Findings& findings);
    /// Members nobody asked for are noted as unknown.
    ~Fields();
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;

    int line() const { return m_node.line; }
    Findings& findings() { return m_findings; }
    bool has(std::string_view key) { return find(key) != nullptr; }
    const JsonNode* find(std::string_view key);
    const JsonNode* list(std::string_view key);      ///< nullptr where it is left out
    const JsonNode& object(std::string_view key);    ///< required
    std::string text(std::string_view key);          ///< required
    std::string textOr(std::string_view key, std::string fallback = {});
    std::vector<std::string> texts(std::string_view key);
    bool flagOr(std::string_view key, bool fallback);
    int whole(std::string_view key, int least, int most);
    int wholeOr(std::string_view key, int fallback, int least, int most);
    ResourceId readResource(std::string_view key);   ///< what a row or lane reads
    EventId row(std::string_view key);               ///< a row of this file
    std::optional<EventId> rowIfAny(std::string_view key);
    Millis length(std::string_view key);
    Clock clock(std::string_view key);
    StatedDate date(std::string_view key);
    template <class E> E named(std::string_view key)
    {
        return named(key, E{}, text(key));
    }
    template <class E> E namedOr(std::string_view key, E fallback)
    {
        return has(key) ? named<E>(key) : fallback;
    }
    void refuse(std::string what, std::string instead = {}); ///< on the object's line
    void refuseMember(std::string_view key, std::string what, std::string instead = {}); ///< on the member's, if it is there

private:
    template <class E> E named(std::string_view key, E none, const std::string& written)
    {
        std::string known;
        for (const auto& named : namesOf(none)) {
            if (named.name == written)
                return named.value;
            known += (known.empty() ? "'" : ", '") + std::string{named.name} + "'";
        }
        refuseValue(key, "is not one of the known words", "Use one of " + known + ".");
        return none;
    }
    const JsonNode* typed(std::string_view key, JsonNode::Type type, std::string_view typeName);
    const JsonNode* required(std::string_view key, JsonNode::Type type, std::string_view typeName);
    void refuseValue(std::string_view key, std::string_view fault, std::string instead);

    const JsonNode& m_node;
    std::string m_kind;
    Findings& m_findings;
    std::set<std::string, std::less<>> m_asked;
};

} // namespace lockstep::lockstep_file
