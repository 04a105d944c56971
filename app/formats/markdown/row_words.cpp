#include "formats/markdown/row_words.h"
#include "core/places.h"
#include "formats/clock_text.h"
#include "formats/clock_words.h"
#include "formats/clock_zone.h"
#include "formats/date_text.h"
#include "formats/date_words.h"
#include "formats/markdown/entities.h"

namespace lockstep::markdown {

using scan::Cursor;

/// Bullets people type themselves, boxes, emoji and opening brackets before the moment.
void skipBefore(Cursor& c)
{
    for (;;) {
        c.skipBlanks();
        const auto lead = static_cast<unsigned char>(c.peek());
        if (c.takeBytes("[ ]") || c.takeBytes("[x]") || c.takeBytes("•") || c.takeBytes("·") || c.takeBytes("▪")
            || c.takeBytes("◦") || c.takeBytes("→") || c.takeDash())
            continue;
        if (c.takeBytes("o\t")) // the bullet of a word processor
            continue;
        if (c.peek() == '*' || c.peek() == '|' || c.peek() == '>') {
            ++c.at;
            continue;
        }
        if (const auto name = c.done() ? 0 : shortNameAt(c.text, c.at, true); name > 0) {
            c.at += name;
            continue;
        }
        if (lead == 0xF0 || (lead == 0xE2 && !c.rest().starts_with("≈")) || lead == 0xEF) {
            c.at += lead == 0xF0 ? 4 : 3; // an emoji or another sign that is no letter
            continue;
        }
        return;
    }
}

void takeMomentLabel(Cursor& c)
{
    // "UPDATE 10:05am Thursday 3-May-2018: ..."
    if (auto post = c; post.takeAnyWord({"update", "status update", "edit", "latest", "neu", "mise à jour", "actualización", "atualização"})) {
        post.take(':');
        post.skipBlanks();
        if (readClock(post.rest()))
            c = post;
    }
    auto next = c;
    const bool label = next.takeAnyWord({"time", "timestamp", "when", "fecha y hora", "hora", "data e hora", "horário", "heure", "zeit", "zeitpunkt", "thời gian"});
    if (!label || (next.skipBlanks(), !next.take(':')))
        return;
    next.skipBlanks();
    if (scan::isDigit(next.peek()) && readDate(next.rest()))
        c = next;
}

bool takeLead(Cursor& c)
{
    return c.takeAnyWord({"between", "from", "on", "since", "at", "date:", "entre", "desde", "del", "el", "em", "le", "du", "am", "ngày"});
}

/// "Next day, 09:00": words for a day that name no date.
std::string_view takeLaterDay(Cursor& c)
{
    auto next = c;
    if (!next.takeAnyWord({"the next day", "next day", "the following day", "following day", "the next morning", "next morning",
            "the day after", "al día siguiente", "día siguiente", "no dia seguinte", "dia seguinte", "le lendemain", "lendemain",
            "hôm sau", "ngày hôm sau", "am nächsten tag", "nächster tag"}))
        return {};
    const auto words = next.since(c.at);
    next.take(',') || next.take(':') || next.takeDash();
    next.skipBlanks();
    if (!readClock(next.rest()))
        return {};
    c = next;
    return words;
}

bool takeByLine(Cursor& c)
{
    auto next = c;
    const bool led = next.takeAnyWord({"comment by", "comments by", "posted by", "update by", "update from", "reply by", "message from", "note by",
        "comentario de", "comentário de", "commentaire de", "kommentar von"});
    if (!led && !(next.takeAnyWord({"reporter", "author", "autor", "auteur"}) && next.take(':')))
        return false;
    next.skipBlanks();
    if (next.done())
        return false;
    c = next;
    return true;
}

namespace {

/// "Day 2"; 0 for none.
int takeCountedDay(Cursor& c)
{
    auto next = c;
    if (!next.takeAnyWord({"day", "día", "dia", "jour", "tag"}))
        return 0;
    next.skipBlanks();
    const int number = next.takeNumber(1, 2);
    if (number < 1 || scan::isWordChar(next.peek()))
        return 0;
    c = next;
    return number;
}

} // namespace

std::string_view takeDayNumber(Cursor& c, RowHead& head)
{
    auto next = c;
    const int number = takeCountedDay(next);
    const auto words = next.since(c.at);
    next.skipBlanks();
    next.take(',') || next.take(':') || next.takeDash();
    next.skipBlanks();
    if (number < 1 || !readClock(next.rest()))
        return {};
    head.dayNumber = number;
    c = next;
    return words;
}

std::optional<RowHead> dayWithoutDate(std::string_view text)
{
    Cursor c{text};
    RowHead head;
    head.dayNumber = takeCountedDay(c);
    if (head.dayNumber == 0)
        head.dayOfWeek = takeDayOfWeek(c);
    head.laterDay = c.since(0);
    head.laterDay.resize(head.laterDay.find_last_not_of(" .,:)") + 1);
    c.take(':') || c.takeDash();
    c.skipBlanks();
    return head.laterDay.empty() || !c.done() ? std::nullopt : std::optional{head};
}

namespace {

/// "9:14 a.m. Eastern, the first call": the short name of a zone, with punctuation behind it.
bool takeNickname(Cursor& c, RowHead& head)
{
    const auto begin = c.at;
    while (scan::isLetter(c.peek()))
        ++c.at;
    const auto word = c.since(begin);
    if (word.size() < 2 || !scan::isUpper(word.front()) || !isClosedAt(c) || !isZoneAbbreviation(word))
        return false;
    head.zone = word;
    return true;
}

} // namespace

/// "(Vietnam)", "Pacific time", "East African Time": zone words of more than capitals.
void takeZoneWords(Cursor& c, RowHead& head)
{
    auto next = c;
    next.skipBlanks();
    const bool bracket = next.take('(');
    const auto begin = next.at;
    if (bracket) {
        const auto end = next.rest().find(')');
        if (end == std::string_view::npos || end > 40 || placesFor(next.rest().substr(0, end)).empty())
            return;
        head.zone = next.rest().substr(0, end);
        c.at = begin + end + 1;
        return;
    }
    if (auto nick = next; takeNickname(nick, head)) {
        c = nick;
        return;
    }
    for (int words = 0; words < 4 && scan::isUpper(next.peek()); ++words) {
        while (scan::isWordChar(next.peek()))
            ++next.at;
        next.skipBlanks();
        const bool time = next.takeWord("time");
        if (time && !placesFor(next.since(begin)).empty()) {
            head.zone = next.since(begin);
            c = next;
            return;
        }
    }
}

std::optional<RowHead> bareHoursHead(std::string_view text)
{
    Cursor c{text};
    skipBefore(c);
    const auto begin = c.at;
    const int number = c.takeNumber(4, 4);
    if (number < 0 || number / 100 > 23 || number % 100 > 59 || scan::isWordChar(c.peek()))
        return {};
    RowHead head;
    head.clock = Clock{.hour = number / 100, .minute = number % 100};
    head.written = c.since(begin);
    head.closed = true;
    for (bool moved = true; moved;) {
        c.skipBlanks();
        moved = c.take(':') || c.take(',') || c.takeDash() || c.take('|');
    }
    head.textAt = c.at;
    return c.done() ? std::nullopt : std::optional{head};
}

} // namespace lockstep::markdown
