#include "core/resolve.h"
#include "formats/importer.h"
#include "formats/markdown/row_head.h"
#include <QTest>

using namespace lockstep;

namespace {

Draft draftOf(const std::string& text)
{
    const auto incident = readIncident(text, "notes.md", "markdown");
    return incident ? incident->draft : Draft{};
}

/// "10:05 a|10:10 b"
QString rowsOf(const Draft& draft)
{
    QStringList rows;
    for (const auto& e : draft.events) {
        auto row = e.clock ? QString::asprintf("%02d:%02d ", e.clock->hour, e.clock->minute) : QStringLiteral("--:-- ");
        rows += row + QString::fromStdString(e.text);
    }
    return rows.join(QLatin1Char{'|'});
}

QString whoOf(const Draft& draft)
{
    QStringList names;
    for (const auto& e : draft.events)
        names += QString::fromStdString(e.role);
    return names.join(QLatin1Char{'|'});
}

} // namespace

class TestMarkdownRows : public QObject {
    Q_OBJECT

private slots:
    void aLineIsARowOnlyWhereAReaderSeesOne_data();
    void aLineIsARowOnlyWhereAReaderSeesOne();
    void theTimelineIsFoundByItsHeadingElseByItsRows_data();
    void theTimelineIsFoundByItsHeadingElseByItsRows();
    void aZoneIsTakenFromTheNearestPlaceThatStatesIt_data();
    void aZoneIsTakenFromTheNearestPlaceThatStatesIt();
    void aDateIsTakenFromTheNearestPlaceThatStatesIt_data();
    void aDateIsTakenFromTheNearestPlaceThatStatesIt();
    void anActorIsOneTheRowsMark_data();
    void anActorIsOneTheRowsMark();
    void whatLooksLikeARowButIsNotReadIsReported_data();
    void whatLooksLikeARowButIsNotReadIsReported();
    void aDateThatMayMeanTwoDaysIsDoubtedOnItsFirstRow_data();
    void aDateThatMayMeanTwoDaysIsDoubtedOnItsFirstRow();
    void allTimesApproximateMarksEveryRow();
    void aYearIsFilledOnlyFromTheDocument();
    void theMomentOfARowIsReadWithItsDate_data();
    void theMomentOfARowIsReadWithItsDate();
    void daysWithoutADateAreCounted_data();
    void daysWithoutADateAreCounted();
    void aDateBesideADayTells_data();
    void aDateBesideADayTells();
    void aLongDocumentIsReadToItsEnd();
};

void TestMarkdownRows::daysWithoutADateAreCounted_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("days");
    const auto row = [](const char* name, const char* body, const char* days) { QTest::newRow(name) << QString::fromUtf8(body) << QString::fromUtf8(days); };
    row("headings", "### Day 1\n\n- 10:05 a\n\n### Day 3\n\n- 12:00 b\n- 13:00 c\n", "0 10:05|2 12:00|2 13:00");
    row("lines", "Monday\n\n- 10:05 a\n\nWednesday:\n\n- 12:00 b\n", "0 10:05|2 12:00");
    row("lines between rows", "Mon\n10:05 a\nTue\n12:00 b\n", "0 10:05|1 12:00");
    row("over a weekend", "**Fri**\n\n- 10:05 a\n\n**Mon**\n\n- 09:00 b\n", "0 10:05|3 09:00");
    row("heads of rows", "- Tue 10:05 a\n- Wed 12:00 b\n- Wed 12:10 c\n", "0 10:05|1 12:00|1 12:10");
    row("numbers in rows", "- Day 1, 10:05 - a\n- Day 2, 12:00 - b\n", "0 10:05|1 12:00");
    row("the second day alone is named", "- 10:05 a\n- 10:10 b\n\nDay 2\n\n- 12:00 c\n", "0 10:05|0 10:10|1 12:00");
    row("a midnight within a day", "Day 1\n\n- 23:50 a\n- 00:10 b\n\nDay 2\n\n- 09:00 c\n", "0 23:50|1 00:10|1 09:00");
    row("next day counts on", "Day 1\n\n- 10:05 a\n- Next day, 12:00 - b\n- 13:00 c\n", "0 10:05|1 12:00|1 13:00");
    row("no day is named", "- 10:05 a\n- 12:00 b\n", "0 10:05|0 12:00");
}

void TestMarkdownRows::daysWithoutADateAreCounted()
{
    QFETCH(QString, body);
    QFETCH(QString, days);
    const Resolved read = resolve(draftOf("# X\n\n## Timeline\n\n" + body.toStdString()));
    QVERIFY(!read.timeline.dated);
    QStringList found;
    for (const Event& e : read.timeline.events)
        found += QString::number(date::floor<date::days>(e.local).time_since_epoch().count()) + QString::fromStdString(date::format(" %R", date::floor<std::chrono::minutes>(e.local)));
    QCOMPARE(found.join(QLatin1Char{'|'}), days);
}

void TestMarkdownRows::aDateBesideADayTells_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("below its number") << QStringLiteral("### Day 1\n\n2021-03-04\n") << QStringLiteral("### Day 2\n\n2021-03-05\n");
    QTest::newRow("before a weekday") << QStringLiteral("### 2021-03-04 Thursday\n") << QStringLiteral("### 2021-03-05 Friday\n");
    QTest::newRow("before a weekday in a line") << QStringLiteral("2021-03-04 Thu\n") << QStringLiteral("2021-03-05 Fri\n");
}

