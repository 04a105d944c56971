#include "formats/lockstep_file/lockstep_file.h"
#include "formats/lockstep_file/values.h"
#include "formats/lockstep_round.h"
#include "support/every_kind.h"
#include <set>

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

class TestLockstep : public QObject {
    Q_OBJECT
private slots:
    void everyKindIsReadBackAsItWasWritten();
    void elapsedTimesAreReadBackAsTheyWereWritten();
    void theSecondSaveIsByteIdentical();
    void theSampleFileHoldsEveryKindOfChangeAndEdit();
    void theFileReadsAsItDidWhenTheFormatWasSettled();
    void anUndatedIncidentIsWrittenWithoutADate();
    void inferencesAreWrittenForInformationOnly();
    void unknownKeysAreNotedOnceAndLeftOutOnSaving();
    void textThatIsNotUtf8IsRefused();
    void lengthsAreWrittenAsPeopleSayThem_data();
    void lengthsAreWrittenAsPeopleSayThem();
    void unfitLengthsAreNotRead_data();
    void unfitLengthsAreNotRead();
    void clocksAreReadStrictly_data();
    void clocksAreReadStrictly();
    void datesAreReadStrictly_data();
    void datesAreReadStrictly();
    void theFormatIsKnownByItsContent_data();
    void theFormatIsKnownByItsContent();
};

void TestLockstep::everyKindIsReadBackAsItWasWritten()
{
    const auto incident = everyKind();
    const auto text = writeStudy(incident);
    QVERIFY(text);
    const auto read = readStudy(*text);
    QCOMPARE(lineAndWhat(read), std::string{});
    QVERIFY(read->draft == incident.draft);
    QVERIFY(read->reading == incident.reading);
    QVERIFY(read->scenarios == incident.scenarios);
    QVERIFY(read->measures == incident.measures);
}

void TestLockstep::elapsedTimesAreReadBackAsTheyWereWritten()
{
    Incident incident = everyKind();
    incident.draft.events.open()[0].elapsed = Elapsed{.begin = -90min, .end = 150min};
    incident.draft.events.open()[1].elapsed = Elapsed{.begin = 0min};
    const auto text = writeStudy(incident);
    QVERIFY(text);
    QVERIFY(text->find("\"elapsed\": \"-90 min\"") != std::string::npos);
    const auto read = readStudy(*text);
    QCOMPARE(lineAndWhat(read), std::string{});
    QVERIFY(read->draft == incident.draft);
}

void TestLockstep::theSecondSaveIsByteIdentical()
{
    const auto first = writeStudy(everyKind());
    const auto second = writeStudy(*readStudy(*first));
    QCOMPARE(QString::fromStdString(*second), QString::fromStdString(*first));
}

void TestLockstep::theSampleFileHoldsEveryKindOfChangeAndEdit()
{
    const auto incident = everyKind();
    std::set<std::size_t> changes;
    for (const auto& entry : incident.reading)
        changes.insert(entry.change.index());
    QCOMPARE(changes.size(), std::variant_size_v<Change>);
    std::set<std::size_t> edits;
    for (const auto& scenario : incident.scenarios)
        for (const auto& edit : scenario.edits)
            edits.insert(edit.index());
    QCOMPARE(edits.size(), std::variant_size_v<Edit>);
}

void TestLockstep::theFileReadsAsItDidWhenTheFormatWasSettled()
{
    const auto settled = fileText("tests/formats/data/every_kind.lockstep");
    const auto read = readStudy(settled);
    QCOMPARE(lineAndWhat(read), std::string{});
    QVERIFY(*read == everyKind());
    QCOMPARE(QString::fromStdString(*writeStudy(*read)), QString::fromStdString(settled));
    QVERIFY(!QString::fromStdString(settled).contains(QLatin1Char('\r')));
}

void TestLockstep::anUndatedIncidentIsWrittenWithoutADate()
{
    Incident incident;
    incident.draft.events = {everyKindRow(3, "start", {23, 30})};
    incident.scenarios = {{"What if 1", "", {MoveEvent{1, 29min}}}};
    const auto text = QString::fromStdString(*writeStudy(incident));
    static const QRegularExpression date{QStringLiteral("[0-9]{4}-[0-9]{2}-[0-9]{2}|19[0-9]{2}|20[0-9]{2}")};
    QVERIFY2(!date.match(text).hasMatch(), qPrintable(text));
}

void TestLockstep::inferencesAreWrittenForInformationOnly()
{
    Resolved resolved;
    resolved.inferences = {{"zone of Bank", "America/New_York", "Rows then run in order.", {{"Washington state: 5"}}, 14}};
    const auto with = *writeStudy(everyKind(), resolved);
    QVERIFY(QString::fromStdString(with).contains(QStringLiteral("\"about\": \"zone of Bank\"")));
    QVERIFY(*readStudy(with) == everyKind());
}

void TestLockstep::unknownKeysAreNotedOnceAndLeftOutOnSaving()
{
    auto text = QString::fromStdString(*writeStudy(everyKind()));
    text.replace(QStringLiteral("\"line\": 3,"), QStringLiteral("\"line\": 3, \"colour\": \"red\","));
    text.replace(QStringLiteral("\"line\": 5,"), QStringLiteral("\"line\": 5, \"colour\": {\"deep\": [1, 2]},"));
    text.replace(QStringLiteral("\"prose\""), QStringLiteral("\"mood\": null,\n  \"prose\""));
    const auto read = readStudy(text.toStdString());
    QCOMPARE(lineAndWhat(read), std::string{});
    QCOMPARE(read->draft.problems.size(), std::size_t{3});
    QCOMPARE(read->draft.problems[1].severity, Severity::Warning);
    QVERIFY(QString::fromStdString(read->draft.problems[1].what).contains(QStringLiteral("'mood' of a file")));
    QVERIFY(QString::fromStdString(read->draft.problems[2].what).contains(QStringLiteral("'colour' of a row")));
    QCOMPARE(*writeStudy(*read), *writeStudy(everyKind()));
}

