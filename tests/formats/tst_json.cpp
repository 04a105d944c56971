#include "formats/importer.h"
#include "support/shown_draft.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;

namespace {

QString rowsOf(const Result<Incident>& incident)
{
    if (!incident)
        return QString::fromStdString(std::to_string(incident.error().line) + ": " + incident.error().what);
    QStringList rows;
    for (const auto& event : incident->draft.events)
        rows += shown(event);
    for (const auto& problem : incident->draft.problems)
        if (problem.severity != Severity::Note)
            rows += QString::fromStdString(std::to_string(problem.line) + ": " + problem.what);
    return rows.join(QLatin1Char{'\n'});
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT

private slots:
    void theLongestListOfObjectsIsTheTimeline_data();
    void theLongestListOfObjectsIsTheTimeline();
    void whatStandsBesideTheListSpeaksForIt();
    void everyRowKeepsItsOwnPieceOfOneLongLine();
    void aBrokenLineIsAProblemAndTheRestIsRead();
    void keysCanBeNamedByHand();
    void theFormatIsKnownByContent_data();
    void theFormatIsKnownByContent();
};

void TestJson::theLongestListOfObjectsIsTheTimeline_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, const QByteArray& text, const char* rows) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(rows); };
    row("top level", "[{\"time\":\"10:05\",\"event\":\"a\"},\n{\"time\":\"10:06\",\"event\":\"b\"}]", "1 | | 10:05 | | | a\n2 | | 10:06 | | | b");
    row("below a key", "{\"x\":[{\"a\":1}],\n\"log\":{\"rows\":[{\"time\":\"10:05\",\"event\":\"a\"},{\"time\":\"10:06\",\"event\":\"b\"}]}}", "2 | | 10:05 | | | a\n2 | | 10:06 | | | b");
    row("lists within a row", "[{\"time\":\"10:05\",\"event\":\"a\",\"tags\":[{\"t\":1},{\"t\":2},{\"t\":3}]},{\"time\":\"10:06\",\"event\":\"b\"},{\"time\":\"10:07\",\"event\":\"c\"},{\"time\":\"10:08\",\"event\":\"d\"}]",
        "1 | | 10:05 | | | a\n1 | | 10:06 | | | b\n1 | | 10:07 | | | c\n1 | | 10:08 | | | d");
    row("nested keys", "[{\"when\":{\"time\":\"10:05\"},\"actor\":{\"name\":\"Ana\"},\"data\":{\"message\":\"a\"}}]", "1 | | 10:05 | | Ana | a");
    row("keys in another order", "[{\"time\":\"10:05\",\"event\":\"a\",\"who\":\"Ana\"},{\"who\":\"Ben\",\"event\":\"b\",\"time\":\"10:06\"}]", "1 | | 10:05 | | Ana | a\n1 | | 10:06 | | Ben | b");
    row("words in a list", "[{\"time\":\"10:05\",\"event\":[\"a\",\"b\"]}]", "1 | | 10:05 | | | a, b");
    row("escapes", "[{\"time\":\"10:05\",\"event\":\"a \\\"b\\\" \\u00e9\\n c\"}]", "1 | | 10:05 | | | a \"b\" \xC3\xA9 c");
    row("numbers since 1970", "[{\"time\":1570419000,\"event\":\"a\"},{\"time\":1570419060.5,\"event\":\"b\"}]", "1 | 2019-10-07 Row | 03:30 | UTC ColumnHead | | a\n1 | 2019-10-07 Row | 03:31 | UTC ColumnHead | | b");
    row("no list", "{\"time\":\"10:05\"}", "0: No list of objects was found in notes.json.");
    row("cut short", "[{\"time\":\"10:05\",\n\"event\":\"a\"},\n{\"time\"", "3: The file ends before its last bracket is closed.");
    row("broken", "[{\"time\":\"10:05\",\n\"event\" \"a\"},\n{\"time\":1}]", "2: This is not valid JSON.");
    row("nested too deep", QByteArray{"{\"a\":"}.repeated(70) + "1" + QByteArray{"}"}.repeated(70), "1: Brackets are nested deeper than 64 levels.");
}

