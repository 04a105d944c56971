#pragma once
#include <optional>

namespace lockstep {

/// An optional value kept in one number, for members of which there are a million.
/// Compacting<T> tells how: Number, the one that stands for nothing, and the way both ways.
template <class T> struct Compacting;

template <class T> class Compact {
    using As = Compacting<T>;

public:
    Compact() = default;
    Compact(std::nullopt_t) { }
    Compact(const T& value) : m_number(As::number(value)) { }
    Compact(const std::optional<T>& value) : m_number(value ? As::number(*value) : As::nothing) { }

    bool has_value() const { return m_number != As::nothing; }
    explicit operator bool() const { return has_value(); }
    T operator*() const { return As::value(m_number); }
    T value_or(const T& other) const { return has_value() ? **this : other; }
    operator std::optional<T>() const { return has_value() ? std::optional{**this} : std::nullopt; }
    void reset() { m_number = As::nothing; }

    /// What `packed->member` reads from; it lives as long as the expression.
    struct Read {
        T value;
        const T* operator->() const { return &value; }
    };
    Read operator->() const { return {**this}; }

    friend bool operator==(const Compact&, const Compact&) = default;
    friend bool operator==(const Compact& a, const std::optional<T>& b) { return a == Compact{b}; }
    friend bool operator==(const Compact& a, const T& b) { return a == Compact{b}; }

private:
    typename As::Number m_number = As::nothing;
};

} // namespace lockstep
