#include "core/vocabulary.h"
#include "core/embedded.h"
#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <unordered_map>

namespace lockstep {

namespace {

constexpr std::array<std::pair<std::string_view, Idea>, 39> ideas {
    {{"begin", Idea::Begin}, {"end", Idea::End}, {"lock", Idea::Lock}, {"unlock", Idea::Unlock},
        {"restrict", Idea::Restrict}, {"look", Idea::Look}, {"look-noun", Idea::LookNoun},
        {"no-look", Idea::NoLook}, {"seen", Idea::Seen},
        {"refused", Idea::Refused}, {"correct", Idea::Correct}, {"process", Idea::Process}, {"past", Idea::Past},
        {"thing", Idea::Thing}, {"all", Idea::All}, {"breaks", Idea::Breaks}, {"restores", Idea::Restores},
        {"detects", Idea::Detects}, {"tells", Idea::Tells}, {"not", Idea::Not}, {"wish", Idea::Wish},
        {"when", Idea::When}, {"notice", Idea::Notice}, {"article", Idea::Article}, {"helper", Idea::Helper},
        {"cut", Idea::Cut}, {"least", Idea::Least}, {"most", Idea::Most}, {"exactly", Idea::Exactly},
        {"about", Idea::About}, {"unit", Idea::Unit}, {"number", Idea::Number}, {"duration", Idea::Duration},
        {"role", Idea::Role}, {"declares", Idea::Declares}, {"mitigates", Idea::Mitigates}, {"informs", Idea::Informs},
        {"daily", Idea::Daily}, {"share", Idea::Share}}};

/// One word of an entry.
struct Piece {
    std::string text;
    bool isStem = false;
    bool needsAccents = false;
    bool matches(const Word& word) const
    {
        if (needsAccents)
            return word.accented == text;
        return isStem ? word.folded.starts_with(text) : word.folded == text;
    }
};

struct Entry {
    Idea idea;
    std::string_view name;
    std::vector<Piece> pieces;
};

/// The first three letters of a word: what entries are found by.
std::uint32_t keyOf(std::string_view folded)
{
    std::uint32_t key = 0;
    for (const char letter : folded.substr(0, 3))
        key = (key << 8) | static_cast<unsigned char>(letter);
    return key;
}

std::size_t bitOf(std::uint32_t key) { return (key ^ (key >> 11)) & 0xFFF; }

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Cuts off and returns what stands before the separator.
std::string_view taken(std::string_view& rest, char separator)
{
    const auto end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return trimmed(part);
}

struct Table {
    std::unordered_map<std::uint32_t, std::vector<Entry>> byKey;
    std::bitset<1u << 12> mayHold; ///< by the last bits of a key: most words of a text are not looked for
    std::vector<std::pair<std::pair<Idea, std::string_view>, std::string_view>> first;

    void add(Idea idea, std::string_view name, std::string_view written)
    {
        Entry entry{.idea = idea, .name = name, .pieces = {}};
        const bool isStem = written.ends_with('*');
        const std::vector<Word> words = wordsOf(written.substr(0, written.size() - (isStem ? 1 : 0)));
        for (const Word& word : words) {
            const bool needsAccents = words.size() == 1 && word.folded.size() < 5 && !word.accented.empty();
            entry.pieces.push_back(
                {.text = needsAccents ? word.accented : word.folded, .isStem = false, .needsAccents = needsAccents});
        }
        if (entry.pieces.empty())
            return;
        entry.pieces.back().isStem = isStem;
        const std::uint32_t key = keyOf(words.front().folded);
        byKey[key].push_back(std::move(entry));
        mayHold.set(bitOf(key));
        first.push_back({{idea, name}, written});
    }

