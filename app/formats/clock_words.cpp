#include "formats/clock_words.h"
#include <algorithm>
#include <array>

namespace lockstep {

using scan::Cursor;

bool takeApprox(Cursor& c)
{
    static constexpr std::string_view words[]{
        "approximately", "approx.", "approx", "circa", "ca.", "c.", "around", "about", "roughly",
        "before", "shortly before", "just before", "after", "shortly after", "just after", "soon after",
        "environ", "env.", "vers", "avant", "peu avant", "après", "peu après",
        "hacia las", "sobre las", "aproximadamente", "aprox.", "aprox", "alrededor de las", "a eso de las", "cerca de las", "antes de las", "poco antes de las", "después de las", "poco después de las",
        "por volta das", "cerca das", "antes das", "pouco antes das", "depois das", "pouco depois das",
        "gegen", "etwa", "ungefähr", "vor", "kurz vor", "kurz nach", "khoảng", "trước", "sau"};
    if (c.take('~') || c.takeBytes("≈"))
        return true;
    const char first = scan::lower(c.peek());
    return std::ranges::any_of(words, [&](std::string_view word) { return word.front() == first && c.takeWord(word); });
}

bool takeClockLead(Cursor& c)
{
    return c.take('@') || c.takeAnyWord({"as of", "at", "by", "hora:", "hora", "horas", "time:", "from", "between", "a las", "a la",
                              "las", "à partir de", "a partir de las", "a partir das", "a partir de", "às", "à", "das", "entre", "desde las", "de", "lúc", "từ", "um", "zwischen", "ab"});
}

bool takeHourWord(Cursor& c)
{
    return c.takeAnyWord({"horas", "hora", "hours", "heures", "heure", "hrs", "hs", "h", "uhr", "o'clock", "giờ"});
}

bool takeHalfDay(Cursor& c, HalfDay& half)
{
    struct Word { std::string_view text; HalfDay half; };
    static constexpr std::array words{
        Word{"a.m.", HalfDay::Am}, Word{"p.m.", HalfDay::Pm}, Word{"am", HalfDay::Am}, Word{"pm", HalfDay::Pm},
        Word{"a.m", HalfDay::Am}, Word{"p.m", HalfDay::Pm}, Word{"a. m.", HalfDay::Am}, Word{"p. m.", HalfDay::Pm},
        Word{"de la mañana", HalfDay::Morning}, Word{"de la tarde", HalfDay::Afternoon},
        Word{"de la noche", HalfDay::Night}, Word{"da manhã", HalfDay::Morning},
        Word{"da tarde", HalfDay::Afternoon}, Word{"da noite", HalfDay::Night}, Word{"du matin", HalfDay::Morning},
        Word{"de l'après-midi", HalfDay::Afternoon}, Word{"du soir", HalfDay::Night},
        Word{"sáng", HalfDay::Morning}, Word{"trưa", HalfDay::Afternoon},
        Word{"chiều", HalfDay::Afternoon}, Word{"tối", HalfDay::Night},
        Word{"đêm", HalfDay::Night}};
    const char first = scan::lower(c.peek());
    if (!scan::isLetter(first))
        return false;
    for (const auto& word : words)
        if (word.text.front() == first && c.takeWord(word.text)) {
            half = word.half;
            return true;
        }
    return false;
}

bool takeApproxAfter(Cursor& c)
{
    auto next = c;
    next.skipBlanks();
    const bool bracket = next.take('(');
    const bool said = bracket ? takeApprox(next) || next.takeAnyWord({"estimated", "est.", "est"})
                              : next.takeAnyWord({"approximately", "approx.", "approx"});
    if (!said || (bracket && !next.take(')')))
        return false;
    c = next;
    return true;
}

bool isNumberNotClock(Cursor c)
{
    if ((c.peek() == '.' || c.peek() == ',') && scan::isDigit(c.peek(1)))
        return true;
    c.skipBlanks();
    return c.peek() == '%' || c.peek() == '$' || c.takeBytes("€") || c.takeBytes("£")
        || c.takeAnyWord({"eur", "usd", "gbp", "kb", "mb", "gb", "tb", "ms", "s", "sec", "seconds", "minutes", "min",
                          "days", "percent", "times", "million", "billion", "k", "m", "x"});
}

bool isClosedAt(Cursor c)
{
    c.skipBlanks();
    return c.done() || c.take(':') || c.take(',') || c.take(')') || c.takeDash();
}

int takeNamedHour(Cursor& c)
{
    if (c.takeAnyWord({"noon", "midday", "mediodía", "meio-dia", "midi", "mittag", "mittags"}))
        return 12;
    return c.takeAnyWord({"midnight", "medianoche", "meia-noite", "minuit", "mitternacht", "nửa đêm"}) ? 0 : -1;
}

} // namespace lockstep
