#pragma once
#include "core/result.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::lockstep_file {

/// A value of a JSON text that remembers its line, so that a wrong meaning can be reported as well as a wrong form.
struct JsonNode {
    enum class Type { Null, Flag, Whole, Fraction, Text, List, Object };
    Type type = Type::Null;
    int line = 0;                   ///< 1-based; of a list or object, where it opens
    bool flag = false;
    std::int64_t whole = 0;
    std::string key;                ///< its name where it is a member of an object
    std::string text;
    std::vector<JsonNode> children; ///< items of a list, members of an object, in file order
    /// The member of that name, or nullptr.
    const JsonNode* member(std::string_view name) const;
};

/// Reads a whole JSON text.
/// Errors, each with its line: not JSON, cut short, a key given twice, deeper than limits::jsonDepth.
/// Whole numbers beyond 64 bits become fractions, which no field of ours takes.
Result<JsonNode> readJson(std::string_view utf8);

} // namespace lockstep::lockstep_file
