#include "core/resolve.h"
#include "core/scenario.h"
#include "formats/lockstep_round.h"
#include <QDir>
#include <nlohmann/json.hpp>

using namespace lockstep;
using namespace lockstep::test;
using Json = nlohmann::json;

namespace {

const QString folder = QStringLiteral(LOCKSTEP_SOURCE_DIR "/timelines/");
const QString expectedSuffix = QStringLiteral(".expected.json");

Json expectedFor(const QString& name)
{
    return Json::parse(fileText(qPrintable(QStringLiteral("timelines/") + name + expectedSuffix)));
}

std::string clock(Instant at, bool withDate)
{
    return date::format(withDate ? "%F %R" : "%R", date::floor<std::chrono::minutes>(at));
}

std::string minutes(Millis length)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::minutes>(length).count()) + " min";
}

std::string boundText(const Bound& bound)
{
    const auto earliest = clock(bound.earliest, false);
    return bound.isCertain() ? earliest : earliest + ".." + clock(bound.latest, false);
}

Json utcOf(const Resolved& resolved, bool withDate)
{
    auto list = Json::array();
    for (const auto& event : resolved.timeline.events)
        list.push_back(clock(event.at, withDate));
    return list;
}

Json reversedOf(const Resolved& resolved)
{
    auto list = Json::array();
    for (const auto& pair : resolved.reversed)
        list.push_back(std::to_string(pair.first) + "-" + std::to_string(pair.second) + " by " + minutes(pair.by));
    return list;
}

Json linesOf(const Resolved& resolved)
{
    auto list = Json::array();
    for (const auto& event : resolved.timeline.events)
        list.push_back(event.line);
    return list;
}

Json windowsOf(const TimelineView& view)
{
    static const std::map<Effect, const char*> effects{{Effect::Blocks, "blocks"}, {Effect::Stales, "stales"}, {Effect::Informs, "informs"}};
    auto windows = Json::object();
    for (const auto& window : view.windows())
        windows[window.name] = std::string{effects.at(window.effect)} + " " + boundText(window.begin) + " to " + boundText(window.end);
    return windows;
}

Json outcomesOf(const TimelineView& view)
{
    auto outcomes = Json::object();
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        if (const auto outcome = view.outcome(id).outcome; outcome != Outcome::None)
            outcomes[std::to_string(id)] = outcomeName(outcome);
    }
    return outcomes;
}

Json movedOf(const TimelineView& view)
{
    auto moved = Json::object();
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        if (view.moved(id) != Millis{0})
            moved[std::to_string(id)] = minutes(view.moved(id));
    }
    return moved;
}

Scenario scenarioOf(const Incident& incident, const std::string& name)
{
    const auto found
        = std::find_if(incident.scenarios.begin(), incident.scenarios.end(), [&](const Scenario& s) { return s.name == name; });
    return found == incident.scenarios.end() ? Scenario{} : *found;
}

void compare(const Json& actual, const Json& expected, const std::string& what)
{
    const auto text = [&](const Json& json) { return QString::fromStdString(what + ": " + json.dump()); };
    QCOMPARE(text(actual), text(expected));
}

} // namespace

class TestTimelines : public QObject {
    Q_OBJECT
private slots:
    void everyTimelineHasItsExpectedResult();
    void theRecordIsAsExpected_data() { addTimelines(); }
    void theRecordIsAsExpected();
    void everyScenarioIsAsExpected_data() { addTimelines(); }
    void everyScenarioIsAsExpected();
    void onADateItIsAsExpected_data() { addTimelines(); }
    void onADateItIsAsExpected();
    void studiesAreAsTheProgramSavesThem_data() { addTimelines(); }
    void studiesAreAsTheProgramSavesThem();
    void studiesHoldTheirSourceAsItIsRead_data() { addTimelines(); }
    void studiesHoldTheirSourceAsItIsRead();
    void undatedTimelinesAreSavedWithoutADate_data() { addTimelines(); }
    void undatedTimelinesAreSavedWithoutADate();

private:
    static QStringList timelines();
    static void addTimelines();
    static Incident opened(const QString& name);
};

QStringList TestTimelines::timelines()
{
    QStringList names;
    for (const auto& name : QDir{folder}.entryList(QDir::Files)) {
        if (!name.endsWith(expectedSuffix))
            names << name;
    }
    return names;
}

