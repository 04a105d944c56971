#pragma once
#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lockstep {

/// A value held by many rows and stored once, or none; asked like an optional. One pointer wide.
/// Holders may live in different threads; one holder is not to be changed by two at once.
template <class T> class Shared {
public:
    Shared() = default;
    Shared(std::nullopt_t) { }
    Shared(T value) : m_held(new Held{std::move(value)}) { }
    Shared(std::optional<T> value) : m_held(value ? new Held{std::move(*value)} : nullptr) { }
    Shared(const Shared& other) : m_held(other.m_held)
    {
        if (m_held)
            m_held->holders.fetch_add(1, std::memory_order_relaxed);
    }
    Shared(Shared&& other) noexcept : m_held(std::exchange(other.m_held, nullptr)) { }
    Shared& operator=(Shared other) noexcept
    {
        std::swap(m_held, other.m_held);
        return *this;
    }
    ~Shared()
    {
        if (m_held && m_held->holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete m_held;
    }

    bool has_value() const { return m_held != nullptr; }
    explicit operator bool() const { return has_value(); }
    const T& operator*() const { return m_held->value; }
    const T* operator->() const { return &m_held->value; }
    operator std::optional<T>() const { return m_held ? std::optional{m_held->value} : std::nullopt; }
    void reset() { *this = Shared{}; }

    /// The value for changing it here alone: a copy where others hold it too, a new one where there is none.
    T& own()
    {
        if (!m_held)
            *this = Shared{T{}};
        else if (m_held->holders.load(std::memory_order_acquire) > 1)
            *this = Shared{m_held->value};
        return m_held->value;
    }

    friend bool operator==(const Shared& a, const Shared& b)
    {
        return a.m_held == b.m_held || (a.m_held && b.m_held && a.m_held->value == b.m_held->value);
    }

private:
    struct Held {
        T value;
        std::atomic<std::uint32_t> holders{1};
    };
    Held* m_held = nullptr;
};

/// Sentences about a row; most rows have none, so that an empty list is one null pointer.
class Sentences {
public:
    using value_type = std::string;
    using List = std::vector<std::string>;
    using const_iterator = List::const_iterator;
    using iterator = const_iterator;

    Sentences() = default;
    Sentences(List list)
    {
        if (!list.empty())
            m_list = std::move(list);
    }
    Sentences(std::initializer_list<std::string> list) : Sentences(List{list}) { }

    const List& list() const
    {
        static const List none;
        return m_list ? *m_list : none;
    }
    operator const List&() const { return list(); }
    bool empty() const { return list().empty(); }
    std::size_t size() const { return list().size(); }
    const_iterator begin() const { return list().begin(); }
    const_iterator end() const { return list().end(); }
    const std::string& front() const { return list().front(); }
    const std::string& back() const { return list().back(); }
    const std::string& at(std::size_t i) const { return list().at(i); }
    const std::string& operator[](std::size_t i) const { return list()[i]; }
    void push_back(std::string sentence) { m_list.own().push_back(std::move(sentence)); }
    void erase(const std::string& sentence)
    {
        if (m_list)
            std::erase(m_list.own(), sentence);
    }
    friend bool operator==(const Sentences& a, const Sentences& b) { return a.list() == b.list(); }

private:
    Shared<List> m_list;
};

} // namespace lockstep
