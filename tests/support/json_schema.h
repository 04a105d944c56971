#pragma once
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

/// As much of JSON Schema (draft 2020-12) as the schema of this repository uses.
namespace lockstep::test {

using Json = nlohmann::json;

inline bool isOfType(const Json& value, const std::string& type)
{
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) || (type == "string" && value.is_string())
        || (type == "boolean" && value.is_boolean()) || (type == "integer" && value.is_number_integer());
}

class Schema {
public:
    explicit Schema(Json root) : m_root(std::move(root)) {}

    /// "" where the value conforms, else where and why it does not.
    std::string fault(const Json& value) const { return faultAt(value, m_root, ""); }

    /// Words of the schema that this validator would pass over.
    static QSet<QString> unknownWords(const Json& schema)
    {
        static const QSet<QString> known{QStringLiteral("$schema"), QStringLiteral("$defs"), QStringLiteral("$ref"), QStringLiteral("title"),
            QStringLiteral("description"), QStringLiteral("type"), QStringLiteral("required"), QStringLiteral("properties"),
            QStringLiteral("items"), QStringLiteral("enum"), QStringLiteral("const"), QStringLiteral("pattern"), QStringLiteral("minimum"),
            QStringLiteral("maximum"), QStringLiteral("minLength"), QStringLiteral("minItems"), QStringLiteral("oneOf")};
        QSet<QString> unknown;
        if (!schema.is_object())
            return unknown;
        for (const auto& [word, inner] : schema.items()) {
            if (!known.contains(QString::fromStdString(word)))
                unknown.insert(QString::fromStdString(word));
            if (word == "properties" || word == "$defs" || word == "oneOf") {
                for (const auto& item : inner)
                    unknown.unite(unknownWords(item));
            }
            if (word == "items")
                unknown.unite(unknownWords(inner));
        }
        return unknown;
    }

private:
    std::string faultAt(const Json& value, const Json& schema, const std::string& at) const
    {
        if (schema.is_boolean())
            return schema.get<bool>() ? "" : at + ": must be left out";
        if (schema.contains("$ref"))
            return faultAt(value, m_root.at(Json::json_pointer{schema["$ref"].get<std::string>().substr(1)}), at);
        if (schema.contains("type") && !isOfType(value, schema["type"]))
            return at + ": is no " + schema["type"].get<std::string>();
        if (schema.contains("const") && value != schema["const"])
            return at + ": is not " + schema["const"].dump();
        if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
            return at + ": is none of " + schema["enum"].dump();
        if (value.is_string() && !textFits(value.get<std::string>(), schema))
            return at + ": does not match";
        if (value.is_number() && (value < schema.value("minimum", value) || value > schema.value("maximum", value)))
            return at + ": is out of range";
        if (const int fits = schema.contains("oneOf") ? fitting(value, schema["oneOf"], at) : 1; fits != 1)
            return at + ": fits " + std::to_string(fits) + " of the alternatives";
        return value.is_object() ? faultOfMembers(value, schema, at) : faultOfItems(value, schema, at);
    }
    static bool textFits(const std::string& text, const Json& schema)
    {
        if (text.size() < schema.value("minLength", std::size_t{0}))
            return false;
        return !schema.contains("pattern") || compiled(schema["pattern"]).match(QString::fromStdString(text)).hasMatch();
    }
    static const QRegularExpression& compiled(const std::string& pattern)
    {
        static std::map<std::string, QRegularExpression> all;
        const auto found = all.find(pattern);
        return found != all.end() ? found->second : all.emplace(pattern, QString::fromStdString(pattern)).first->second;
    }
    int fitting(const Json& value, const Json& alternatives, const std::string& at) const
    {
        return static_cast<int>(std::count_if(
            alternatives.begin(), alternatives.end(), [&](const Json& one) { return faultAt(value, one, at).empty(); }));
    }
    std::string faultOfMembers(const Json& object, const Json& schema, const std::string& at) const
    {
        for (const auto& name : part(schema, "required")) {
            if (!object.contains(name.get_ref<const std::string&>()))
                return at + ": has no " + name.get<std::string>();
        }
        for (const auto& [name, rule] : part(schema, "properties").items()) {
            const auto member = object.find(name);
            if (member == object.end())
                continue;
            if (auto fault = faultAt(*member, rule, at + "/" + name); !fault.empty())
                return fault;
        }
        return {};
    }
    static const Json& part(const Json& schema, const char* word)
    {
        static const Json none;
        const auto found = schema.find(word);
        return found == schema.end() ? none : *found;
    }
    std::string faultOfItems(const Json& list, const Json& schema, const std::string& at) const
    {
        if (!list.is_array())
            return {};
        if (list.size() < schema.value("minItems", std::size_t{0}))
            return at + ": has too few items";
        for (std::size_t i = 0; schema.contains("items") && i < list.size(); ++i) {
            if (auto fault = faultAt(list[i], schema["items"], at + "/" + std::to_string(i)); !fault.empty())
                return fault;
        }
        return {};
    }

    Json m_root;
};

} // namespace lockstep::test
