#pragma once
#include "core/shared.h"
#include <compare>
#include <concepts>
#include <string_view>

namespace lockstep {

/// What texts stored once have in common: they are read as a string_view is.
template <class Self> class ReadAsView {
public:
    std::string_view view() const { return static_cast<const Self&>(*this).view(); }
    std::string str() const { return std::string{view()}; }
    operator std::string_view() const { return view(); }
    operator std::string() const { return str(); }
    bool empty() const { return view().empty(); }
    std::size_t size() const { return view().size(); }
    auto begin() const { return view().begin(); }
    auto end() const { return view().end(); }
    std::size_t find(std::string_view words) const { return view().find(words); }
    template <class Words> bool starts_with(const Words& words) const { return view().starts_with(words); }
    template <class Words> bool ends_with(const Words& words) const { return view().ends_with(words); }

    template <class S> requires std::convertible_to<const S&, std::string_view>
    friend bool operator==(const Self& a, const S& b) { return a.view() == std::string_view{b}; }
    template <class S> requires std::convertible_to<const S&, std::string_view>
    friend auto operator<=>(const Self& a, const S& b) { return a.view() <=> std::string_view{b}; }
    friend std::string operator+(const Self& a, std::string_view b) { return a.str().append(b); }
    friend std::string operator+(std::string a, const Self& b) { return std::move(a.append(b.view())); }
};

/// A piece of UTF-8 text that never changes, in 16 bytes. Copies and parts share the bytes: the rows of a file are
/// parts of the file's own text and cost nothing beside it. Bytes: fewer than 2^32, see limits::sourceBytes.
class Text : public ReadAsView<Text> {
public:
    Text() = default;
    Text(std::string words)
    {
        m_size = static_cast<std::uint32_t>(words.size());
        if (m_size > 0)
            m_bytes = std::move(words);
    }
    Text(std::string_view words) : Text(std::string{words}) { }
    Text(const char* words) : Text(std::string{words}) { }
    /// All of these bytes, shared.
    explicit Text(const Shared<std::string>& bytes) : m_bytes(bytes), m_size(bytes ? static_cast<std::uint32_t>(bytes->size()) : 0) { }

    std::string_view view() const
    {
        return m_bytes ? std::string_view{*m_bytes}.substr(m_begin, m_size) : std::string_view{};
    }

    /// This text to look at, see Shared::loan.
    Text loan() const
    {
        Text lent;
        lent.lend(*this);
        return lent;
    }
    /// Becomes a loan of these bytes.
    void lend(const Shared<std::string>& bytes, std::uint32_t begin, std::uint32_t size)
    {
        m_bytes.lend(bytes);
        m_begin = begin;
        m_size = size;
    }
    void lend(const Text& of) { lend(of.m_bytes, of.m_begin, of.m_size); }
    const Shared<std::string>& bytes() const { return m_bytes; }
    std::uint32_t place() const { return m_begin; } ///< of its first byte among the bytes

    /// Costs what is added, unless others hold these bytes too.
    Text& operator+=(std::string_view more)
    {
        if (!m_bytes || m_size != m_bytes->size())
            return *this = Text{*this + more};
        m_bytes.own().append(more);
        m_size += static_cast<std::uint32_t>(more.size());
        return *this;
    }

    /// Words that are seen in this text, kept as a part of it; words from elsewhere are copied.
    Text part(std::string_view words) const
    {
        const std::less<const char*> isBefore;
        const auto whole = view();
        const bool isInside = !isBefore(words.data(), whole.data()) && !isBefore(whole.data() + whole.size(), words.data() + words.size());
        if (!m_bytes || words.empty() || !isInside)
            return Text{words};
        Text part{*this};
        part.m_begin += static_cast<std::uint32_t>(words.data() - whole.data());
        part.m_size = static_cast<std::uint32_t>(words.size());
        return part;
    }

private:
    Shared<std::string> m_bytes;
    std::uint32_t m_begin = 0, m_size = 0;
};

/// A short text that many rows say alike, such as a person's name, in 8 bytes. Copies share the bytes.
class Name : public ReadAsView<Name> {
public:
    Name() = default;
    Name(std::string words)
    {
        if (!words.empty())
            m_words = std::move(words);
    }
    Name(std::string_view words) : Name(std::string{words}) { }
    Name(const char* words) : Name(std::string{words}) { }

    Name loan() const
    {
        Name lent;
        lent.m_words.lend(m_words);
        return lent;
    }
    std::string_view view() const { return m_words ? std::string_view{*m_words} : std::string_view{}; }

private:
    Shared<std::string> m_words;
};

} // namespace lockstep