void TestMarkdownRows::aDateBesideADayTells()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const Draft draft = draftOf("# X\n\n## Timeline\n\n" + first.toStdString() + "\n- 10:05 a\n\n" + second.toStdString() + "\n- 10:05 b\n");
    QCOMPARE(draft.events.size(), std::size_t{2});
    QVERIFY(draft.events[0].date && draft.events[1].date);
    QCOMPARE(draft.events[0].date->value.day, 4u);
    QCOMPARE(draft.events[1].date->value.day, 5u);
}

void TestMarkdownRows::aLineIsARowOnlyWhereAReaderSeesOne_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, const char* body, const char* rows) { QTest::newRow(name) << QString::fromUtf8(body) << QString::fromUtf8(rows); };
    row("dash", "- 10:05 - a\n- 10:10 - b\n", "10:05 a|10:10 b");
    row("colon", "* 10:05: a\n* 10:10: b\n", "10:05 a|10:10 b");
    row("nothing between", "10:05 a\n10:10 b\n", "10:05 a|10:10 b");
    row("arrow", "10:05 → a\n10:10 -> b\n", "10:05 a|10:10 b");
    row("brackets", "[10:05] a\n[10:10 AM:] b\n(22:15) c\n", "10:05 a|10:10 b|22:15 c");
    row("bold", "**10:05** a\n\n**10:10 b**\n", "10:05 a|10:10 b");
    row("code", "- `10:05` a\n- `10:10` b\n", "10:05 a|10:10 b");
    row("typed bullets", "• 10:05 a\n• 10:10 b\n", "10:05 a|10:10 b");
    row("boxes", "- [x] 10:05 a\n- [ ] 10:10 b\n", "10:05 a|10:10 b");
    row("numbers", "1. 10:05 a\n2. 10:10 b\n", "10:05 a|10:10 b");
    row("pipes without a table", "10:05 | a\n10:10 | b\n", "10:05 a|10:10 b");
    row("clock and text on lines of their own", "10:05\na\n\n10:10\n\nb\n", "10:05 a|10:10 b");
    row("sentences", "At 10:05 a begins.\nAt 10:10 it ends.\n", "10:05 a begins.|10:10 it ends.");
    row("wrapped bullet", "- 10:05 a was seen at\n  10:07 UTC by b\n- 10:10 c\n", "10:05 a was seen at 10:07 UTC by b|10:10 c");
    row("prose between rows", "- 10:05 a\n\nIt was over at 11:00, we thought.\n\n- 10:10 b\n", "10:05 a|10:10 b");
    row("a quote below a row", "- 10:05 a\n\n  > 10:07 is when I saw it\n\n- 10:10 b\n", "10:05 a|10:10 b");
    row("a log below a row", "- 10:05 a\n\n  ```\n  10:06:01 error\n  ```\n\n- 10:10 b\n", "10:05 a|10:10 b");
    row("rows in quotes only", "> 10:05 a\n> 10:10 b\n", "10:05 a|10:10 b");
    row("rows below bullets", "- Monday\n  - 10:05 a\n  - 10:10 b\n", "10:05 a|10:10 b");
    row("weekday", "Mon 10:05 a\nFriday, 10:10 b\n", "10:05 a|10:10 b");
    row("two on a line", "- 10:05: a went on. - 10:10: b\n", "10:05 a went on.|10:10 b");
    row("a range is not two rows", "- 10:05 - 10:10: a\n- 10:15 - 10:20 - b\n", "10:05 a|10:15 b");
    row("bullets for words", "10:05\n- a\n- b\n\n10:10\n- c\n", "10:05 a; b|10:10 c");
    row("a link alone", "10:05 https://x.example/1\n\nlooks bad\n\n10:10 b\n", "10:05 https://x.example/1 looks bad|10:10 b");
    row("picture", "10:05 ![chart](a.png) a\n10:10 b\n", "10:05 a|10:10 b");
    row("a table with a row in its head", "| 10:05 | a |\n|---|---|\n| 10:10 | b |\n", "10:05 a|10:10 b");
    row("a rule below", "10:05 a\n10:10 b\n---\n", "10:05 a|10:10 b");
    row("short rules below a table's head", "| Time | Event |\n|-|:--|\n| 10:05 | a |\n| 10:10 | b |\n", "10:05 a|10:10 b");
    row("a place before the clock", "- Lisbon, 10:05, a\n- New York, 05:10, b\n", "10:05 a|05:10 b");
    row("words are no place before the clock", "- 10:00 z\n\nWell, 10:05, we met\n", "10:00 z");
    row("next day", "- 10:05 a\n- Next day, 09:00: b\n- (3 Jan) 10:10 c\n", "10:05 a|09:00 b|10:10 c");
    row("days without a clock", "- 2020-01-02: a\n- 3 January 2020 - b\n", "--:-- a|--:-- b");
    row("two clocks of one moment", "- 13:14 EDT (17:14 UTC): a\n- 10:05 UTC / 12:05 CEST - b\n", "13:14 a|10:05 b");
    row("a first row without a clock", "??:?? - z<br>\n10:05 - a<br>\n10:10 - b<br>\n", "10:05 a|10:10 b");
    row("a drawn rule above", "──────\n10:05  a\n10:10  b\n", "10:05 a|10:10 b");
    row("a head in a code block", "```\nTIME    EVENT\n10:05   a\n10:10   b\n```\n", "10:05 a|10:10 b");
    row("named hours", "- 12 noon: a\n- 12:10 pm b\n- midnight: c\n", "12:00 a|12:10 b|00:00 c");
    row("unknown seconds", "10:05:xx a\n10:10:?? b\n", "10:05 a|10:10 b");
    row("a range of days", "- 2020-01-02 10:05: a\n- **2020-01-02** to **2020-01-04** b\n", "10:05 a|--:-- b");
    row("headings that end with their clock", "### 1. a (10:05)\n\nwords\n\n### 2. b (10:10-10:20)\n", "10:05 a|10:10 b");
    row("days with a title", "### March 12, 2026: a\nwords\n\n### March 13, 2026 - b\n", "--:-- a|--:-- b");
    row("days with rows", "### March 12, 2026: a\n- 10:05 x\n\n### Friday, March 13, 2026\n- 10:10 y\n", "10:05 x|10:10 y");
    row("about, at a bare hour", "| Datetime | Event |\n|---|---|\n| 2026-05-18 ~22h | a |\n| 2026-05-18 22h06 | b |\n", "22:00 a|22:06 b");
    row("a day alone among headings with clocks", "### 2020-01-02\na\n\n### 2020-01-03 10:05\nb\n\n### 10:10\nc\n", "--:-- a|10:05 b|10:10 c");
    row("a link above the words", "### 10:05\n\n[Chat](https://x.example/1)\n\na\n\n### 10:10\n\nb\n", "10:05 a|10:10 b");
    row("a channel is no heading", "#ops-alerts:\n10:05 a\n10:10 b\n", "10:05 a|10:10 b");
    row("short names of emoji", "<p>&emsp;:orange_diamond:10:05 GMT+1: a</p>\n<p>:wave: 10:10 GMT+1: b</p>\n", "10:05 a|10:10 b");
    row("rows run on behind their marks", "10:05pm EAT: a at 10:06pm: still x 10:10pm EAT: b. 10:15pm EAT: c\n", "22:05 a at 10:06pm: still x|22:10 b.|22:15 c");
    row("a moment below its words", "Resolved -\na is over\nFeb 12, 2021 - 10:05 EST\n\nSeen - b\nFeb 12, 2021 - 10:10 EST\n", "10:05 Resolved - a is over|10:10 Seen - b");
    row("a line in bold that names an incident", "**March 05 15:22 UTC (lasting 4 hours)**\n\n- March 05 10:05 UTC: a\n- 10:10 UTC: b\n", "10:05 a|10:10 b");
    row("a table of HTML", "<table>\n<tr><th>Time</th><th>What</th></tr>\n<tr>\n<td>10:05</td>\n<td>a | <b>b</b></td>\n</tr>\n<tr><td>10:10</td><td>c</td></tr></table>\n", "10:05 a | b|10:10 c");
    row("bounds of a clock", "- before 10:05: a\n- between 10 and 10:30: b\n- Noon on May 3: c\n", "10:05 a|10:00 b|12:00 c");
    row("bullets of a word processor", "o\t10:05 a\n\n![x](y.png)\n\no\t10:10 b\n", "10:05 a|10:10 b");
    row("items that stand in from the margin", "\t- 10:05 a\n\t- 10:10 b\n\t\t- c\n", "10:05 a|10:10 b");
    row("a drawn table", "+-------+-----+\n| Time  | What |\n+-------+-----+\n| 10:05 | a   |\n|       | b   |\n| 10:10 | c   |\n+-------+-----+\n", "10:05 a b|10:10 c");
    row("a table of a database", " Time  | What\n-------+------\n 10:05 | a\n 10:10 | b\n", "10:05 a|10:10 b");
    row("numbered days", "- Day 1, 10:05 - a\n- Day 2, 12:00 - b\n", "10:05 a|12:00 b");
    row("no blank line before the next section", "10:05 a\n10:10 b\nRoot Cause:\nc at 11:00\n", "10:05 a|10:10 b");
    row("short names of zones", "- At 10:05 a.m. Eastern, a\n- 10:10 Pacific: b\n- 10:15 Eastern users wait\n", "10:05 a|10:10 b|10:15 Eastern users wait");
    row("label", "- 10:05 Task: a\n- 10:10 Evento: b,\n", "10:05 a|10:10 b");
}

