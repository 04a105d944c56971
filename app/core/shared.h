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
    Shared(T value) : m_bits(bitsOf(new Held{std::move(value)})) { }
    Shared(std::optional<T> value) : m_bits(value ? bitsOf(new Held{std::move(*value)}) : 0) { }
    Shared(const Shared& other) : m_bits(other.m_bits & ~loaned)
    {
        if (m_bits != 0)
            held()->holders.fetch_add(1, std::memory_order_relaxed);
    }
    Shared(Shared&& other) noexcept : m_bits(other.m_bits & ~loaned)
    {
        if (other.isLoan())
            held()->holders.fetch_add(1, std::memory_order_relaxed);
        else
            other.m_bits = 0;
    }
    Shared& operator=(Shared other) noexcept
    {
        std::swap(m_bits, other.m_bits);
        return *this;
    }
    ~Shared()
    {
        if (m_bits != 0 && !isLoan() && held()->holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
            delete held();
    }

    /// The same value to look at, which counts as no holder and costs no count: it must not outlive those who hold the
    /// value. What is copied or moved out of it holds the value as well.
    Shared loan() const
    {
        Shared lent;
        lent.lend(*this);
        return lent;
    }
    /// Becomes a loan of what another holds.
    void lend(const Shared& of)
    {
        reset();
        m_bits = of.m_bits == 0 ? 0 : of.m_bits | loaned;
    }

    bool has_value() const { return m_bits != 0; }
    explicit operator bool() const { return has_value(); }
    const T& operator*() const { return held()->value; }
    const T* operator->() const { return &held()->value; }
    operator std::optional<T>() const { return has_value() ? std::optional{held()->value} : std::nullopt; }
    void reset() { *this = Shared{}; }
    /// One value stored once, not two that are alike.
    bool isSame(const Shared& other) const { return held() == other.held(); }

    /// The value for changing it here alone: a copy where others hold it too, a new one where there is none.
    T& own()
    {
        if (!has_value())
            *this = Shared{T{}};
        else if (isLoan() || held()->holders.load(std::memory_order_acquire) > 1)
            *this = Shared{held()->value};
        return held()->value;
    }

    friend bool operator==(const Shared& a, const Shared& b)
    {
        return a.isSame(b) || (a && b && *a == *b);
    }

private:
    struct Held {
        T value;
        std::atomic<std::uint32_t> holders{1};
    };
    static constexpr std::uintptr_t loaned = 1; ///< in the address, which is even
    static std::uintptr_t bitsOf(Held* held) { return reinterpret_cast<std::uintptr_t>(held); }
    Held* held() const { return reinterpret_cast<Held*>(m_bits & ~loaned); }
    bool isLoan() const { return (m_bits & loaned) != 0; }

    std::uintptr_t m_bits = 0;
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
    Sentences loan() const
    {
        Sentences lent;
        lent.m_list.lend(m_list);
        return lent;
    }
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
