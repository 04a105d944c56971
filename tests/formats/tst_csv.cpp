#include "formats/importer.h"
#include "formats/table/duration.h"
#include "formats/table/moment.h"
#include "formats/table/records.h"
#include "support/shown_draft.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;

namespace {

Result<Incident> opened(const std::string& text, const std::string& columns = {}, const std::string& format = "csv")
{
    return readIncident(text, "notes.csv", format, columns);
}

/// The rows of a table, without title and notes; or why there are none.
QString rowsOf(const Result<Incident>& incident)
{
    if (!incident)
        return QString::fromStdString(incident.error().what + (incident.error().instead.empty() ? "" : " " + incident.error().instead));
    QStringList rows;
    for (const auto& event : incident->draft.events)
        rows += shown(event);
    return rows.join(QLatin1Char{'\n'});
}

QString notesOf(const Result<Incident>& incident)
{
    QStringList notes;
    for (const auto& problem : incident ? incident->draft.problems : std::vector<Problem>{})
        notes += QString::fromStdString(std::to_string(problem.line) + ": " + problem.what + (problem.instead.empty() ? "" : " " + problem.instead));
    return notes.join(QLatin1Char{'\n'});
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void aRecordIsCutAsRfc4180HasIt_data();
    void aRecordIsCutAsRfc4180HasIt();
    void theDelimiterIsTheOneThatCutsEvenly_data();
    void theDelimiterIsTheOneThatCutsEvenly();
    void aNumberSince1970IsKnownByItsRange_data();
    void aNumberSince1970IsKnownByItsRange();
    void aLengthNeedsAUnit_data();
    void aLengthNeedsAUnit();
    void columnsAreFoundByNameAndContent_data();
    void columnsAreFoundByNameAndContent();
    void anEndOrALengthEndsTheRow_data();
    void anEndOrALengthEndsTheRow();
    void columnsCanBeNamedByHand_data();
    void columnsCanBeNamedByHand();
    void columnsNamedByHandAreSaid();
    void theOrderOfDayAndMonthIsTheWholeColumns_data();
    void theOrderOfDayAndMonthIsTheWholeColumns();
    void aFormatWithoutColumnsSaysSo();
    void aFileOfManyRowsIsReadToItsEnd_data();
    void aFileOfManyRowsIsReadToItsEnd();
    void aLongLineAboveATableIsReadOver();
    void keysThatAreNeverTheSameAreBounded();
};

void TestCsv::aRecordIsCutAsRfc4180HasIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cells"); // lines "first-last: [a][b]"
    const auto row = [](const char* name, const char* text, const char* cells) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(cells); };
    row("plain", "a,b\nc,d\n", "1-1: [a][b]\n2-2: [c][d]");
    row("no last line end", "a,b", "1-1: [a][b]");
    row("empty cells", "a,,\n,b,", "1-1: [a][][]\n2-2: [][b][]");
    row("quoted delimiter", "\"a,b\",c\n", "1-1: [a,b][c]");
    row("doubled quotes", "\"a \"\"b\"\"\",c\n", "1-1: [a \"b\"][c]");
    row("an empty quoted cell", "\"\",c\n", "1-1: [][c]");
    row("quoted line break", "\"a\nb\",c\nd,e\n", "1-2: [a\nb][c]\n3-3: [d][e]");
    row("blanks around", " a , \"b\" ,c\n", "1-1: [a][b][c]");
    row("a quote inside", "5\" disk,b\n\"6\" disk\",c\n", "1-1: [5\" disk][b]\n2-2: [6\" disk][c]");
    row("blank lines", "a,b\n\n  \nc,d\n", "1-1: [a][b]\n4-4: [c][d]");
    row("never closed", "a,\"b\nc,d\n", "1-1: [a][\"b]\n2-2: [c][d]");
}

void TestCsv::aRecordIsCutAsRfc4180HasIt()
{
    QFETCH(QString, text);
    QFETCH(QString, cells);
    const auto utf8 = text.toStdString();
    std::vector<Problem> problems;
    const auto table = table::recordsOf(utf8, ',', problems);
    QStringList found;
    for (std::size_t record = 0; record < table.size(); ++record) {
        auto line = QStringLiteral("%1-%2: ").arg(table.line(record)).arg(table.lastLine(record));
        for (int i = 0; i < static_cast<int>(table.cells(record)); ++i)
            line += QStringLiteral("[") + QString::fromStdString(std::string{table.cell(record, i)}) + QStringLiteral("]");
        found += line;
    }
    QCOMPARE(found.join(QLatin1Char{'\n'}), cells);
    QCOMPARE(problems.empty(), qstrcmp(QTest::currentDataTag(), "never closed") != 0);
}

