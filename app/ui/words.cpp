#include "ui/words.h"
#include "formats/text_for.h"
#include <QCoreApplication>

namespace lockstep {

QString shown(std::string_view text)
{
    return QString::fromStdString(forLabel(text));
}

QString forMenu(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString shownName(std::string_view name)
{
    constexpr int most = 80;
    const QString whole = shown(name);
    return whole.size() <= most ? whole : whole.left(most - 1).trimmed() + QChar(0x2026);
}

QString forTip(const QString& text)
{
    return text.isEmpty() ? text : QStringLiteral("<qt>%1</qt>").arg(QString::fromStdString(forHtml(bytes(text))));
}

QString shownProblem(const Problem& problem)
{
    QString text = shown(problem.what);
    if (problem.line > 0)
        text = QCoreApplication::translate("Problem", "Line %1: %2").arg(problem.line).arg(text);
    if (!problem.instead.empty())
        text += QLatin1Char(' ') + shown(problem.instead);
    return text;
}

QString shownProblem(const Problem& problem, const Timeline& timeline)
{
    if (problem.line == 0 || timeline.sources.size() < 2)
        return shownProblem(problem);
    Problem said = problem;
    said.line = 0;
    return QCoreApplication::translate("Problem", "%1, line %2: %3")
        .arg(shown(timeline.sources[static_cast<std::size_t>(problem.file)].name)).arg(problem.line).arg(shownProblem(said));
}

QString shownText(std::string_view text)
{
    QString words = shown(text).trimmed();
    while (words.endsWith(QLatin1Char(',')))
        words.chop(1);
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString shownWritten(const Event& event, const Timeline& timeline)
{
    const QString clock = shown(event.written);
    if (event.lane < 0 || event.lane >= static_cast<LaneId>(timeline.lanes.size()))
        return clock;
    const QString place = shown(timeline.lane(event.lane).place);
    if (place.isEmpty() || clock.contains(place))
        return clock;
    return clock.isEmpty() ? place : clock + QStringLiteral(", ") + place;
}

QString withoutDagger(QString text)
{
    return text.remove(QChar(0x2020));
}

} // namespace lockstep
