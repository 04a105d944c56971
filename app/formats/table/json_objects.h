#pragma once
#include "core/draft.h"
#include "formats/table/plain_object.h"
#include "formats/table/table.h"
#include <map>
#include <unordered_map>

namespace lockstep::table {

/// Gathers JSON objects as the records of a table; columns are their keys, in order of first appearance.
class ObjectTable {
public:
    explicit ObjectTable(const Text& text) : m_table(text) { }

    /// Reads one object as a record. Errors: it is no JSON object, or nested too deep.
    Result<bool> add(std::string_view object, const Place& place);

    const Table& table() const { return m_table; }
    const std::vector<std::string>& heads() const { return m_heads; }

    /// A value of a key, while one object is read: a piece of the text, or words made from it.
    struct Value {
        std::string_view piece;
        std::string made;
    };
    void put(const std::string& key, Value value);

private:
    Table m_table;
    std::vector<std::string> m_heads;
    std::unordered_map<std::string, std::size_t> m_columns;
    PlainValues m_plain;
    std::vector<Value> m_cells; ///< of the object being read
};

/// Where the objects of one list stand, and what is said beside it.
struct ObjectList {
    std::vector<Place> objects;
    struct Said {
        std::string key, value;
        int line = 0;
    };
    std::vector<Said> beside; ///< strings and numbers outside any list
};

/// The longest list of objects in a JSON text. Errors: not JSON, with the line; nested too deep.
Result<ObjectList> longestList(std::string_view text);

} // namespace lockstep::table
