#include "formats/markdown/entities.h"
#include "formats/text_scan.h"
#include <QString>
#include <algorithm>
#include <array>
#include <charconv>

namespace lockstep::markdown {

namespace {

struct Entity { std::string_view name, text; };
constexpr std::array entities{
    Entity{"amp", "&"}, Entity{"lt", "<"}, Entity{"gt", ">"}, Entity{"quot", "\""}, Entity{"apos", "'"},
    Entity{"nbsp", " "}, Entity{"ndash", "–"}, Entity{"mdash", "—"}, Entity{"hellip", "…"}, Entity{"rarr", "→"},
    Entity{"larr", "←"}, Entity{"ldquo", "“"}, Entity{"rdquo", "”"}, Entity{"lsquo", "‘"}, Entity{"rsquo", "’"},
    Entity{"deg", "°"}, Entity{"middot", "·"}, Entity{"bull", "•"}, Entity{"times", "×"}, Entity{"euro", "€"},
    Entity{"copy", "©"}, Entity{"minus", "−"}, Entity{"thinsp", " "}, Entity{"ensp", " "}, Entity{"emsp", " "}};

bool isEmoji(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0x2B50 || c == 0x2B55
        || (c >= 0x2B05 && c <= 0x2B1C) || c == 0x231A || c == 0x231B || (c >= 0x23E9 && c <= 0x23FA) || c == 0x200D
        || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x20E3 || (c >= 0xE0020 && c <= 0xE007F);
}

std::string utf8(char32_t c) { return QString::fromUcs4(&c, 1).toStdString(); }

} // namespace

std::size_t shortNameAt(std::string_view text, std::size_t at, bool mayTouchDigit)
{
    if (text[at] != ':' || (at > 0 && scan::isWordChar(text[at - 1])))
        return 0;
    auto end = at + 1;
    bool letters = false;
    for (; end < text.size(); ++end) {
        const char c = text[end];
        const bool low = c >= 'a' && c <= 'z';
        letters |= low;
        if (!low && !scan::isDigit(c) && c != '_' && c != '+' && c != '-')
            break;
    }
    const bool closed = end < text.size() && text[end] == ':' && end - at > 2 && letters;
    if (!closed)
        return 0;
    const bool free = end + 1 == text.size() || !scan::isWordChar(text[end + 1]);
    return free || (mayTouchDigit && scan::isDigit(text[end + 1])) ? end + 1 - at : 0;
}

std::string decodedEntity(std::string_view entity)
{
    const std::string whole{entity};
    if (entity.size() < 3)
        return whole;
    const auto name = entity.substr(1, entity.size() - 2);
    if (name[0] != '#') {
        for (const auto& known : entities)
            if (known.name == name)
                return std::string{known.text};
        return whole;
    }
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto digits = name.substr(hex ? 2 : 1);
    unsigned code = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool valid = fault == std::errc{} && end == digits.data() + digits.size() && code >= 0x20 && code < 0x110000
        && (code < 0xD800 || code > 0xDFFF);
    return valid ? utf8(code) : whole;
}

bool isHtml(std::string_view tag)
{
    static constexpr std::array<std::string_view, 58> elements{"a", "abbr", "article", "aside", "b", "big", "blockquote", "body", "br",
        "caption", "center", "code", "dd", "del", "details", "div", "dl", "dt", "em", "figure", "font", "footer", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "html", "i", "iframe", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre",
        "s", "section", "small", "span", "strike", "strong", "style", "sub", "summary", "sup", "table", "td", "tr", "u", "ul"};
    static constexpr std::array<std::string_view, 5> others{"tbody", "th", "thead", "tt", "video"};
    if (tag.starts_with("<!") || tag.starts_with("<?") || !tag.starts_with('<'))
        return true;
    std::string name;
    for (const char c : tag.substr(tag.starts_with("</") ? 2 : 1)) {
        if (!scan::isLetter(c) && !scan::isDigit(c))
            break;
        name += scan::lower(c);
    }
    return std::ranges::find(elements, name) != elements.end() || std::ranges::find(others, name) != others.end();
}

bool isLineBreakTag(std::string_view tag) { return tag.starts_with("<br") || tag.starts_with("<BR"); }

std::string plainWords(std::string_view text)
{
    const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' || c == ' '; }) && text.find_first_of(":~") == std::string_view::npos
        && text.find("  ") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ');
    if (plain)
        return std::string{text};
    std::string shortened;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto length = shortNameAt(text, at, false); length > 0) {
            at += length;
            continue;
        }
        if (text.substr(at).starts_with("~~")) { // struck-out words stay, their marks go
            at += 2;
            continue;
        }
        shortened += text[at++];
    }
    std::u32string kept;
    for (const char32_t c : QString::fromStdString(shortened).toStdU32String()) {
        const bool blank = c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == '\n';
        if (isEmoji(c) || (blank && (kept.empty() || kept.back() == ' ')))
            continue;
        kept += blank ? U' ' : c;
    }
    while (!kept.empty() && kept.back() == ' ')
        kept.pop_back();
    return QString::fromStdU32String(kept).toStdString();
}

} // namespace lockstep::markdown
