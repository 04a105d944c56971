#include "core/added_file.h"
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

/// Other columns are read from the file, all else from what was read.
Incident readBy(const Rival& rival, const Incident& incident, const QString& path)
{
    const auto* named = std::get_if<SetColumns>(&rival.changes.front());
    if (!named)
        return incident;
    const auto again = openIncident(path.toStdString(), incident.draft.format, named->columns);
    return again ? *again : incident;
}

std::string firstMoment(const Resolved& resolved)
{
    return date::format("%F %T", date::floor<std::chrono::seconds>(resolved.timeline.events[0].at));
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
    void aColumnTakenByItsCellsHasRivals_data();
    void aColumnTakenByItsCellsHasRivals();
    void anAddedTablesColumnsAreTakenByItsName();
    void aZoneAboveATableIsARivalOfItsColumns_data();
    void aZoneAboveATableIsARivalOfItsColumns();
};

void TestRivals::aColumnTakenByItsCellsHasRivals_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("read");
    QTest::newRow("the time") << QByteArray("A,B,C\n10:05,11:05,ana\n10:06,11:06,ben\n") << QStringLiteral("column of the time") << QStringLiteral("'A' or 'B' by time=B");
    QTest::newRow("the text") << QByteArray("A,B,C\n10:05,ana,the first words\n10:06,ben,the second\n") << QStringLiteral("column of the text") << QStringLiteral("'C' or 'B' by text=B");
    QTest::newRow("the date") << QByteArray("A,B,C,D\n2021-03-04,2021-03-05,10:05,words\n2021-03-04,2021-03-05,10:06,words\n") << QStringLiteral("column of the date")
                              << QStringLiteral("'A' or 'B' by date=B");
    QTest::newRow("a head with a comma goes by its number") << QByteArray("A,\"B, too\",C\n10:05,11:05,ana\n10:06,11:06,ben\n") << QStringLiteral("column of the time") << QStringLiteral("'A' or '2' by time=2");
    QTest::newRow("no other holds clocks") << QByteArray("A,B\n10:05,ana\n10:06,ben\n") << QStringLiteral("column of the time") << QString{};
    QTest::newRow("named by its head") << QByteArray("time,B,text\n10:05,11:05,ana\n10:06,11:06,ben\n") << QStringLiteral("column of the time") << QString{};
}

void TestRivals::aColumnTakenByItsCellsHasRivals()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, asked);
    QFETCH(QString, read);
    const Incident incident = readText(table.toStdString(), "table.csv");
    const Resolved found = resolve(incident.draft);
    const Inference* column = about(found, asked.toStdString());
    QCOMPARE(column != nullptr, !read.isEmpty());
    if (!column)
        return;
    std::string words = column->answer;
    for (const Rival& rival : column->rivals)
        words += " or " + rival.words + " by " + std::get<SetColumns>(rival.changes.at(0)).columns;
    QCOMPARE(QString::fromStdString(words), read);
    QCOMPARE(column->line, 1);
}

void TestRivals::aZoneAboveATableIsARivalOfItsColumns_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("because");
    QTest::addColumn<QString>("then");
    const QByteArray rows = "\n|---|---|\n| 2021-03-04 10:05 | a |\n| 2021-03-04 10:10 | b |\n";
    QTest::newRow("a heading") << QByteArray("# X\n\n## Timeline (GMT)\n\n| Time (GMT+1) | What |" + rows)
                               << QStringLiteral("The column goes by 'GMT+1', though line 3 says 'GMT'.") << QStringLiteral("2021-03-04 09:05:00 2021-03-04 10:05:00");
    QTest::newRow("a sentence") << QByteArray("# X\n\n## Timeline\n\nAll times are in UTC.\n\n| Time (EST) | What |" + rows)
                                << QStringLiteral("The column goes by 'EST', though line 5 says 'UTC'.") << QStringLiteral("2021-03-04 15:05:00 2021-03-04 10:05:00");
    QTest::newRow("two words for one clock") << QByteArray("# X\n\n## Timeline (UTC)\n\n| Time (GMT) | What |" + rows) << QString{} << QString{};
    QTest::newRow("a season of the zone above") << QByteArray("# X\n\n## Timeline (Pacific time)\n\n| Time (PST) | What |" + rows) << QString{} << QString{};
}

void TestRivals::aZoneAboveATableIsARivalOfItsColumns()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, because);
    QFETCH(QString, then);
    const Incident incident = readText(document.toStdString(), "notes.md");
    const Resolved found = resolve(incident.draft);
    const auto overruled = std::ranges::find_if(found.inferences, [](const Inference& i) { return i.because.starts_with("The column goes by "); });
    QCOMPARE(overruled == found.inferences.end(), because.isEmpty());
    if (because.isEmpty())
        return;
    QCOMPARE(QString::fromStdString(overruled->because), because);
    const Reading taken = taking(overruled->rivals.at(0));
    const Resolved again = resolve(incident.draft, taken);
    QCOMPARE(QString::fromStdString(firstMoment(found) + ' ' + firstMoment(again)), then);
    const auto read = howItWasRead(again, taken);
    const auto chosen = std::ranges::find(read, overruled->about, &ReadAs::about);
    QVERIFY(chosen != read.end() && chosen->chosen == overruled->rivals.at(0).changes);
    QCOMPARE(QString::fromStdString(chosen->because), because);
}

void TestRivals::anAddedTablesColumnsAreTakenByItsName()
{
    Incident incident = readText("- 2021-03-04 09:00 UTC: a\n- 09:05 b\n", "notes.md");
    incident = withFile(std::move(incident), readText("A,B,C\n10:05,11:05,ana\n10:06,11:06,ben\n", "table.csv").draft);
    const Resolved found = resolve(incident.draft);
    const Inference* column = about(found, "column of the time");
    QVERIFY(column);
    QCOMPARE(column->file, 1);
    QVERIFY(column->rivals.at(0).changes == std::vector<Change>{(SetColumns{"time=B", "table.csv"})});
}

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
            const Incident again = readBy(rival, *incident, corpus + name);
            const Resolved then = resolve(again.draft, taking(rival));
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
