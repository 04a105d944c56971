#include "core/how_read.h"
#include "formats/lockstep_round.h"
#include <QDir>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;

namespace {

const QString corpus = QStringLiteral(LOCKSTEP_SOURCE_DIR "/tests/corpus/");

Incident readText(const std::string& bytes, const std::string& name)
{
    auto incident = readIncident(Text{bytes}, name);
    if (!incident)
        qFatal("%s", incident.error().what.c_str());
    return *incident;
}

const Inference* about(const Resolved& resolved, const std::string& what)
{
    const auto found = std::ranges::find(resolved.inferences, what, &Inference::about);
    return found == resolved.inferences.end() ? nullptr : &*found;
}

Reading taking(const Rival& rival)
{
    Reading reading;
    for (const Change& change : rival.changes)
        reading.push_back({change, By::Person, {}});
    return reading;
}

std::string firstMoment(const Resolved& resolved)
{
    return date::format("%F %T", date::floor<std::chrono::seconds>(resolved.timeline.events.at(0).at));
}

} // namespace

/// The rivals of what is inferred from documents as people write them.
class TestRivals : public QObject {
    Q_OBJECT

private slots:
    void everyRivalOfARealDocumentChangesItsRecord_data();
    void everyRivalOfARealDocumentChangesItsRecord();
    void aColumnOfNumbersIsReadInAnotherUnit_data();
    void aColumnOfNumbersIsReadInAnotherUnit();
    void aColumnsDatesAreReadInTheOtherOrder();
    void theYearOfADocumentsTitleIsSaidAndChanged();
    void aStudyKeepsARivalThatWasTaken();
};

void TestRivals::everyRivalOfARealDocumentChangesItsRecord_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : QDir{corpus}.entryList(QDir::Files, QDir::Name))
        if (!name.endsWith(QStringLiteral(".json")) && !name.endsWith(QStringLiteral(".py")) && name != QStringLiteral("README.md"))
            QTest::newRow(qPrintable(name)) << name;
}

void TestRivals::everyRivalOfARealDocumentChangesItsRecord()
{
    QFETCH(QString, name);
    const auto incident = openIncident((corpus + name).toStdString());
    QVERIFY(incident.has_value());
    const Resolved found = resolve(incident->draft);
    for (const Inference& inference : found.inferences)
        for (const Rival& rival : inference.rivals) {
            if (rival.changes.empty())
                continue;
            const Resolved then = resolve(incident->draft, taking(rival));
            const std::string what = inference.about + ": " + rival.words;
            QVERIFY2(!(then.timeline == found.timeline), what.c_str());
            const auto isStray = [](const Problem& p) { return p.instead.find("does nothing") != std::string::npos; };
            QVERIFY2(std::ranges::none_of(then.problems, isStray), what.c_str());
        }
}

void TestRivals::aColumnOfNumbersIsReadInAnotherUnit_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("rival");
    QTest::addColumn<QString>("then");
    // 1570419000 s are 2019-10-07 03:30:00 UTC; a thousandth of it lies in January 1970.
    QTest::newRow("seconds") << QByteArray("1570419000") << QStringLiteral("seconds since 1970") << QStringLiteral("milliseconds") << QStringLiteral("1970-01-19 04:13:39");
    QTest::newRow("milliseconds") << QByteArray("1570419000250") << QStringLiteral("milliseconds since 1970") << QStringLiteral("microseconds") << QStringLiteral("1970-01-19 04:13:39");
    QTest::newRow("microseconds") << QByteArray("1570419000250000") << QStringLiteral("microseconds since 1970") << QStringLiteral("nanoseconds") << QStringLiteral("1970-01-19 04:13:39");
}

void TestRivals::aColumnOfNumbersIsReadInAnotherUnit()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, unit);
    QFETCH(QString, rival);
    QFETCH(QString, then);
    const Incident incident = readText("ts,event\n" + number.toStdString() + ",start backups\n" + number.toStdString() + ",done\n", "log.csv");
    const Resolved found = resolve(incident.draft);
    QCOMPARE(firstMoment(found), std::string{"2019-10-07 03:30:00"});
    const Inference* numbers = about(found, "numbers in place of clocks");
    QVERIFY(numbers);
    QCOMPARE(QString::fromStdString(numbers->answer), unit);
    QVERIFY2(numbers->because.starts_with("The numbers of column 'ts' are read as"), numbers->because.c_str());
    const auto taken = std::ranges::find_if(numbers->rivals, [&](const Rival& r) { return QString::fromStdString(r.words).startsWith(rival); });
    QVERIFY(taken != numbers->rivals.end());
    const Resolved read = resolve(incident.draft, taking(*taken));
    QCOMPARE(QString::fromStdString(firstMoment(read)), then);
    // The importer's note spoke of the other unit and goes with it.
    QVERIFY(std::ranges::none_of(read.problems, [](const Problem& p) { return p.what.starts_with("The numbers of"); }));
}

void TestRivals::aColumnsDatesAreReadInTheOtherOrder()
{
    const Incident incident = readText("date,time,event\n7/10/2019,10:35,look\n7/10/2019,10:37,look again\n", "log.csv");
    const Resolved found = resolve(incident.draft);
    QCOMPARE(firstMoment(found), std::string{"2019-07-10 10:35:00"});
    const Inference* order = about(found, "dates in digits");
    QVERIFY(order);
    QCOMPARE(order->because, std::string{"The dates of column 'date' are read month first. '7/10/2019' is 10 July 2019; it could be 7 October 2019."});
    QCOMPARE(order->line, 2);
    QCOMPARE(order->rivals.size(), 1u);
    QCOMPARE(firstMoment(resolve(incident.draft, taking(order->rivals[0]))), std::string{"2019-10-07 10:35:00"});
}

void TestRivals::theYearOfADocumentsTitleIsSaidAndChanged()
{
    const Incident incident = readText("# Outage of 17 April 2022\n\n## Timeline\n\n### April 18th\n\n- 10:00 UTC - it broke\n- 10:20 UTC - it works\n", "notes.md");
    const Resolved found = resolve(incident.draft);
    QCOMPARE(firstMoment(found), std::string{"2022-04-18 10:00:00"});
    const Inference* year = about(found, "year");
    QVERIFY(year);
    QCOMPARE(year->answer, std::string{"2022"});
    QCOMPARE(year->line, 5);
    QCOMPARE(year->rivals.size(), 2u);
    QCOMPARE(firstMoment(resolve(incident.draft, taking(year->rivals[1]))), std::string{"2023-04-18 10:00:00"});
}

void TestRivals::aStudyKeepsARivalThatWasTaken()
{
    const Incident incident = readText("ts,event\n1570419000,start backups\n1570419060,done\n", "log.csv");
    Incident taken = incident;
    taken.reading = taking(about(resolve(incident.draft), "numbers in place of clocks")->rivals.front());
    const auto saved = writeStudy(taken, resolve(taken.draft, taken.reading));
    QVERIFY(saved.has_value());
    const Incident again = readText(*saved, "log.lockstep");
    QVERIFY(again.reading == taken.reading);
    QCOMPARE(firstMoment(resolve(again.draft, again.reading)), std::string{"1970-01-19 04:13:39"});
    // Its draft is still what the source says.
    QCOMPARE(firstMoment(resolve(again.draft)), std::string{"2019-10-07 03:30:00"});
}

QTEST_APPLESS_MAIN(TestRivals)
#include "tst_rivals.moc"
