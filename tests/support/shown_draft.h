#pragma once
#include "core/draft.h"
#include <QFile>
#include <QString>
#include <QStringList>

/// A draft as lines of text, to be compared with a .rows file written by hand.
namespace lockstep::test {

inline const char* wordOf(Where where)
{
    constexpr const char* words[]{"Row", "DayLine", "Heading", "ColumnHead", "Sentence", "FirstEvent", "Title", "FrontMatter", "Summary"};
    return words[static_cast<int>(where)];
}

inline QString shown(const Clock& c) { return QString::asprintf(c.second ? "%02d:%02d:%02d" : "%02d:%02d", c.hour, c.minute, c.second); }

inline QString shown(const StatedDate& d)
{
    return (d.year ? QString::number(*d.year) : QStringLiteral("?")) + QString::asprintf("-%02u-%02u", d.month, d.day);
}

/// "9 | 2024-03-04 Row | 09:15 | CET Row | Ana | Deploys v2.3.1"
inline QString shown(const DraftEvent& e)
{
    QString day, clock, zone, who = QString::fromStdString(e.role);
    if (e.group > 0)
        day += QStringLiteral("group %1 ").arg(e.group);
    if (e.date)
        day += shown(e.date->value) + QStringLiteral(" ") + QString::fromLatin1(wordOf(e.date->where));
    if (e.clock)
        clock = QString::fromLatin1(e.approx ? "~" : "") + shown(*e.clock);
    if (e.endClock)
        clock += QStringLiteral("-") + (e.endDate && (!e.date || *e.endDate != e.date->value) ? shown(*e.endDate) + QStringLiteral(" ") : QString{}) + shown(*e.endClock);
    if (e.zone)
        zone = QString::fromStdString(e.zone->value) + QStringLiteral(" ") + QString::fromLatin1(wordOf(e.zone->where));
    if (!e.person.empty())
        who += QStringLiteral(": ") + QString::fromStdString(e.person);
    if (!e.place.empty())
        who += QStringLiteral(" @ ") + QString::fromStdString(e.place);
    QStringList cells{QString::number(e.line), day, clock, zone, who, QString::fromStdString(e.text)};
    for (auto& cell : cells)
        cell = cell.isEmpty() ? QStringLiteral("") : cell + QStringLiteral(" ");
    return cells.join(QStringLiteral("| ")).trimmed();
}

inline QStringList shown(const Draft& draft)
{
    QStringList lines{QStringLiteral("title: ") + QString::fromStdString(draft.title)};
    for (const auto& event : draft.events)
        lines += shown(event);
    for (const auto& event : draft.events)
        for (const auto& doubt : event.doubts)
            lines += QStringLiteral("doubt %1: ").arg(event.line) + QString::fromStdString(doubt);
    for (const auto& problem : draft.problems)
        lines += QStringLiteral("problem %1: ").arg(problem.line) + QString::fromStdString(problem.what);
    for (const auto& prose : draft.prose)
        lines += QStringLiteral("prose %1: ").arg(prose.line) + QString::fromStdString(prose.text);
    return lines;
}

inline QStringList linesOf(const QString& path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char{'\n'});
}

} // namespace lockstep::test