void TestCsv::theDelimiterIsTheOneThatCutsEvenly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("delimiter");
    const auto row = [](const char* name, const char* text, const char* delimiter) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(delimiter); };
    row("comma", "time,what\n10:05,a; b\n10:06,c\n", ",");
    row("semicolon with decimal commas", "time;n;what\n10:05;1,5;a\n10:06;2,5;b\n", ";");
    row("tab", "time\twhat\n10:05\ta, b\n10:06\tc, d\n", "\t");
    row("bar", "time|what\n10:05|a\n10:06|b\n", "|");
    row("said", "sep=;\ntime,a;what,b\n", ";");
    row("none", "time\n10:05\n", "");
}

void TestCsv::theDelimiterIsTheOneThatCutsEvenly()
{
    QFETCH(QString, text);
    QFETCH(QString, delimiter);
    const auto cut = table::cutOf(text.toStdString());
    QCOMPARE(cut.columns < 2 ? QString{} : QString{QLatin1Char{cut.delimiter}}, delimiter);
}

void TestCsv::aNumberSince1970IsKnownByItsRange_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<qint64>("millis"); // -1: no such number
    const auto row = [](const char* cell, qint64 millis) { QTest::newRow(cell) << QString::fromUtf8(cell) << millis; };
    row("1570419000", 1570419000000);
    row("1570419000.25", 1570419000250);
    row("1570419000,25", 1570419000250);
    row("1570419000250", 1570419000250);
    row("1570419000250999", 1570419000250);
    row("1570419000250999999", 1570419000250);
    row("631152000", 631152000000);    // 1990-01-01
    row("631151999", -1);
    row("4102444799", 4102444799000);  // the last second of 2099
    row("4102444800", -1);
    row("20191007", -1);               // a date without its dashes
    row("99999999999999999999", -1);
    row("-1570419000", -1);
    row("1570419000x", -1);
    row("", -1);
}

void TestCsv::aNumberSince1970IsKnownByItsRange()
{
    QFETCH(QString, cell);
    QFETCH(qint64, millis);
    const auto utf8 = cell.toStdString();
    const auto found = table::epochOf(utf8);
    QCOMPARE(found ? static_cast<qint64>(found->at.time_since_epoch().count()) : -1, millis);
}

void TestCsv::aLengthNeedsAUnit_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("head");
    QTest::addColumn<qint64>("seconds"); // -1: not understood
    const auto row = [](const char* cell, const char* head, qint64 seconds) { QTest::newRow(qPrintable(QString::fromUtf8(cell) + QLatin1Char{'/'} + QString::fromUtf8(head))) << QString::fromUtf8(cell) << QString::fromUtf8(head) << seconds; };
    row("5", "Duration (min)", 300);
    row("5", "duration_s", 5);
    row("1,5", "Duración (horas)", 5400);
    row("5", "Duration", -1);
    row("5 min", "Duration", 300);
    row("1 h 20 min", "Duration", 4800);
    row("1h20m", "Duration", 4800);
    row("90s", "Duration", 90);
    row("00:05:00", "Duration", 300);
    row("26:00:01", "Duration", 93601);
    row("5:30", "Duration", -1); // minutes or hours: not said
    row("PT1H5M", "Duration", 3900);
    row("P1DT5S", "Duration", 86405);
    row("soon", "Duration", -1);
    row("", "Duration", -1);
}

void TestCsv::aLengthNeedsAUnit()
{
    QFETCH(QString, cell);
    QFETCH(QString, head);
    QFETCH(qint64, seconds);
    const auto length = table::durationOf(cell.toStdString(), head.toStdString());
    QCOMPARE(length ? static_cast<qint64>(length->count() / 1000) : -1, seconds);
}

