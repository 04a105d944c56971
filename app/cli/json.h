#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace lockstep::cli {

/// Keys keep the order they are written in.
using Json = nlohmann::ordered_json;

template <class T> Json orNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

/// One line. Bytes that are no UTF-8 become U+FFFD.
inline std::string oneLine(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace lockstep::cli