void TestMarkdownRows::aLineIsARowOnlyWhereAReaderSeesOne()
{
    QFETCH(QString, body);
    QFETCH(QString, rows);
    QCOMPARE(rowsOf(draftOf("# X\n\n## Timeline\n\n" + body.toStdString() + "\n## Lessons\n\n- 12:00 lunch\n")), rows);
}

void TestMarkdownRows::theTimelineIsFoundByItsHeadingElseByItsRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, const char* text, const char* rows) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(rows); };
    row("heading before denser rows", "## Log\n- 01:00 x\n- 02:00 y\n- 03:00 z\n\n## Timeline\n- 10:05 a\n", "10:05 a");
    row("bold line", "Summary\n\n- 09:00 x\n\n**Timeline:**\n\n- 10:05 a\n- 10:10 b\n\n**Root cause:**\n\n- 11:00 y\n", "10:05 a|10:10 b");
    row("numbered heading", "## 1. Summary\n- 09:00 x\n## 2. Timeline\n- 10:05 a\n", "10:05 a");
    row("line above its rows", "Timeline:\n10:05 a\n10:10 b\n", "10:05 a|10:10 b");
    row("bullet", "- **Timeline**\n  - 10:05 a\n  - 10:10 b\n- **Duration**\n  - 10:05 to 10:10\n", "10:05 a|10:10 b");
    row("no heading", "Some words.\n\n- 10:05 a\n- 10:10 b\n", "10:05 a|10:10 b");
    row("the densest run", "## A\n- 10:05 a\n- 10:10 b\n## B\n- 11:00 c\n- 11:05 d\n- 11:10 e\n", "11:00 c|11:05 d|11:10 e");
    row("chapters of events", "# X\n\n## 10:05 - a\n\nwords\n\n## 10:10 - b\n\nwords\n", "10:05 a|10:10 b");
    row("a heading that points elsewhere", "## Timeline\nSee below.\n\n## What happened\n- 10:05 a\n- 10:10 b\n", "10:05 a|10:10 b");
    row("fields under another heading", "# X\n\n## Events\nShop: Lisbon, 10:05, Task: a\nBuyer: Ana, Tokyo, 18:10, Task: b\n", "10:05 a|18:10 b");
    row("fields without a heading", "Shop: Lisbon, 10:05, Task: a\nBuyer: Ana, Tokyo, 18:10, Task: b\n", "10:05 a|18:10 b");
    row("version numbers are no rows", "1.10 a\n1.12 b\n2.05 c\n", "");
    row("prose is no timeline", "At 10:05 we met. At 10:10 we left.\n\nAt 11:00 all was well.\n", "");
    row("one row alone is no timeline", "- 10:05 a\n", "");
    row("the title holds the word", "# Timeline of an outage\n\n## Summary\n- 09:00 x\n\n## Timeline\n- 10:05 a\n", "10:05 a");
    row("upper case", "## TIMELINE\n- 10:05 a\n", "10:05 a");
    row("two incidents", "# X\n\n## First\n- 10:05 a\n- 10:10 b\n- 10:15 c\n\n## Second\n- 11:05 d\n- 11:10 e\n- 11:15 f\n\n## Impact\n- 12:05 x\n- 12:10 y\n- 12:15 z\n", "10:05 a|10:10 b|10:15 c|11:05 d|11:10 e|11:15 f");
    row("items that begin as sentences", "# X\n\n1. At 10:05 UTC, a\n2. At 10:10 b\n", "10:05 a|10:10 b");
    row("quotes without a heading", "# X\n\n> 10:05 a\n> 10:10 b\n", "10:05 a|10:10 b");
    row("a log without a heading", "# X\n\n```\n10:05 a\n10:10 b\n10:15 c\n```\n", "10:05 a|10:10 b|10:15 c");
    row("a log of two lines is no timeline", "# X\n\n```\n10:05 a\n10:10 b\n```\n", "");
    row("a chat", "# X\n\nKim Lee  10:05 AM\na\n\nAna Ruiz  10:10 AM\nb\nc\n\nWe learned a lot.\n", "10:05 a|10:10 b c");
    row("a chat with its times below the names", "Kim Lee\n  10:05 AM\na\n\nAna\n  10:10 AM\nb\n", "10:05 a|10:10 b");
    row("sections without blank lines", "Impact:\nnone\nTimeline\n10:05: a\n10:10: b\nRoot Cause\nx at 11:00\n", "10:05 a|10:10 b");
    row("labels before their moments", "# X\n\n- **Seen** (Mar 14, 10:05 UTC): a\n- **Found** (Mar 14, 10:10 UTC): b\n- **Over** (Mar 14, 10:15 UTC): c\n", "10:05 Seen: a|10:10 Found: b|10:15 Over: c");
    row("versions are no chat", "Ubuntu 20.04\nis fine\n\nUbuntu 22.04\nis better\n", "");
    row("start and end are no timeline", "# X\n\n- Start: 10:05\n- Detection: 10:10\n- End: 10:15\n", "");
    row("headings of numbered updates", "# X\n\n## Update 2 - 3 June 2024, 10:05\n\na\n\n## Update 1 - 3 June 2024, 10:10\n\nb\n\n## Update 3: 3 June 2024 10:15\n\nc\n", "10:05 a|10:10 b|10:15 c");
    row("days above their rows", "# X\n\n- 2024-03-01\n  - 10:05: a\n  - 10:10: b\n- 2024-03-02\n  - 11:05: c\n  - 11:10: d\n", "10:05 a|10:10 b|11:05 c|11:10 d");
    row("headings of phases", "# X\n\n## Detection (10:05-10:20 UTC)\n\n- 10:05 a\n- 10:10 b\n\n## Response (10:20 UTC)\n\n- 10:25 c\n- 10:30 d\n", "10:05 a|10:10 b|10:25 c|10:30 d");
    row("posts with their time below", "a is down.\n10:05 PM · Mar 3, 2024\n\nb is up.\n10:10 PM · Mar 3, 2024\n", "22:05 a is down.|22:10 b is up.");
    row("a time with its label", "## Incident log\n\nTime: 2023-04-11 10:05\nEvent: a\n\nTime: 2023-04-11 10:10\nEvent: b\n", "10:05 a|10:10 b");
    row("comments", "# X\n\n### Comment by Kim, 2024-02-20 10:05\na\n\n### Comment by Lee, 2024-02-20 10:10\nb\n\n### Reporter: Kim, 2024-02-20 10:15\nc\n", "10:05 a|10:10 b|10:15 c");
    row("a wiki page", "== Summary ==\nx\n=== Timeline ===\n'''2021-10-08'''\n* 10:05 a\n* 10:10 ''b''\n== Actions ==\n* 12:00 y\n", "10:05 a|10:10 b");
    row("a table of a wiki", "== Timeline ==\n{| class=\"wikitable\"\n! Time !! Event\n|-\n| 10:05 || a\n|-\n| style=\"x\" | 10:10\n| b\n|}\n", "10:05 a|10:10 b");
    row("French", "## Chronologie de l'incident\n- 10h05 a\n", "10:05 a");
    row("Portuguese", "## Linha do tempo\n- 10h05 a\n", "10:05 a");
}

