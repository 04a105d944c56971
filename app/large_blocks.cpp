// Memory in large blocks comes in large pages: a file of a million rows touches half a GiB, and the system's work for each
// page of 4 KiB of it took as long as the reading itself. Small blocks are the C library's, as they are without this file.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <malloc.h>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace {

constexpr std::size_t largeBlock = 1u << 20;
constexpr std::size_t largePage = 2u << 20;

// A large block goes back to the system when it is freed. Left to itself the library keeps those of up to 32 MiB, which for
// a file of a million rows is a tenth of all memory.
[[maybe_unused]] const int isReturned = mallopt(M_MMAP_THRESHOLD, static_cast<int>(largeBlock));

// So does the begin of the heap, which every start fills: a large page of it takes one step of the system, small ones 512.
// After it the heap grows by a MiB at a time and keeps as much: by 128 KiB, every start asked the system eighty times.
[[maybe_unused]] const bool isRoomy = [] {
    constexpr std::size_t begin = 3 * largePage;
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
    sbrk(static_cast<std::intptr_t>(largePage - end % largePage)); // the heap goes on where a large page begins
    mallopt(M_TRIM_THRESHOLD, static_cast<int>(2 * begin));
    mallopt(M_TOP_PAD, static_cast<int>(begin));
    void* volatile grown = std::malloc(largeBlock / 2);
    std::free(grown);
    mallopt(M_TOP_PAD, static_cast<int>(largeBlock));
    const std::uintptr_t first = (end / largePage + 1) * largePage;
    return madvise(reinterpret_cast<void*>(first), begin, MADV_HUGEPAGE) == 0;
}();

} // namespace

void* operator new(std::size_t size)
{
    const bool isLarge = size >= largePage;
    void* block = isLarge ? std::aligned_alloc(largePage, (size + largePage - 1) / largePage * largePage)
                          : std::malloc(std::max<std::size_t>(size, 1));
    if (!block)
        throw std::bad_alloc{};
    if (isLarge)
        madvise(block, size, MADV_HUGEPAGE); // a system without them gives small ones
    return block;
}

void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }
