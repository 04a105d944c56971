#include "chart/strip_words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

/// Words of one bar, at one size, with the places they may take.
class BarWords {
public:
    BarWords(WindowBar& bar, const LayoutInput& in, const Dimensions& dim, const Window& window, const BarRoom& room)
        : m_bar(bar), m_in(in), m_dim(dim), m_room(room), m_isLock(window.effect == Effect::Blocks),
          m_px(dim.text(m_isLock ? 16 : 15)), m_weight(m_isLock ? QFont::DemiBold : QFont::Medium)
    {
        for (const std::string& label : boundsLabels(in.view.record(), window))
            m_bounds.push_back(QString::fromStdString(label));
        for (const std::string& label : windowLabels(in.view, window)) {
            const QString words = labelText(label);
            const bool tells = std::any_of(m_bounds.begin(), m_bounds.end(), [&](const QString& b) { return words.endsWith(b); });
            (tells ? m_told : m_titles).push_back(words);
        }
        for (const QString& bounds : m_bounds)
            m_brief.push_back(labelText(window.name) + QStringLiteral(": ") + bounds);
        if (m_isLock)
            m_length = QString::fromStdString(windowLength(window));
    }

    void run()
    {
        if (inside())
            return;
        const double room = solidRoom();
        const auto title = std::find_if(m_titles.begin(), m_titles.end(), [&](const QString& t) { return width(t) <= room; });
        const bool named = title != m_titles.end();
        if (named && title != m_titles.begin() && (besideRight(withLength(fullTold())) || besideLeft(withLength(fullTold()))))
            return;
        std::vector<QString> unnamed = m_told;
        unnamed.insert(unnamed.end(), m_brief.begin(), m_brief.end());
        const std::vector<QString> rest = withLength(named ? m_bounds : unnamed);
        if (overHatching(rest) || besideRight(rest) || besideLeft(rest) || under(named ? QString{} : m_titles.back())) {
            if (named)
                m_bar.texts.insert(m_bar.texts.begin(), onBar(m_room.solidLeft + pad(), *title));
            return;
        }
        if (named)
            m_bar.texts.push_back(onBar(m_room.solidLeft + pad(), *title));
        else if (!besideRight(m_titles))
            besideLeft(m_titles);
    }

private:
    double pad() const { return m_dim.of(13); }
    double solidRoom() const { return m_room.solidRight - m_room.solidLeft - pad() - m_dim.of(12); }
    double width(const QString& words) const { return m_in.measure.width(words, m_px, m_weight); }
    QColor besideColour() const { return m_isLock ? m_in.theme.lock : m_in.theme.text; }

    TextRun runAt(double x, const QString& words, const QColor& colour) const
    {
        return {{x, m_bar.rect.center().y() + m_px * 0.36}, words, m_px, m_weight, colour, width(words)};
    }
    TextRun onBar(double x, const QString& words) const { return runAt(x, words, m_isLock ? m_in.theme.onLock : m_in.theme.text); }

    /// Those of the labels that say all that the longest title says.
    std::vector<QString> fullTold() const
    {
        std::vector<QString> full;
        std::copy_if(m_told.begin(), m_told.end(), std::back_inserter(full), [&](const QString& l) { return l.startsWith(m_titles.front()); });
        return full;
    }

    std::vector<QString> withLength(std::vector<QString> labels) const
    {
        for (QString& label : labels)
            label += m_length.isEmpty() ? QString{} : QStringLiteral(", ") + m_length;
        return labels;
    }

    /// All of it on the bar, the length at its right end.
    bool inside()
    {
        const double length = m_length.isEmpty() ? 0 : width(m_length) + m_dim.of(10);
        for (const QString& label : m_told) {
            if (width(label) + length > solidRoom())
                continue;
            m_bar.texts.push_back(onBar(m_room.solidLeft + pad(), label));
            if (length > 0)
                m_bar.texts.push_back(onBar(m_room.solidRight - m_dim.of(2) - length, m_length));
            return true;
        }
        return false;
    }

    bool overHatching(const std::vector<QString>& labels)
    {
        const double left = std::max(m_room.solidRight, m_room.solidLeft) + pad();
        for (const QString& label : labels) {
            if (left + width(label) + pad() > m_room.clipRight)
                continue;
            const TextRun words = runAt(left, label, besideColour());
            m_bar.plate = words.box().adjusted(-m_dim.of(6), -m_dim.of(3), m_dim.of(6), m_dim.of(4));
            m_bar.texts.push_back(words);
            return true;
        }
        return false;
    }

    bool besideRight(const std::vector<QString>& labels)
    {
        const double left = m_bar.rect.right() + pad() / 2;
        const auto fits = std::find_if(labels.begin(), labels.end(), [&](const QString& l) { return left + width(l) <= m_room.right; });
        if (fits != labels.end())
            m_bar.texts.push_back(runAt(left, *fits, besideColour()));
        return fits != labels.end();
    }

    bool besideLeft(const std::vector<QString>& labels)
    {
        const double right = m_bar.rect.left() - pad() / 2;
        const auto fits = std::find_if(labels.begin(), labels.end(), [&](const QString& l) { return right - width(l) >= m_room.left; });
        if (fits != labels.end())
            m_bar.texts.push_back(runAt(right - width(*fits), *fits, besideColour()));
        return fits != labels.end();
    }

    /// Lines below the bar: no wider than it when they can be, else as wide as its row is free.
    bool under(const QString& title)
    {
        const double px = m_dim.text(14);
        const auto measure = [&](const QString& words) { return m_in.measure.width(words, px, QFont::Medium); };
        const double from = std::max(m_bar.rect.left(), m_room.solidLeft) + m_dim.of(6);
        for (const double right : {std::min(m_bar.rect.right() + m_dim.of(4), m_room.right), m_room.right, m_room.below}) {
            const double room = right - from;
            const auto bounds = std::find_if(m_bounds.begin(), m_bounds.end(), [&](const QString& b) { return measure(b) <= room; });
            if (bounds == m_bounds.end() || measure(m_length) > room || measure(title) > room)
                continue;
            writeUnder({title, *bounds, m_length}, from, px);
            return true;
        }
        // Narrower than any of it: broken where the words allow.
        const double room = m_room.below - from;
        QStringList lines;
        for (const QString& words : {title, m_bounds.back(), m_length})
            lines += m_in.measure.wrapped(words, room, 5, px, QFont::Medium);
        if (std::any_of(lines.begin(), lines.end(), [&](const QString& line) { return line.endsWith(u'…'); }))
            return false;
        writeUnder({lines.begin(), lines.end()}, from, px);
        return true;
    }

    void writeUnder(const std::vector<QString>& lines, double x, double px)
    {
        double y = m_bar.rect.bottom();
        for (const QString& line : lines) {
            if (!line.isEmpty())
                m_bar.texts.push_back({{x, y += px * 1.22}, line, px, QFont::Medium, besideColour(), m_in.measure.width(line, px, QFont::Medium)});
        }
    }

    WindowBar& m_bar;
    const LayoutInput& m_in;
    const Dimensions& m_dim;
    const BarRoom& m_room;
    bool m_isLock;
    double m_px;
    QFont::Weight m_weight;
    std::vector<QString> m_told, m_titles, m_bounds, m_brief; ///< longest first
    QString m_length;
};

} // namespace

void addBarWords(WindowBar& bar, const LayoutInput& in, const Dimensions& dim, const Window& window, const BarRoom& room)
{
    BarWords(bar, in, dim, window, room).run();
}

} // namespace lockstep
