#pragma once
#include "core/limits.h"
#include <cstdint>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lockstep {

/// Rows in order, of which a log has millions. They are read by value, as a loan (see Shared::loan) that must not outlive
/// these rows: `const Event e = rows[0];` is one, a copy of `e` or an optional of it is not. Copies of packed rows share.
///
/// Open rows are a plain vector, to be changed as they are. Closed ones are packed: what rows say alike is stored once,
/// and each row keeps only what sets it apart. Packing tells how:
///   Own                       what is kept per row, as plain bytes
///   fits(row, index)          whether the row can be kept so; others are kept whole
///   own(row, index)           what sets this row apart
///   alike(row, index)         a loan of the row without that
///   row(alike, own, index)    a loan of the whole row again
///   hash(alike)               equal for equal rows
///   add(row), change(row, index), reserve(count)   what is kept beside, for rows that are added and changed
template <class Row, class Packing> class RowList {
public:
    using value_type = Row;

    RowList() = default;
    RowList(std::initializer_list<Row> rows) : m_open(rows) { }

    std::size_t size() const { return m_packed ? m_packed->own.size() : m_open.size(); }
    bool empty() const { return size() == 0; }
    const Row operator[](std::size_t index) const { return m_packed ? m_packed->row(index) : loanOf(m_open[index]); }
    /// What this row has in common with others, to be looked at without making the row: of what sets rows apart, see
    /// Packing, nothing is told. It lives as long as these rows are not changed.
    const Row& common(std::size_t index) const { return m_packed ? m_packed->common(index) : m_open[index]; }
    /// One fact that sets rows apart: `ofWhole(row)` of a row kept whole, else `ofPacked(alike, own)`.
    template <class OfWhole, class OfPacked> auto fact(std::size_t index, OfWhole ofWhole, OfPacked ofPacked) const
    {
        const bool isWhole = !m_packed || (m_packed->own[index].number & whole) != 0;
        return isWhole ? ofWhole(common(index)) : ofPacked(common(index), m_packed->own[index].own);
    }
    const Row front() const { return (*this)[0]; }
    const Row back() const { return (*this)[size() - 1]; }

    void reserve(std::size_t count)
    {
        if (!m_packed)
            return m_open.reserve(count);
        Packed& packed = detached();
        packed.own.reserve(count);
        packed.packing.reserve(count);
    }
    void push_back(const Row& row) { m_packed ? detached().add(row) : m_open.push_back(row); }
    void set(std::size_t index, const Row& row) { m_packed ? detached().set(index, row) : void(m_open[index] = row); }

    /// The rows for changing them; they stay open until they are closed.
    std::vector<Row>& open()
    {
        if (m_packed) {
            m_open.reserve(size());
            for (std::size_t i = 0; i < size(); ++i)
                m_open.push_back((*this)[i]);
            m_packed.reset();
        }
        return m_open;
    }
    void close(Packing packing = {})
    {
        if (m_packed)
            return;
        const std::vector<Row> rows = std::exchange(m_open, {});
        m_packed = std::make_shared<Packed>(std::move(packing));
        reserve(rows.size());
        for (const Row& row : rows)
            m_packed->add(row);
    }
    /// How many of the packed rows are kept whole, as they have nothing in common with others.
    std::size_t keptWhole() const { return m_packed ? m_packed->odd.size() : 0; }
    /// How the rows are packed; nullptr while they are open.
    const Packing* packing() const { return m_packed ? &m_packed->packing : nullptr; }

    class const_iterator {
    public:
        using iterator_concept = std::random_access_iterator_tag;
        using iterator_category = std::input_iterator_tag; // in the words of C++17 it must yield a reference to be more
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using reference = const Row;
        struct pointer {
            const Row row;
            const Row* operator->() const { return &row; }
        };

        const_iterator() = default;
        const_iterator(const RowList& rows, std::size_t at) : m_rows(&rows), m_at(static_cast<std::ptrdiff_t>(at)) { }
        reference operator*() const { return (*m_rows)[static_cast<std::size_t>(m_at)]; }
        pointer operator->() const { return {**this}; }
        reference operator[](std::ptrdiff_t by) const { return *(*this + by); }
        const_iterator& operator+=(std::ptrdiff_t by) { m_at += by; return *this; }
        const_iterator& operator-=(std::ptrdiff_t by) { return *this += -by; }
        const_iterator& operator++() { return *this += 1; }
        const_iterator& operator--() { return *this += -1; }
        const_iterator operator++(int) { return std::exchange(*this, *this + 1); }
        const_iterator operator--(int) { return std::exchange(*this, *this - 1); }
        friend const_iterator operator+(const_iterator it, std::ptrdiff_t by) { return it += by; }
        friend const_iterator operator+(std::ptrdiff_t by, const_iterator it) { return it += by; }
        friend const_iterator operator-(const_iterator it, std::ptrdiff_t by) { return it -= by; }
        friend std::ptrdiff_t operator-(const const_iterator& a, const const_iterator& b) { return a.m_at - b.m_at; }
        friend bool operator==(const const_iterator& a, const const_iterator& b) { return a.m_at == b.m_at; }
        friend auto operator<=>(const const_iterator& a, const const_iterator& b) { return a.m_at <=> b.m_at; }

    private:
        const RowList* m_rows = nullptr;
        std::ptrdiff_t m_at = 0;
    };
    using iterator = const_iterator;
    const_iterator begin() const { return {*this, 0}; }
    const_iterator end() const { return {*this, size()}; }

    friend bool operator==(const RowList& a, const RowList& b)
    {
        if (a.m_packed && a.m_packed == b.m_packed)
            return true;
        bool isEqual = a.size() == b.size();
        for (std::size_t i = 0; isEqual && i < a.size(); ++i)
            isEqual = a[i] == b[i];
        return isEqual;
    }

private:
    /// Which of the alike rows this is, or with the highest bit which of those kept whole.
    struct Kept {
        std::uint32_t number;
        typename Packing::Own own;
    };
    static constexpr std::uint32_t whole = 0x8000'0000;

    struct Packed {
        Packing packing;
        std::vector<Kept> own;
        std::vector<Row> alike, odd;
        std::unordered_multimap<std::size_t, std::uint32_t> numbers; ///< of `alike`, by their hash
        std::uint32_t last = 0;                                      ///< the number found last: neighbours are alike

        explicit Packed(Packing how) : packing(std::move(how)) { }

        const Row& common(std::size_t index) const
        {
            const std::uint32_t number = own[index].number;
            return (number & whole) != 0 ? odd[number & ~whole] : alike[number];
        }
        const Row row(std::size_t index) const
        {
            const Kept& kept = own[index];
            return (kept.number & whole) != 0 ? loanOf(odd[kept.number & ~whole]) : packing.row(alike[kept.number], kept.own, index);
        }
        void add(const Row& row)
        {
            packing.add(row);
            own.push_back(kept(row, own.size()));
        }
        void set(std::size_t index, const Row& row)
        {
            const std::uint32_t was = own[index].number;
            packing.change(row, index);
            if ((was & whole) == 0)
                own[index] = kept(row, index);
            else
                odd[was & ~whole] = row;
        }
        Kept kept(const Row& row, std::size_t index)
        {
            const std::uint32_t number = packing.fits(row, index) ? numberOf(packing.alike(row, index)) : whole;
            if (number != whole)
                return {number, packing.own(row, index)};
            odd.push_back(row);
            return {whole | static_cast<std::uint32_t>(odd.size() - 1), {}};
        }
        std::uint32_t numberOf(const Row& sought)
        {
            if (last < alike.size() && alike[last] == sought)
                return last;
            const std::size_t hash = packing.hash(sought);
            for (auto [it, end] = numbers.equal_range(hash); it != end; ++it)
                if (alike[it->second] == sought)
                    return last = it->second;
            if (alike.size() == limits::rowsAlike) // rows that differ in ever more are better kept whole
                return whole;
            last = static_cast<std::uint32_t>(alike.size());
            alike.push_back(sought);
            numbers.emplace(hash, last);
            return last;
        }
    };

    /// Packed rows that no other holds.
    Packed& detached()
    {
        if (m_packed.use_count() > 1) {
            auto own = std::make_shared<Packed>(m_packed->packing.fresh());
            own->own.reserve(size());
            own->packing.reserve(size());
            for (std::size_t i = 0; i < size(); ++i)
                own->add((*this)[i]);
            m_packed = std::move(own);
        }
        return *m_packed;
    }

    std::vector<Row> m_open;
    std::shared_ptr<Packed> m_packed; ///< none: the rows are open
};

} // namespace lockstep