void TestCsv::columnsAreFoundByNameAndContent_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, const char* text, const char* rows) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(rows); };
    row("a zone in the head", "Time (CET),Event\n10:05,a\n10:06,b\n", "2 | | 10:05 | CET ColumnHead | | a\n3 | | 10:06 | CET ColumnHead | | b");
    row("utc in the head", "time_utc,event\n10:05,a\n10:06,b\n", "2 | | 10:05 | UTC ColumnHead | | a\n3 | | 10:06 | UTC ColumnHead | | b");
    row("the cell's own zone wins", "Time (CET),Event\n10:05Z,a\n10:06,b\n", "2 | | 10:05 | Z Row | | a\n3 | | 10:06 | CET ColumnHead | | b");
    row("camel case", "startTime,endTime,userName,message\n10:05,10:06,ana,a\n", "2 | | 10:05-10:06 | | ana | a");
    row("a team and a person", "time,team,engineer,what\n10:05,Net,Ana,a\n", "2 | | 10:05 | | Net: Ana | a");
    row("numbers are no words", "time,event_id,notes\n10:05,17,a\n10:06,18,b\n", "2 | | 10:05 | | | a\n3 | | 10:06 | | | b");
    row("names that say nothing", "x,y,z\n1,10:05,the queue grows\n2,10:06,it drains\n", "2 | | 10:05 | | | the queue grows\n3 | | 10:06 | | | it drains");
    row("ids that look like seconds", "id,time,event\n1570419000,10:05,a\n1570419001,10:06,b\n", "2 | | 10:05 | | | a\n3 | | 10:06 | | | b");
    row("only a date", "date,event\n2023-05-01,a\n2023-05-02,b\n", "2 | 2023-05-01 Row | | | | a\n3 | 2023-05-02 Row | | | | b");
    row("a place nobody knows is who", "time,site,event\n10:05,rack 4,a\n10:06,rack 5,b\n", "2 | | 10:05 | | rack 4 | a\n3 | | 10:06 | | rack 5 | b");
    row("utc beside local without dates", "local time,utc,event\n23:30,03:30,a\n10:35,03:35,b\n", "2 | | 23:30 | -04:00 Row | | a\n3 | | 10:35 | +07:00 Row | | b");
    row("utc gives the local date", "local time,utc,event\n23:30,2019-10-07 03:30,a\n", "2 | 2019-10-06 Row | 23:30 | -04:00 Row | | a");
    row("what stands behind the clock", "time,event\n10:05 about,a\n10:06,b\n10:07,c\n", "2 | | 10:05 | | | about: a\n3 | | 10:06 | | | b\n4 | | 10:07 | | | c");
    row("a date above the rows", "Outage of 1 May 2023\ntime,event\n10:05,a\n10:06,b\n", "3 | 2023-05-01 Title | 10:05 | | | a\n4 | 2023-05-01 Title | 10:06 | | | b");
    row("am and pm in a column of their own", "date,time,am/pm,event\n2023-05-01,10:05,AM,a\n2023-05-01,1:05,PM,b\n", "2 | 2023-05-01 Row | 10:05 | | | a\n3 | 2023-05-01 Row | 13:05 | | | b");
    row("moments without marks", "20230501T100500Z,a\n20230501T100601Z,b\n", "1 | 2023-05-01 Row | 10:05 | Z Row | | a\n2 | 2023-05-01 Row | 10:06:01 | Z Row | | b");
    row("a year of two digits", "key,summary,created\nA-1,a,01/May/23 10:05 AM\nA-2,b,13-May-23 1:05 PM\n", "2 | 2023-05-01 Row | 10:05 | | | a\n3 | 2023-05-13 Row | 13:05 | | | b");
    row("no times", "a,b\nx,y\nz,w\n", "No column of notes.csv holds times. Its columns are 'a' and 'b'. Name the right ones: --columns time=NAME,text=NAME.");
    row("no rows", "time,event\n", "No column of notes.csv holds times. Its columns are 'time' and 'event'. Name the right ones: --columns time=NAME,text=NAME.");
    row("only its delimiter", "sep=;\n", "No columns were found in notes.csv. Part them by commas, semicolons, tabs or bars.");
    row("one column", "time\n10:05\n", "No columns were found in notes.csv. Part them by commas, semicolons, tabs or bars.");
}

void TestCsv::columnsAreFoundByNameAndContent()
{
    QFETCH(QString, text);
    QFETCH(QString, rows);
    QCOMPARE(rowsOf(opened(text.toStdString())), rows);
}