void TestJson::theLongestListOfObjectsIsTheTimeline()
{
    QFETCH(QString, text);
    QFETCH(QString, rows);
    QCOMPARE(rowsOf(readIncident(text.toStdString(), "notes.json", "json")), rows);
}

void TestJson::whatStandsBesideTheListSpeaksForIt()
{
    const auto incident = readIncident("{\"summary\":\"The lock held for at least 1 hour.\",\n\"incident\":{\"title\":\"Night run\"},\"timezone\":\"Asia/Ho_Chi_Minh\",\n"
                                       "\"date\":\"2019-10-07\",\"events\":[{\"time\":\"10:05\",\"text\":\"a\"}]}", "notes.json");
    QVERIFY(incident.has_value());
    QCOMPARE(rowsOf(incident), QStringLiteral("3 | 2019-10-07 FrontMatter | 10:05 | Asia/Ho_Chi_Minh FrontMatter | | a"));
    QCOMPARE(incident->draft.title, std::string{"Night run"});
    QCOMPARE(incident->draft.prose.size(), std::size_t{1});
    QCOMPARE(incident->draft.prose.front(), (Prose{1, "The lock held for at least 1 hour."}));
}

void TestJson::everyRowKeepsItsOwnPieceOfOneLongLine()
{
    const auto incident = readIncident("{\"events\":[{\"time\":\"10:05\",\"text\":\"a\"},{\"time\":\"10:06\",\"text\":\"b\"}]}", "notes.json");
    QVERIFY(incident.has_value());
    QCOMPARE(incident->draft.events[0].source, std::string{"{\"time\":\"10:05\",\"text\":\"a\"}"});
    QCOMPARE(incident->draft.events[1].source, std::string{"{\"time\":\"10:06\",\"text\":\"b\"}"});
}

void TestJson::aBrokenLineIsAProblemAndTheRestIsRead()
{
    const auto incident = readIncident("{\"time\":\"10:05\",\"text\":\"a\"}\n{\"time\":\n[1]\n\"x\"\n\n{\"time\":\"10:06\",\"text\":\"b\"}\n", "notes.jsonl", "jsonl");
    QCOMPARE(rowsOf(incident), QStringLiteral("1 | | 10:05 | | | a\n6 | | 10:06 | | | b\n2: This line is no JSON object, so it is not on the chart.\n"
                                              "3: This line is no JSON object, so it is not on the chart.\n4: This line is no JSON object, so it is not on the chart."));
    QCOMPARE(incident->draft.prose.size(), std::size_t{3}); // they stay as text
}

void TestJson::keysCanBeNamedByHand()
{
    const auto incident = readIncident("[{\"a\":{\"b\":\"10:05\"},\"c\":\"11:05\",\"d\":\"x\"}]", "notes.json", "json", "time=a.b,text=d");
    QCOMPARE(rowsOf(incident), QStringLiteral("1 | | 10:05 | | | x"));
}

void TestJson::theFormatIsKnownByContent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("format");
    const auto row = [](const char* name, const char* text, const char* format) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(format); };
    row("a list", "[{\"time\":\"10:05\",\"text\":\"a\"}]", "json");
    row("an object", "{\n \"events\": [{\"time\":\"10:05\",\"text\":\"a\"}]}", "json");
    row("lines", "{\"time\":\"10:05\",\"text\":\"a\"}\n{\"time\":\"10:06\",\"text\":\"b\"}\n", "jsonl");
    row("lines, the first broken", "{\"time\":\n{\"time\":\"10:05\",\"text\":\"a\"}\n{\"time\":\"10:06\",\"text\":\"b\"}\n", "jsonl");
    row("clocks in brackets", "[10:05] a\n[10:06] b\n", "markdown");
    row("a template in braces", "{{ title }}\n\n- 10:05 a\n- 10:06 b\n", "markdown");
    row("a sentence list", "Ana: Lisbon, 10:05, a\nBen: Paris, 11:06, b\n", "markdown");
}

void TestJson::theFormatIsKnownByContent()
{
    QFETCH(QString, text);
    QFETCH(QString, format);
    const auto incident = readIncident(text.toStdString(), "notes");
    QCOMPARE(incident ? QString::fromStdString(incident->draft.format) : QString::fromStdString(incident.error().what), format);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