void TestMarkdownRows::theTimelineIsFoundByItsHeadingElseByItsRows()
{
    QFETCH(QString, text);
    QFETCH(QString, rows);
    QCOMPARE(rowsOf(draftOf(text.toStdString())), rows);
}

void TestMarkdownRows::aZoneIsTakenFromTheNearestPlaceThatStatesIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    const auto row = [](const char* name, const char* text, const char* zone) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(zone); };
    const char* rows = "- 10:05 a\n- 10:10 b\n";
    const auto with = [&](const std::string& before, const std::string& after = {}) { return before + rows + after; };
    row("none", with("## Timeline\n").c_str(), "");
    row("heading", with("## Timeline (UTC)\n").c_str(), "UTC");
    row("heading in words", with("### Timeline (all times East African Time)\n").c_str(), "East African Time");
    row("sentence", with("## Timeline\nAll times in CET (GMT+1).\n\n").c_str(), "CET (GMT+1)");
    row("sentence in italics", with("## Timeline\n_all times are in UTC_\n\n").c_str(), "UTC");
    row("sentence below", with("## Timeline\n", "\n(All times in CET)\n").c_str(), "CET");
    row("two zones decide nothing", with("## Timeline\nTimes are in both EDT and UTC.\n\n").c_str(), "");
    row("front matter", with("---\ntitle: x\ntimezone: Europe/Lisbon\n---\n## Timeline\n").c_str(), "Europe/Lisbon");
    row("summary clock", with("It was down from 9:00 AM to 1:00 PM (WAT).\n\n## Timeline\n").c_str(), "WAT");
    row("summary sentence", with("All times are UTC.\n\n## Timeline\n").c_str(), "UTC");
    row("summaries that disagree", with("It was down from 9:00 WAT to 10:00 UTC.\n\n## Timeline\n").c_str(), "");
    row("a clock of the rows, later", with("## Timeline\n", "\n## Cause\nAt 10:05 WAT a fuse blew.\n").c_str(), "WAT");
    row("another clock, later", with("## Timeline\n", "\n## Cause\nAt 8:05 WAT a fuse blew.\n").c_str(), "");
    row("row", "## Timeline (UTC)\n- 10:05 CET a\n- 10:10 CET b\n", "CET");
    row("row in words", "## Timeline\n- 10:05 Pacific Time: a\n", "Pacific Time");
    row("row in brackets", "## Timeline\n- 10:05 (Vietnam) a\n", "Vietnam");
    row("column head", "## Timeline\n| Time (PST) | Event |\n|---|---|\n| 10:05 | a |\n", "PST");
    row("a line of its own", "## Timeline (UTC timezone)\n\n**CET**\n\n- 10:05 a\n", "CET");
    row("heading with a date", "## Timeline (UTC, 2026-08-01)\n- 10:05 a\n", "UTC");
    row("summary in words", "It was down from 9:05 AM to 10:15 AM Pacific Time.\n\n## Timeline\n- 10:05 a\n", "Pacific Time");
    row("a name in code", "## Timeline\nAll times below are `Asia/Jakarta`.\n\n- 10:05 a\n", "Asia/Jakarta");
    row("times that are only local", "## Timeline (all times local)\n- 10:05 a\n", "");
    row("column", "## Timeline\n| Time | TZ | Event |\n|---|---|---|\n| 10:05 | JST | a |\n", "JST");
    row("first row", "## Timeline\n- 10:05 UTC a\n- 10:10 b\n", "UTC");
    row("an offset before a colon", "## Timeline\n- 10:05 GMT+1: a\n- 10:10 GMT+1: b\n", "GMT+1");
    row("a short name", "## Timeline\n- 10:05 a.m. Eastern, a\n- 10:10 b\n", "Eastern");
    row("beside a date in brackets", with("# X (2021-05-03, UTC)\n## Timeline\n").c_str(), "UTC");
    row("a place's time in brackets", with("# X, 3 May 2021 (Paris time)\n## Timeline\n").c_str(), "Paris time");
    row("a place's time alone", with("# X\n\nHeure de Paris.\n\n## Timeline\n").c_str(), "Paris");
    row("German", with("# X\n\nUhrzeiten in MEZ.\n\n## Zeitleiste\n").c_str(), "MEZ");
    row("behind the date of a plain title", "Loss of 2022-02-08 (UTC)\n\n10:05 a\n10:10 b\n", "UTC");
    row("a place in brackets is no zone", with("# X (Paris)\n## Timeline\n").c_str(), "");
    row("capitals that are no zone", "## Timeline\n- 10:05 CPU at its limit\n", "");
}