void TestCsv::anEndOrALengthEndsTheRow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, const char* text, const char* rows) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(rows); };
    row("an end over midnight", "start,end,what\n2023-05-01 23:50,2023-05-02 00:10,a\n", "2 | 2023-05-01 Row | 23:50-2023-05-02 00:10 | | | a");
    row("an end on another offset", "start,end,what\n2023-05-01T10:00:00+02:00,2023-05-01T09:00:00Z,a\n", "2 | 2023-05-01 Row | 10:00-11:00 | +02:00 Row | | a");
    row("a length", "time,duration,what\n2023-05-01 23:50,20 min,a\n", "2 | 2023-05-01 Row | 23:50-2023-05-02 00:10 | | | a");
    row("a length without a date", "time,duration,what\n23:50,20 min,a\n", "2 | | 23:50-00:10 | | | a");
    row("a range in the cell", "time,what\n2023-05-01 10:00-10:20,a\n2023-05-01 10:30,b\n", "2 | 2023-05-01 Row | 10:00-10:20 | | | a\n3 | 2023-05-01 Row | 10:30 | | | b");
}

void TestCsv::anEndOrALengthEndsTheRow()
{
    QFETCH(QString, text);
    QFETCH(QString, rows);
    QCOMPARE(rowsOf(opened(text.toStdString())), rows);
}

void TestCsv::columnsCanBeNamedByHand_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* columns, const char* rows) { QTest::newRow(columns) << QString::fromUtf8(columns) << QString::fromUtf8(rows); };
    row("time=B", "2 | | 11:05 | | | first words\n3 | | 11:06 | | | second words");
    row("time=b, text=d,actor=C", "2 | | 11:05 | | ana | x\n3 | | 11:06 | | ben | y");
    row("time=2,text=5", "2 | | 11:05 | | | first words\n3 | | 11:06 | | | second words");
    row("time=A,utc=B", "2 | | 10:05 | -01:00 Row | | first words\n3 | | 10:06 | -01:00 Row | | second words");
    row("when=A", "'when=A' names no column. Write what it holds and its name, such as time=When. It may hold 'time', 'utc', 'date', "
                  "'end', 'duration', 'zone', 'text', 'actor', 'person', 'place' and 'group'.");
    row("time=Q", "There is no column 'Q'. The columns are 'A', 'B', 'C', 'D' and 'E'.");
    row("time=A,time=B", "Two columns are named for 'time'. Name one of them.");
}

void TestCsv::columnsCanBeNamedByHand()
{
    QFETCH(QString, columns);
    QFETCH(QString, rows);
    const std::string text = "A,B,C,D,E\n10:05,11:05,ana,x,first words\n10:06,11:06,ben,y,second words\n";
    QCOMPARE(rowsOf(opened(text, columns.toStdString())), rows);
}

void TestCsv::columnsNamedByHandAreSaid()
{
    QCOMPARE(notesOf(opened("A,B\n10:05,a\n", "time=A,text=B")), QStringLiteral("1: Columns named by hand: time=A,text=B."));
    QCOMPARE(notesOf(opened("A,B\n10:05,a\n")),
             QStringLiteral("1: Column 'A' is read as the time, for its cells hold clocks. Another can be named: --columns time=NAME.\n"
                            "1: Column 'B' is read as what happened, for its cells are the longest. Another can be named: --columns text=NAME."));
}

void TestCsv::theOrderOfDayAndMonthIsTheWholeColumns_data()
{
    QTest::addColumn<QString>("dates");
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("note");
    const auto row = [](const char* name, const char* dates, const char* read, const char* note) { QTest::newRow(name) << QString::fromUtf8(dates) << QString::fromUtf8(read) << QString::fromUtf8(note); };
    row("a later row leaves no choice", "3/4/2022 13/4/2022", "2022-04-03 2022-04-13", "3: The dates of column 'date' are read day first. '13/4/2022' leaves no choice.");
    row("month first leaves no choice", "3/4/2022 3/14/2022", "2022-03-04 2022-03-14", "3: The dates of column 'date' are read month first. '3/14/2022' leaves no choice.");
    row("their order tells", "3/4/2022 3/5/2022 4/1/2022", "2022-03-04 2022-03-05 2022-04-01", "1: The dates of column 'date' are read month first. Read day first, 1 row runs backwards.");
    row("nothing tells", "3/4/2022 3/4/2022", "2022-03-04 2022-03-04", "2: The dates of column 'date' are read month first. '3/4/2022' is 4 March 2022; it could be 3 April 2022.");
    row("full stops", "3.4.2022 3.4.2022", "2022-04-03 2022-04-03", "2: The dates of column 'date' are read day first. '3.4.2022' is 3 April 2022; it could be 4 March 2022.");
    row("year first", "2022-04-03 2022-04-03", "2022-04-03 2022-04-03", "");
}