void TestLockstep::textThatIsNotUtf8IsRefused()
{
    auto incident = everyKind();
    incident.scenarios[0].name = "\xff";
    QVERIFY(!writeStudy(incident));
}

void TestLockstep::lengthsAreWrittenAsPeopleSayThem_data()
{
    QTest::addColumn<qint64>("millis");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64{0} << QStringLiteral("0 min");
    QTest::newRow("an hour") << qint64{3'600'000} << QStringLiteral("60 min");
    QTest::newRow("just below two hours") << qint64{7'140'000} << QStringLiteral("119 min");
    QTest::newRow("two hours") << qint64{7'200'000} << QStringLiteral("2 h");
    QTest::newRow("back") << qint64{-27'180'000} << QStringLiteral("-7 h 33 min");
    QTest::newRow("seconds") << qint64{90'000} << QStringLiteral("1 min 30 s");
    QTest::newRow("all units") << qint64{-8'130'250} << QStringLiteral("-2 h 15 min 30 s 250 ms");
    QTest::newRow("a millisecond") << qint64{1} << QStringLiteral("1 ms");
    QTest::newRow("a century") << qint64{36'525} * 86'400'000 << QStringLiteral("876600 h");
}

void TestLockstep::lengthsAreWrittenAsPeopleSayThem()
{
    QFETCH(qint64, millis);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(lockstep_file::lengthText(Millis{millis})), text);
    const auto read = lockstep_file::lengthFrom(text.toStdString());
    QVERIFY(read);
    QCOMPARE(qint64{read->count()}, millis);
}

void TestLockstep::unfitLengthsAreNotRead_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "-", "60", "min", "60min", "60 minutes", " 60 min", "60 min ", "+60 min", "1.5 h", "30 min 1 h",
             "1 min 1 min", "- 60 min", "60  min", "876601 h", "99999999999999999999 ms", "9223372036854775807 h", "1 h -5 min"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestLockstep::unfitLengthsAreNotRead()
{
    QFETCH(QString, text);
    QVERIFY(!lockstep_file::lengthFrom(text.toStdString()));
}

void TestLockstep::clocksAreReadStrictly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("millis"); // -1: no clock
    QTest::newRow("a minute") << QStringLiteral("23:30") << qint64{84'600'000};
    QTest::newRow("seconds") << QStringLiteral("00:00:01") << qint64{1'000};
    QTest::newRow("milliseconds") << QStringLiteral("00:00:00.007") << qint64{7};
    QTest::newRow("past midnight") << QStringLiteral("24:59") << qint64{89'940'000};
    for (const char* text : {"25:00", "9:05", "23:60", "23:30:60", "23:30:15.2", "23:30.250", "23:30 ", "2330", "", "23:3a", "-1:00"})
        QTest::newRow(text) << QString::fromLatin1(text) << qint64{-1};
}

void TestLockstep::clocksAreReadStrictly()
{
    QFETCH(QString, text);
    QFETCH(qint64, millis);
    const auto read = lockstep_file::clockFrom(text.toStdString());
    QCOMPARE(read ? qint64{read->sinceMidnight().count()} : qint64{-1}, millis);
    if (read)
        QCOMPARE(QString::fromStdString(lockstep_file::clockText(*read)), text);
}

void TestLockstep::datesAreReadStrictly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("exists");
    for (const char* text : {"2019-10-06", "0001-01-01", "9999-12-31", "2020-02-29", "02-29", "10-06"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char* text : {"2019-02-29", "0000-01-01", "2019-13-01", "2019-00-10", "2019-10-32", "20202-01-16", "2019-1-6", "10-6",
             "", "2019/10/06", "2019-10-06Z", "-2019-10-06", "02-30"})
        QTest::newRow(text) << QString::fromLatin1(text) << false;
}

void TestLockstep::datesAreReadStrictly()
{
    QFETCH(QString, text);
    QFETCH(bool, exists);
    const auto read = lockstep_file::dateFrom(text.toStdString());
    QCOMPARE(read.has_value(), exists);
    if (read)
        QCOMPARE(QString::fromStdString(lockstep_file::dateText(*read)), text);
}

void TestLockstep::theFormatIsKnownByItsContent_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<int>("confidence");
    QTest::newRow("as written") << QStringLiteral("{\n  \"format\": \"lockstep\",\n  \"version\": 1") << 100;
    QTest::newRow("without blanks") << QStringLiteral("{\"version\":1,\"format\":\"lockstep\"") << 100;
    QTest::newRow("blanks before") << QStringLiteral("\n\t{ \"format\"\n:\n\"lockstep\"") << 100;
    QTest::newRow("other JSON") << QStringLiteral("{\"format\": \"other\", \"lockstep\": 1}") << 0;
    QTest::newRow("a page about it") << QStringLiteral("# Lockstep\n\"format\": \"lockstep\"") << 0;
    QTest::newRow("nothing") << QString{} << 0;
    QTest::newRow("cut in the key") << QStringLiteral("{\"format\"") << 0;
}

void TestLockstep::theFormatIsKnownByItsContent()
{
    QFETCH(QString, head);
    QFETCH(int, confidence);
    const auto all = allImporters();
    const auto found = std::find_if(all.begin(), all.end(), [](const auto* importer) { return importer->id == "lockstep"; });
    QCOMPARE((*found)->confidence(head.toStdString()), confidence);
}

QTEST_GUILESS_MAIN(TestLockstep)
#include "tst_lockstep.moc"