void TestTimelines::addTimelines()
{
    QTest::addColumn<QString>("name");
    for (const auto& name : timelines())
        QTest::newRow(qPrintable(name)) << name;
}

Incident TestTimelines::opened(const QString& name)
{
    return openIncident((folder + name).toStdString()).value();
}

void TestTimelines::everyTimelineHasItsExpectedResult()
{
    QVERIFY(timelines().size() >= 2);
    for (const auto& name : timelines())
        QVERIFY2(QFile::exists(folder + name + expectedSuffix), qPrintable(name));
}

void TestTimelines::theRecordIsAsExpected()
{
    QFETCH(QString, name);
    const auto incident = opened(name);
    const auto expected = expectedFor(name);
    const auto resolved = resolve(incident.draft, incident.reading);
    QCOMPARE(resolved.timeline.dated, expected["dated"].get<bool>());
    compare(linesOf(resolved), expected["lines"], "lines");
    compare(utcOf(resolved, resolved.timeline.dated), expected["utc"], "utc");
    compare(reversedOf(resolved), expected["reversed"], "reversed");
}

void TestTimelines::everyScenarioIsAsExpected()
{
    QFETCH(QString, name);
    const auto incident = opened(name);
    const auto expected = expectedFor(name);
    const auto resolved = resolve(incident.draft, incident.reading);
    auto names = std::set<std::string>{"As recorded"};
    for (const auto& scenario : incident.scenarios)
        names.insert(scenario.name);
    QCOMPARE(expected["outcomes"].size(), names.size());
    for (const auto& one : names) {
        const auto view = applied(resolved.timeline, scenarioOf(incident, one));
        QVERIFY2(view.problems().empty(), one.c_str());
        compare(outcomesOf(view), expected["outcomes"].value(one, Json{}), one);
        compare(movedOf(view), expected.value("moved", Json::object()).value(one, Json::object()), one);
        if (expected["windows"].contains(one))
            compare(windowsOf(view), expected["windows"][one], one);
    }
}

void TestTimelines::onADateItIsAsExpected()
{
    QFETCH(QString, name);
    const auto incident = opened(name);
    const auto dates = expectedFor(name).value("on_date", Json::object());
    for (const auto& [day, expected] : dates.items()) {
        const auto iso = QDate::fromString(QString::fromStdString(day), Qt::ISODate);
        const SetDate set{date::year{iso.year()} / iso.month() / iso.day()};
        const auto resolved = resolve(incident.draft, {{set, By::Person, "no date"}});
        QVERIFY(resolved.timeline.dated);
        compare(utcOf(resolved, true), expected["utc"], day);
        compare(reversedOf(resolved), expected["reversed"], day);
    }
}

void TestTimelines::studiesAreAsTheProgramSavesThem()
{
    QFETCH(QString, name);
    if (!name.endsWith(QStringLiteral(".lockstep")))
        return;
    const auto incident = opened(name);
    // What the program infers may be told in other words one day; all else is the study itself.
    const auto study = [](std::string text) { return QString::fromStdString(text.substr(0, text.find("\n  \"inferences\""))); };
    const auto saved = writeStudy(incident, resolve(incident.draft, incident.reading));
    QCOMPARE(study(*saved), study(fileText(qPrintable(QStringLiteral("timelines/") + name))));
}

void TestTimelines::studiesHoldTheirSourceAsItIsRead()
{
    QFETCH(QString, name);
    if (!name.endsWith(QStringLiteral(".lockstep")))
        return;
    const auto study = opened(name);
    const auto source = opened(QString::fromStdString(study.draft.sourceName));
    QCOMPARE(study.draft.sourceHash, source.draft.sourceHash);
    QCOMPARE(study.draft.title, source.draft.title);
    QVERIFY(study.draft.events == source.draft.events);
}

void TestTimelines::undatedTimelinesAreSavedWithoutADate()
{
    QFETCH(QString, name);
    const auto incident = opened(name);
    const auto resolved = resolve(incident.draft, incident.reading);
    if (resolved.timeline.dated)
        return;
    const auto saved = QString::fromStdString(*writeStudy(incident, resolved));
    static const QRegularExpression year{QStringLiteral("(?<![0-9a-f])(?:19|20)[0-9]{2}(?![0-9a-f])")};
    QVERIFY2(!year.match(saved).hasMatch(), qPrintable(year.match(saved).captured()));
}

QTEST_GUILESS_MAIN(TestTimelines)
#include "tst_timelines.moc"