void TestCsv::theOrderOfDayAndMonthIsTheWholeColumns()
{
    QFETCH(QString, dates);
    QFETCH(QString, read);
    QFETCH(QString, note);
    std::string text = "date,event\n";
    for (const auto& date : dates.split(QLatin1Char{' '}))
        text += date.toStdString() + ",a\n";
    const auto incident = opened(text);
    QVERIFY(incident.has_value());
    QStringList found;
    for (const auto& event : incident->draft.events)
        found += shown(event.date->value);
    QCOMPARE(found.join(QLatin1Char{' '}), read);
    QCOMPARE(notesOf(incident), note);
}

void TestCsv::aFormatWithoutColumnsSaysSo()
{
    QCOMPARE(rowsOf(opened("- 10:05 a\n- 10:06 b\n", "time=A", "markdown")),
             QStringLiteral("notes.csv is read as Markdown or plain text, which has no columns to name. Choose its format with --input csv, tsv, json or jsonl."));
}

void TestCsv::aFileOfManyRowsIsReadToItsEnd_data()
{
    constexpr int all = 20'001;
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("events");
    QTest::newRow("rows") << QByteArray{"2023-05-01T10:00:00Z,ana,something happened\n"} << QStringLiteral("csv") << all;
    QTest::newRow("quotes never closed") << QByteArray{"2023-05-01T10:00:00Z,\"ana,some\"thing\n"} << QStringLiteral("csv") << all;
    QTest::newRow("line breaks") << QByteArray{"2023-05-01T10:00:00Z,ana,\"a\n\n\nb\"\"\"\n"} << QStringLiteral("csv") << all;
    QTest::newRow("no clocks") << QByteArray{"never,ana,something happened\n"} << QStringLiteral("csv") << 0;
    QTest::newRow("quotes of quotes") << QByteArray{"10:00,ana,\"\n\n\"\"\n\n\"\"\"\n"} << QStringLiteral("csv") << all;
    QTest::newRow("one line of commas") << QByteArray{",,,,,,,,,,,,,,,"} << QStringLiteral("csv") << 1;
    QTest::newRow("nested lists") << QByteArray{"{\"a\":[{\"b\":[{\"c\":1}]}]}\n"} << QStringLiteral("jsonl") << 1;
    QTest::newRow("objects") << QByteArray{"{\"time\":\"2023-05-01T10:00:00Z\",\"text\":\"a\"}\n"} << QStringLiteral("jsonl") << all;
    QTest::newRow("broken objects") << QByteArray{"{\"time\":\"2023-05-01T10:00:00Z\",\n"} << QStringLiteral("jsonl") << 1;
}

void TestCsv::aFileOfManyRowsIsReadToItsEnd()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, format);
    std::string text = format == QLatin1String("csv") ? "time,who,what\n2023-05-01T10:00:00Z,ana,first\n" : "{\"time\":\"2023-05-01T10:00:00Z\",\"text\":\"first\"}\n";
    text += row.repeated(20'000).toStdString();
    const auto incident = readIncident(text, "notes", format.toStdString());
    QTEST(incident ? static_cast<int>(incident->draft.events.size()) : 0, "events"); // 0: refused
}

void TestCsv::aLongLineAboveATableIsReadOver()
{
    std::string words;
    for (int i = 0; i < 20'000; ++i)
        words += "Some Words In Lisbon time ";
    const auto incident = opened(words + "\ntime,who,what\n2023-05-01T10:00:00Z,ana,first\n");
    QVERIFY(incident.has_value());
    QCOMPARE(incident->draft.events.size(), 1u);
}

void TestCsv::keysThatAreNeverTheSameAreBounded()
{
    std::string text = "{\"time\":\"10:05\",\"text\":\"first\"}\n";
    for (int i = 0; i < 20'000; ++i)
        text += "{\"key" + std::to_string(i) + "\":\"10:06\",\"text\":\"a\"}\n";
    const auto incident = readIncident(text, "notes", "jsonl");
    QVERIFY(incident.has_value());
    QCOMPARE(incident->draft.events.size(), 1u);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