void TestMarkdownRows::aZoneIsTakenFromTheNearestPlaceThatStatesIt()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    const auto draft = draftOf(text.toStdString());
    QVERIFY(!draft.events.empty());
    const auto& last = draft.events.back();
    QCOMPARE(last.zone ? QString::fromStdString(last.zone->value) : QString{}, zone);
}

void TestMarkdownRows::aDateIsTakenFromTheNearestPlaceThatStatesIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    const auto row = [](const char* name, const char* text, const char* date) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(date); };
    const std::string rows = "- 10:05 a\n- 10:10 b\n";
    row("none", ("# X\n## Timeline\n" + rows).c_str(), "");
    row("title", ("# X 2021-05-03\n## Timeline\n" + rows).c_str(), "2021-05-03 6");
    row("day line before title", ("# X 2021-05-03\n## Timeline\n**Date: 2021-05-02**\n\n" + rows).c_str(), "2021-05-02 1");
    row("quoted day line", ("# X\n## Timeline\n> 2/22/20\n\n" + rows).c_str(), "2020-02-22 1");
    row("heading", ("# X\n## Timeline, 2 May 2021\n" + rows).c_str(), "2021-05-02 2");
    row("day heading", ("# X\n## Timeline\n### Sunday 2021-05-02\n" + rows).c_str(), "2021-05-02 2");
    row("front matter", ("---\ndate: 2021-05-01\n---\n## Timeline\n" + rows).c_str(), "2021-05-01 7");
    row("summary", ("On May 2, 2021 it broke.\n\n## Timeline\n" + rows).c_str(), "2021-05-02 8");
    row("summary with an ordinal", ("Am 2. Mai 2021 war es kaputt.\n\n## Timeline\n" + rows).c_str(), "2021-05-02 8");
    row("summary without a year", ("On May 2 it broke.\n\n## Timeline\n" + rows).c_str(), "0-05-02 8");
    row("two summaries decide nothing", ("Built on 2019-01-01, bought on 2020-01-01.\n\n## Timeline\n" + rows).c_str(), "2019-01-01 8");
    row("two sentences decide nothing", ("Built on 2019-01-01. Bought on 2020-01-01.\n\n## Timeline\n" + rows).c_str(), "");
    row("the one beside a clock", ("Built on 2019-01-01. Broke on 2020-01-01 at 10:05.\n\n## Timeline\n" + rows).c_str(), "2020-01-01 8");
    row("a due date is none", ("# X\n## Timeline\n" + rows + "\n## Actions\n- mend by 2021-06-01\n").c_str(), "");
    row("row", "# X 2021-05-03\n## Timeline\n- 2021-05-02 10:05 a\n- 2021-05-02 10:10 b\n", "2021-05-02 0");
    row("row above", "# X 2021-05-03\n## Timeline\n- 2021-05-02 10:05 a\n- 10:10 b\n", "2021-05-02 5");
    row("next day", "# X 2021-12-31\n## Timeline\n- 10:05 a\n- Next day, 09:00: b\n- 10:10 c\n", "2022-01-01 5");
    row("numbered days", "# X 2021-12-31\n## Timeline\n- Day 1, 10:05: a\n- Day 3, 12:00: b\n", "2022-01-02 0");
    row("weekdays", "# X of Monday 3 June 2024\n## Timeline\n- Mon 10:05: a\n- Wed 12:00: b\n- 12:10: c\n", "2024-06-05 5");
    row("weekdays of another week", "# X, written on 6 June 2024\n## Timeline\n- Mon 10:05: a\n- Wed 12:00: b\n", "2024-06-06 6");
    row("the document settles day and month, front matter too", ("---\ndate: 04/05/2021\n---\nBuilt on 13/04/2021, bought on 14/04/2021.\n\n## Timeline\n" + rows).c_str(), "2021-05-04 7");
    row("the document settles day and month", "# X\n## Timeline\n- 04/05/2021 10:05 a\n- 13/05/2021 10:10 b\n- 06/05/2021 10:10 c\n", "2021-05-06 0");
}

