#pragma once
#include "chart/theme.h"
#include <QFontMetricsF>
#include <QHash>
#include <QStaticText>
#include <QString>
#include <QStringList>
#include <map>
#include <string_view>
#include <vector>

namespace lockstep {

/// Text from a file as a chart shows it: one line, capital first letter, no trailing comma.
QString labelText(std::string_view utf8);

/// The same text in a form that fonts draw letter by letter: Inter would turn "0x19" into a multiplication and
/// "->" into an arrow. Only for painting and measuring.
QString asWritten(const QString& text);

/// A text in the pieces between which a line may be broken: its words, and in writing without blanks each place where the
/// rules of Unicode (UAX 14) allow it.
struct Pieces {
    QStringList words;
    std::vector<bool> isJoined; ///< each: it follows the one before without a blank

    /// Pieces [from, to) as one line.
    QString line(std::size_t from, std::size_t to) const;
    /// What a line that was cut ends in, where piece `next` is the first that is left out.
    QString cutAfter(std::size_t next) const;
};
Pieces piecesOf(const QString& text);

/// Widths of texts in the theme's fonts. Fonts and widths are kept: a layout asks for the same words many times, and
/// shaping them is what costs.
class TextMeasure {
public:
    explicit TextMeasure(const Theme& theme) : m_theme(theme) {}

    double width(const QString& text, double px, QFont::Weight weight = QFont::Normal) const;
    QString elided(const QString& text, double width, double px, QFont::Weight weight = QFont::Normal) const;
    /// Broken into at most `most` lines; the last is elided.
    QStringList wrapped(const QString& text, double width, int most, double px, QFont::Weight weight = QFont::Normal) const;
    const QFont& font(double px, QFont::Weight weight) const { return entry(px, weight).font; }
    double ascent(double px, QFont::Weight weight) const { return entry(px, weight).metrics.ascent(); }
    /// The text shaped once, for painting it again in each frame.
    const QStaticText& shaped(const QString& text, double px, QFont::Weight weight) const;

private:
    struct Broken {
        double most;
        int lines;
        QStringList text;
    };
    struct Entry {
        QFont font;
        QFontMetricsF metrics;
        QHash<QString, double> widths{};
        QHash<QString, QStaticText> shaped{};
        QHash<QString, Broken> broken{};
    };
    QStringList broken(const QString& text, double width, int most, double px, QFont::Weight weight) const;
    Entry& entry(double px, QFont::Weight weight) const;

    const Theme& m_theme;
    mutable std::map<std::pair<int, int>, Entry> m_entries;
};

} // namespace lockstep