    void read(std::string_view file)
    {
        while (!file.empty()) {
            std::string_view line = taken(file, '\n');
            if (line.empty() || line.front() == '#')
                continue;
            std::string_view head = taken(line, ':');
            const std::string_view key = taken(head, ' ');
            const auto idea
                = std::find_if(ideas.begin(), ideas.end(), [key](const auto& pair) { return pair.first == key; });
            while (idea != ideas.end() && !line.empty())
                add(idea->second, trimmed(head), taken(line, ','));
        }
    }
};

/// Read once from the files compiled in; it never changes.
const Table& table()
{
    static const Table all = [] {
        Table made;
        for (const EmbeddedFile& file : embeddedFiles()) {
            if (file.path.starts_with("vocabulary/"))
                made.read(file.content);
        }
        return made;
    }();
    return all;
}

bool matchesAt(const Entry& entry, const std::vector<Word>& words, std::size_t at)
{
    if (at + entry.pieces.size() > words.size())
        return false;
    for (std::size_t i = 0; i < entry.pieces.size(); ++i) {
        const Word& word = words[at + i];
        if (!entry.pieces[i].matches(word) || word.clause != words[at].clause)
            return false;
    }
    return true;
}

/// Ideas of which only one can be meant by the same words.
int camp(Idea idea)
{
    switch (idea) {
    case Idea::Lock:
    case Idea::Unlock:
        return 1;
    case Idea::Refused:
    case Idea::Correct:
        return 2;
    case Idea::Breaks:
    case Idea::Restores:
        return 3;
    case Idea::Begin:
    case Idea::End:
        return 4;
    case Idea::Least:
    case Idea::Most:
    case Idea::Exactly:
        return 5;
    case Idea::Look:
    case Idea::LookNoun:
    case Idea::NoLook:
    case Idea::Seen:
        return 6;
    default:
        return 0;
    }
}

bool contains(const Mention& longer, const Mention& shorter)
{
    return longer.count > shorter.count && longer.first <= shorter.first
        && longer.first + longer.count >= shorter.first + shorter.count;
}

void hideInside(std::vector<Mention>& mentions)
{
    std::size_t most = 0;
    for (const Mention& mention : mentions)
        most = std::max(most, mention.count);
    if (most <= 1)
        return;
    const auto isHidden = [all = mentions, most](const Mention& mention) {
        const auto near = mentionsIn(all, mention.first - std::min(mention.first, most), mention.first + 1);
        return std::any_of(near.begin(), near.end(), [&mention](const Mention& other) {
            const bool compete = other.idea == mention.idea || (camp(mention.idea) != 0 && camp(other.idea) == camp(mention.idea));
            return compete && contains(other, mention);
        });
    };
    mentions.erase(std::remove_if(mentions.begin(), mentions.end(), isHidden), mentions.end());
}

} // namespace

std::span<const Mention> mentionsIn(const std::vector<Mention>& mentions, std::size_t first, std::size_t end)
{
    const auto from = std::ranges::lower_bound(mentions, first, {}, &Mention::first);
    return {from, std::ranges::lower_bound(from, mentions.end(), end, {}, &Mention::first)};
}

const Mention* MarkedText::find(Idea idea, std::size_t from) const
{
    const auto found = std::find_if(mentions.begin(), mentions.end(),
        [&](const Mention& mention) { return mention.idea == idea && mention.first >= from; });
    return found == mentions.end() ? nullptr : &*found;
}

bool MarkedText::isNegated(const Mention& mention) const
{
    constexpr std::size_t reach = 3;
    const auto before = mentionsIn(mentions, mention.first - std::min(mention.first, reach), mention.first);
    return std::any_of(before.begin(), before.end(), [&](const Mention& no) { return no.idea == Idea::Not && clauseOf(no) == clauseOf(mention); });
}

std::string_view MarkedText::written(std::size_t first, std::size_t count) const
{
    if (count == 0)
        return {};
    const Word& last = words[first + count - 1];
    return text.substr(words[first].begin, last.begin + last.length - words[first].begin);
}

MarkedText marked(std::string_view text)
{
    constexpr std::size_t most = 16u << 10; // what is said of an incident stands at the beginning of a text this long
    if (text.size() > most) {
        std::size_t end = std::min(text.rfind(' ', most), most);
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
        text = text.substr(0, end);
    }
    MarkedText result{.text = text, .words = wordsOf(text), .mentions = {}};
    const Table& all = table();
    for (std::size_t at = 0; at < result.words.size(); ++at) {
        const std::uint32_t key = keyOf(result.words[at].folded);
        const auto entries = all.mayHold.test(bitOf(key)) ? all.byKey.find(key) : all.byKey.end();
        if (entries == all.byKey.end())
            continue;
        for (const Entry& entry : entries->second) {
            if (matchesAt(entry, result.words, at))
                result.mentions.push_back(
                    {.idea = entry.idea, .name = entry.name, .first = at, .count = entry.pieces.size()});
        }
    }
    hideInside(result.mentions);
    return result;
}

bool isIdea(std::string_view key)
{
    return std::any_of(ideas.begin(), ideas.end(), [key](const auto& pair) { return pair.first == key; });
}

std::string_view wordFor(Idea idea, std::string_view name)
{
    const auto& first = table().first;
    const auto found = std::find_if(first.begin(), first.end(), [&](const auto& entry) {
        return entry.first == std::pair {idea, name};
    });
    return found == first.end() ? std::string_view {} : found->second;
}

} // namespace lockstep