void TestMarkdownRows::aDateIsTakenFromTheNearestPlaceThatStatesIt()
{
    QFETCH(QString, text);
    QFETCH(QString, date);
    const auto draft = draftOf(text.toStdString());
    QVERIFY(!draft.events.empty());
    const auto& stated = draft.events.back().date;
    const auto shown = stated ? QString::asprintf("%d-%02u-%02u %d", stated->value.year.value_or(0), stated->value.month, stated->value.day,
                           static_cast<int>(stated->where))
                              : QString{};
    QCOMPARE(shown, date);
}

void TestMarkdownRows::anActorIsOneTheRowsMark_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("actors");
    const auto row = [](const char* name, const char* rows, const char* actors) { QTest::newRow(name) << QString::fromUtf8(rows) << QString::fromUtf8(actors); };
    row("a label that comes again", "- 10:05 Ops: a\n- 10:06 Shop: b\n- 10:07 Ops: c\n", "Ops|Shop|Ops");
    row("labels that do not", "- 10:05 Alert: a\n- 10:06 First look: b\n- 10:07 Dead end: c\n", "||");
    row("what happened is no actor", "- 10:05 customer checks balance: error\n- 10:06 customer checks balance: ok\n", "|");
    row("a role that acts is no actor", "- 10:05 Client reads orders: timeout\n- 10:06 Client reads orders: ok\n", "|");
    row("a measure is no actor", "- 10:05 Error rate: 5 %\n- 10:06 Error rate: 7 %\n", "|");
    row("two roles are an actor", "- 10:05 Customer support: a\n- 10:06 Customer support: b\n", "Customer support|Customer support");
    row("bold labels are titles", "- 10:05 **Ops**: a\n- 10:06 **Ops**: b\n", "|");
    row("words that name no one", "- 10:05 Update: a\n- 10:06 Update: b\n", "|");
    row("handles", "- 10:05 @kim a\n- 10:06 told @lee\n", "kim|");
    row("initials", "10:05 XC a\n10:06 HQ b\n10:07 XC c\n", "XC|HQ|XC");
    row("initials seen once", "10:05 XC a\n10:06 b\n", "|");
    row("capitals that are no initials", "10:05 API a\n10:06 API b\n", "|");
    row("names of a chat", "[10:05] <kim> a\n[10:06] <@lee> b\n", "kim|@lee");
    row("code", "- 10:05 `kim` a\n- 10:06 `kim` b\n", "|");
    row("a column", "| Time | Who | Event |\n|---|---|---|\n| 10:05 | Kim | a |\n| 10:06 | Lee | b |\n", "Kim|Lee");
    row("a place of many words", "Bank: Ho Chi Minh City, 10:05, Task: a\nClient: Kim, Vietnam, 10:06, Task: b\n", "Bank|Client");
    row("fields", "Bank: Washington, 10:05, Task: a\nClient: Kim, Vietnam, 10:06, Task: b\n", "Bank|Client");
}

