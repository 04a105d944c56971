#include "chart/text_measure.h"
#include "core/limits.h"
#include "formats/text_for.h"
#include <QStringList>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>
#include <vector>

namespace lockstep {

namespace {

constexpr int mostShaped = 4'000; ///< texts in one font kept in the form in which they are painted

/// A name of the machine's world, which a capital would make another: "maker12", "node.js", "admin@host", "https://x".
bool isIdentifier(const QString& text)
{
    const qsizetype end = text.indexOf(u' ') < 0 ? text.size() : text.indexOf(u' ');
    for (qsizetype i = 0; i < end; ++i) {
        const QChar c = text[i];
        const bool isInside = i + 1 < end;
        if (c.isDigit() || (i > 0 && c.isUpper()) || c == u'@' || c == u'_' || c == u'/' || c == u'\\' || c == u'='
            || (isInside && (c == u'.' || c == u':')))
            return true;
    }
    return false;
}

/// Of a writing that puts no blanks between its words.
bool isUnspaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

/// The lines a text was broken into for the same room before, else those it is broken into now.
template <class Kept, class Break> QStringList linesOf(Kept& kept, const QString& text, double most, int lines, Break broken)
{
    if (const auto known = kept.constFind(text); known != kept.cend() && known->most == most && known->lines == lines)
        return known->text;
    const QStringList made = broken();
    if (kept.size() >= mostShaped)
        kept.clear();
    kept.insert(text, {most, lines, made});
    return made;
}

} // namespace

QString labelText(std::string_view utf8)
{
    QString text = QString::fromStdString(forLabel(utf8)).trimmed();
    while (text.endsWith(u',') || text.endsWith(u' '))
        text.chop(1);
    if (!text.isEmpty() && text.front().isLower() && !isIdentifier(text))
        text[0] = text.front().toUpper();
    return text;
}

QString asWritten(const QString& text)
{
    // A zero width non-joiner between two characters keeps a font from replacing them together.
    constexpr QChar apart{0x200c};
    const auto isSign = [](QChar c) { return QStringView{u"-=<>~|!+*/"}.contains(c); };
    QString out;
    out.reserve(text.size() + 4);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (i > 0) {
            const QChar before = text[i - 1];
            const bool times = (c == u'x' || c == u'X') && before.isDigit() && i + 1 < text.size() && text[i + 1].isDigit();
            if (times || (isSign(c) && isSign(before)))
                out += apart;
        }
        out += c;
    }
    return out;
}

QString Pieces::line(std::size_t from, std::size_t to) const
{
    QString line;
    for (std::size_t i = from; i < to; ++i) {
        if (i > from && !isJoined[i])
            line += u' ';
        line += words[static_cast<qsizetype>(i)];
    }
    return line;
}

QString Pieces::cutAfter(std::size_t next) const
{
    return next < isJoined.size() && isJoined[next] ? QStringLiteral("…") : QStringLiteral(" …");
}

Pieces piecesOf(const QString& text)
{
    Pieces pieces;
    const auto add = [&](const QString& piece, bool isJoined) {
        pieces.words << piece;
        pieces.isJoined.push_back(isJoined);
    };
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (std::ranges::none_of(word, isUnspaced)) {
            add(word, false);
            continue;
        }
        QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, word);
        qsizetype from = 0;
        for (qsizetype to = breaks.toNextBoundary(); to > from; to = breaks.toNextBoundary()) {
            add(word.mid(from, to - from), from > 0);
            from = to;
        }
    }
    return pieces;
}

TextMeasure::Entry& TextMeasure::entry(double px, QFont::Weight weight) const
{
    const std::pair<int, int> key{static_cast<int>(px + 0.5), static_cast<int>(weight)};
    const auto found = m_entries.find(key);
    if (found != m_entries.end())
        return found->second;
    const QFont font = m_theme.font(px, weight);
    return m_entries.emplace(key, Entry{font, QFontMetricsF{font}}).first->second;
}

double TextMeasure::width(const QString& text, double px, QFont::Weight weight) const
{
    Entry& kept = entry(px, weight);
    if (const auto known = kept.widths.constFind(text); known != kept.widths.cend())
        return *known;
    if (kept.widths.size() >= limits::widthsKept)
        kept.widths.clear();
    return *kept.widths.insert(text, kept.metrics.horizontalAdvance(asWritten(text)));
}

const QStaticText& TextMeasure::shaped(const QString& text, double px, QFont::Weight weight) const
{
    Entry& kept = entry(px, weight);
    if (const auto known = kept.shaped.constFind(text); known != kept.shaped.cend())
        return *known;
    if (kept.shaped.size() >= mostShaped)
        kept.shaped.clear();
    QStaticText shaped{asWritten(text)};
    shaped.setTextFormat(Qt::PlainText);
    shaped.prepare({}, kept.font);
    return *kept.shaped.insert(text, shaped);
}

QString TextMeasure::elided(const QString& text, double most, double px, QFont::Weight weight) const
{
    if (width(text, px, weight) <= most)
        return text;
    Entry& kept = entry(px, weight);
    constexpr int asOneLine = 0;
    return linesOf(kept.broken, text, most, asOneLine, [&] { return QStringList{kept.metrics.elidedText(text, Qt::ElideRight, most)}; }).front();
}

QStringList TextMeasure::wrapped(const QString& text, double most, int lines, double px, QFont::Weight weight) const
{
    return linesOf(entry(px, weight).broken, text, most, lines, [&] { return broken(text, most, lines, px, weight); });
}

QStringList TextMeasure::broken(const QString& text, double most, int lines, double px, QFont::Weight weight) const
{
    const Pieces pieces = piecesOf(text);
    const std::size_t count = pieces.isJoined.size();
    std::vector<double> ends; // of each word, were they shaped apart: a word is shaped once, however often lines are tried
    const double space = width(QStringLiteral(" "), px, weight);
    for (std::size_t i = 0; i < count; ++i)
        ends.push_back((i == 0 ? 0 : ends.back() + (pieces.isJoined[i] ? 0 : space)) + width(pieces.words[static_cast<qsizetype>(i)], px, weight));
    const auto fits = [&](std::size_t from, std::size_t to) {
        constexpr double nearly = 0.02; // so little do words change each other's widths
        const double about = ends[to - 1] - (from == 0 ? 0 : ends[from - 1] + (pieces.isJoined[from] ? 0 : space));
        return std::abs(about - most) > nearly * most ? about < most : width(pieces.line(from, to), px, weight) <= most;
    };
    QStringList out;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < count && out.size() + 1 < lines; ++i) {
        if (fits(begin, i + 1))
            continue;
        out += elided(pieces.line(begin, i), most, px, weight);
        begin = i;
    }
    if (begin == count)
        return out;
    const QString rest = elided(pieces.line(begin, count), most, px, weight);
    return out << elided(rest, most, px, weight);
}

} // namespace lockstep
