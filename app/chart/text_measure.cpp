#include "chart/text_measure.h"
#include "core/limits.h"
#include "formats/text_for.h"
#include <QStringList>

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
    return entry(px, weight).metrics.elidedText(text, Qt::ElideRight, most);
}

QStringList TextMeasure::wrapped(const QString& text, double most, int lines, double px, QFont::Weight weight) const
{
    QStringList out;
    QString line;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString longer = line.isEmpty() ? words[i] : line + u' ' + words[i];
        if (line.isEmpty() || width(longer, px, weight) <= most) {
            line = longer;
            continue;
        }
        if (out.size() + 1 == lines) {
            line = elided(QStringList{line, words.mid(i).join(u' ')}.join(u' '), most, px, weight);
            break;
        }
        out += elided(line, most, px, weight);
        line = words[i];
    }
    if (!line.isEmpty())
        out += elided(line, most, px, weight);
    return out;
}

} // namespace lockstep