void TestMarkdownRows::anActorIsOneTheRowsMark()
{
    QFETCH(QString, rows);
    QFETCH(QString, actors);
    QCOMPARE(whoOf(draftOf("## Timeline\n" + rows.toStdString())), actors);
}

void TestMarkdownRows::whatLooksLikeARowButIsNotReadIsReported_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("what");
    QTest::newRow("out of range") << "- 25:61 b" << "'25:61' is no time of day.";
    QTest::newRow("out of range in fields") << "- Bank: Oslo, 31:00, b" << "'31:00' is no time of day.";
    QTest::newRow("no clock") << "- then b" << "This row of the timeline has no clock, so it is not on the chart.";
    QTest::newRow("no such day") << "- 2021-02-30 10:07 b" << "'2021-02-30' is no date.";
}

void TestMarkdownRows::whatLooksLikeARowButIsNotReadIsReported()
{
    QFETCH(QString, row);
    QFETCH(QString, what);
    const auto draft = draftOf("## Timeline\n- 10:05 a\n" + row.toStdString() + "\n- 10:10 c\n");
    QCOMPARE(rowsOf(draft), QStringLiteral("10:05 a|10:10 c"));
    QCOMPARE(draft.problems.size(), 1u);
    QCOMPARE(draft.problems[0].line, 3);
    QCOMPARE(draft.problems[0].severity, Severity::Warning);
    QCOMPARE(QString::fromStdString(draft.problems[0].what), what);
    QVERIFY(!draft.problems[0].instead.empty());
}

void TestMarkdownRows::aDateThatMayMeanTwoDaysIsDoubtedOnItsFirstRow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("doubts");
    const auto row = [](const char* name, const char* text, const char* doubts) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(doubts); };
    const char* doubt = "'7/10/2019' is read as 10 July 2019; it could be 7 October 2019.|";
    row("title", "# X 7/10/2019\n## Timeline\n- 10:05 a\n- 10:10 b\n", doubt);
    row("heading", "# X\n## Timeline 7/10/2019\n- 10:05 a\n- 10:10 b\n", doubt);
    row("day line", "# X\n## Timeline\n7/10/2019\n\n- 10:05 a\n- 10:10 b\n", doubt);
    row("front matter", "---\ndate: 7/10/2019\n---\n## Timeline\n- 10:05 a\n- 10:10 b\n", doubt);
    row("summary", "It broke on 7/10/2019.\n\n## Timeline\n- 10:05 a\n- 10:10 b\n", doubt);
    row("rows", "## Timeline\n- 7/10/2019 10:05 a\n- 7/10/2019 10:10 b\n", doubt);
    const char* dayFirst = "'7/10/2019' is read as 7 October 2019; it could be 10 July 2019.|";
    row("Spanish", "# Caída del 7/10/2019\n## Cronología\n- 10:05 el servidor no responde\n- 10:10 b\n", dayFirst);
    row("French", "# Panne du 7/10/2019\n## Chronologie\n- 10:05 le serveur ne répond pas\n- 10:10 b\n", dayFirst);
    row("Portuguese", "# Queda de 7/10/2019\n## Linha do tempo\n- 10:05 o servidor não responde\n- 10:10 b\n", dayFirst);
    row("German", "# Ausfall vom 7/10/2019\n## Zeitleiste\n- 10:05 der Server antwortet nicht\n- 10:10 b\n", dayFirst);
    row("Vietnamese", "# Sự cố 7/10/2019\n## Diễn biến\n- 10:05 máy chủ không trả lời\n- 10:10 b\n", dayFirst);
    row("settled by another date", "# X 7/10/2019\nMended on 25/10/2019.\n## Timeline\n- 10:05 a\n- 10:10 b\n", "|");
}

void TestMarkdownRows::aDateThatMayMeanTwoDaysIsDoubtedOnItsFirstRow()
{
    QFETCH(QString, text);
    QFETCH(QString, doubts);
    const auto draft = draftOf(text.toStdString());
    QStringList found;
    for (const auto& event : draft.events) {
        QStringList own;
        for (const auto& sentence : event.doubts)
            own += QString::fromStdString(sentence);
        found += own.join(QLatin1Char{' '});
    }
    QCOMPARE(found.join(QLatin1Char{'|'}), doubts);
    QVERIFY(draft.problems.empty());
}

void TestMarkdownRows::allTimesApproximateMarksEveryRow()
{
    for (const char* head : {"## Timeline (all times approximate)\n", "## Timeline\nAll times are approximate.\n\n"}) {
        const auto draft = draftOf(std::string{head} + "- 10:05 a\n- 10:10 b\n");
        QCOMPARE(draft.events.size(), 2u);
        QVERIFY(draft.events[0].approx && draft.events[1].approx);
    }
    const auto one = draftOf("## Timeline\n- ~10:05 a\n- 10:10 approximate figures\n");
    QVERIFY(one.events[0].approx && !one.events[1].approx);
}

void TestMarkdownRows::aYearIsFilledOnlyFromTheDocument()
{
    const auto draft = draftOf("## Timeline\n- 31 December 2019, 23:50: a\n- 1 January, 0:10: b\n");
    QCOMPARE(draft.events[1].date->value.year, std::optional{2020});
    QCOMPARE(QString::fromStdString(draft.events[1].doubts.at(0)), QStringLiteral("'1 January' has no year; 2020 follows from line 2."));
    const auto title = draftOf("# Loss of 2 January 2026\n## Timeline\n- 31 Dec 23:50 - a\n- 1 Jan 0:10 - b\n");
    QCOMPARE(title.events[0].date->value.year, std::optional{2025});
    QCOMPARE(title.events[1].date->value.year, std::optional{2026});
    const auto later = draftOf("# X\nPublished 4 January 2026.\n\n## Timeline\n- 31 Dec 23:50 - a\n- 1 Jan 0:10 - b\n");
    QCOMPARE(later.events[0].date->value.year, std::optional{2025});
    QCOMPARE(later.events[1].date->value.year, std::optional{2026});
    const auto month = draftOf("# Losses in December 2019\n## Timeline\n- 31 Dec 23:50 - a\n- 1 Jan 0:10 - b\n");
    QCOMPARE(month.events[0].date->value.year, std::optional{2019});
    QCOMPARE(month.events[1].date->value.year, std::optional{2020});
    const auto disagreeing = draftOf("# Losses\nSeen in March 2019 and again in March 2022.\n\nIn March 2022 it came back.\n## Timeline\n- 31 Mar 23:50 - a\n");
    QVERIFY(!disagreeing.events[0].date->value.year);
    const auto none = draftOf("## Timeline\n- 31 December, 23:50: a\n- 1 January, 0:10: b\n");
    QVERIFY(!none.events[0].date->value.year && !none.events[1].date->value.year);
}

void TestMarkdownRows::theMomentOfARowIsReadWithItsDate_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const auto row = [](const char* text, const char* read) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(read); };
    row("2023-09-18 13:42 The team", "2023-9-18 13:42 The team");
    row("2023-09-18T13:42:00Z The team", "2023-9-18 13:42 Z The team");
    row("13:15 PST 29 april 2022 - a customer", "2022-4-29 13:15 PST a customer");
    row("10:05 (3 May 2021) a", "2021-5-3 10:05 a");
    row("Feb 20 2018 14:17", "2018-2-20 14:17 ");
    row("02-13-2025 11:00 pm - a", "2025-2-13 23:00 a");
    row("19. April, 11:00", "?-4-19 11:00 ");
    row("3 May at 10:05: a", "?-5-3 10:05 a");
    row("5/26 10:05 a", "?-5-26 10:05 a");
    row("26.5. 10:05 a", "?-5-26 10:05 a");
    row("Between 2023-07-10 to 2023-07-16", "2023-7-10 ");
    row("07:30am - First report", "07:30 First report");
    row("10:00 3 nodes fail", "10:00 3 nodes fail");
    row("10:00 May 3 users", "10:00 May 3 users");
    row("3 nodes fail", "");
    row("2020 was quiet", "");
}

void TestMarkdownRows::theMomentOfARowIsReadWithItsDate()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto bytes = text.toStdString();
    const auto head = markdown::readRowHead(bytes);
    QString shown;
    if (head.date)
        shown += (head.date->year ? QString::number(*head.date->year) : QStringLiteral("?"))
            + QString::asprintf("-%u-%u ", head.date->month, head.date->day);
    if (head.clock)
        shown += QString::asprintf("%02d:%02d ", head.clock->hour, head.clock->minute);
    if (!head.zone.empty())
        shown += QString::fromStdString(head.zone) + QStringLiteral(" ");
    QCOMPARE(shown.isEmpty() ? shown : shown + QString::fromStdString(bytes.substr(head.textAt)), read);
}

void TestMarkdownRows::aLongDocumentIsReadToItsEnd()
{
    std::string rows = "## Timeline\n", lines = "## Timeline\n10:05 a row\n";
    for (int i = 0; i < 16'000; ++i) {
        rows += "- 10:05 - a row of words\n";
        lines += "goes on and on\n";
    }
    QCOMPARE(draftOf(rows).events.size(), 16'000u);
    const auto goesOn = draftOf(lines);
    QCOMPARE(goesOn.events.size(), 1u);
    QCOMPARE(goesOn.events.front().lastLine, 16'002);
}

QTEST_GUILESS_MAIN(TestMarkdownRows)
#include "tst_markdown_rows.moc"
