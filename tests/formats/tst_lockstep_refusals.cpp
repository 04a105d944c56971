#include "core/limits.h"
#include "formats/lockstep_round.h"
#include <random>

using namespace lockstep;
using namespace lockstep::test;

namespace {

QString sample()
{
    return QString::fromStdString(fileText("tests/formats/data/every_kind.lockstep"));
}

/// A small whole file; each test breaks one thing of it.
const char* const small = "{\n"
                          "  \"format\": \"lockstep\",\n"
                          "  \"version\": 1,\n"
                          "  \"source\": {\"name\": \"a.md\"},\n"
                          "  \"rows\": [\n"
                          "    {\"row\": 1, \"line\": 3, \"clock\": \"09:05\", \"text\": \"first\"},\n"
                          "    {\"row\": 2, \"line\": 4, \"clock\": \"09:06\", \"text\": \"second\"}\n"
                          "  ],\n"
                          "  \"reading\": [\n"
                          "    {\"change\": \"set kind\", \"row\": 1, \"kind\": \"look-up\"}\n"
                          "  ],\n"
                          "  \"scenarios\": [\n"
                          "    {\"name\": \"A\", \"edits\": [\n"
                          "      {\"edit\": \"move event\", \"row\": 2,\n"
                          "       \"by\": \"5 min\"}]},\n"
                          "    {\"name\": \"B\"}\n"
                          "  ]\n"
                          "}\n";

} // namespace

class TestLockstepRefusals : public QObject {
    Q_OBJECT
private slots:
    void theSmallFileIsWhole();
    void whatIsWrongIsNamedWithItsLine_data();
    void whatIsWrongIsNamedWithItsLine();
    void aScopeThatNothingReadsIsNamedWithItsLine();
    void whatCanHardlyBeMeantIsSaidWithItsLine_data();
    void whatCanHardlyBeMeantIsSaidWithItsLine();
    void aWindowBackwardsAcrossRowsIsSaid();
    void aNewerFileAsksForANewerProgram();
    void depthIsLimited();
    void aFileCutAnywhereIsRefusedWithALine();
    void garbledFilesAreReadOrRefusedWithALine();
    void manyRepeatedKeysAreFoundQuickly();
};

void TestLockstepRefusals::theSmallFileIsWhole()
{
    const auto read = readStudy(small);
    QCOMPARE(lineAndWhat(read), std::string{});
    QCOMPARE(read->draft.events.size(), std::size_t{2});
    QCOMPARE(read->scenarios.size(), std::size_t{2});
}

void TestLockstepRefusals::whatIsWrongIsNamedWithItsLine_data()
{
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("lineAndWhat");
    const auto add = [](const char* name, const char* right, const char* wrong, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(right) << QString::fromLatin1(wrong) << QString::fromLatin1(expected);
    };
    add("another format", "\"format\": \"lockstep\"", "\"format\": \"locksmith\"", "2: This is not a Lockstep file.");
    add("no version", "  \"version\": 1,\n", "", "1: This file has no 'version'.");
    add("version zero", "\"version\": 1", "\"version\": 0", "3: 'version' of this file is out of range.");
    add("version in quotes", "\"version\": 1", "\"version\": \"1\"", "3: 'version' of this file must be a whole number.");
    add("a newer version", "\"version\": 1", "\"version\": 2", "3: This file was made by a newer Lockstep (format 2).");
    add("a key twice", "\"row\": 1, \"line\": 3,", "\"row\": 1, \"line\": 3,\n \"row\": 2,", "7: The key 'row' is given twice.");
    add("a key twice, the second at the end", "}\n  ],\n  \"reading\"", ",\n \"row\": 2}\n  ],\n  \"reading\"", "8: The key 'row' is given twice.");
    add("no source", "  \"source\": {\"name\": \"a.md\"},\n", "", "1: This file has no 'source'.");
    add("the source is a list", "{\"name\": \"a.md\"}", "[]", "4: 'source' of this file must be an object in { }.");
    add("no rows", "\"rows\"", "\"rowz\"", "1: This file has no rows.");
    add("a row is a number", "{\"row\": 2, \"line\": 4, \"clock\": \"09:06\", \"text\": \"second\"}", "7", "7: A row must be an object in { }.");
    add("rows out of order", "\"row\": 2, \"line\": 4", "\"row\": 3, \"line\": 4", "7: This should be row 2.");
    add("a row without words", ", \"text\": \"second\"", "", "7: This row has no 'text'.");
    add("words are a number", "\"second\"", "2", "7: 'text' of this row must be text in quotes.");
    add("a clock out of range", "09:06", "25:61", "7: 'clock' of this row is not a time of day.");
    add("a negative line", "\"line\": 4", "\"line\": -4", "7: 'line' of this row is out of range.");
    add("a line beyond 32 bits", "\"line\": 4", "\"line\": 4294967300", "7: 'line' of this row is out of range.");
    add("a line beyond 64 bits", "\"line\": 4", "\"line\": 99999999999999999999", "7: 'line' of this row must be a whole number.");
    add("a fraction for a line", "\"line\": 4", "\"line\": 4.5", "7: 'line' of this row must be a whole number.");
    add("a row that does not exist", "\"row\": 1, \"kind\"", "\"row\": 17, \"kind\"", "10: There is no row 17 in this file.");
    add("row zero", "\"row\": 1, \"kind\"", "\"row\": 0, \"kind\"", "10: There is no row 0 in this file.");
    add("an unknown change", "set kind", "set mood", "10: The change 'set mood' is not known to this version.");
    add("an unknown kind", "look-up", "glance", "10: 'kind' of this change is not one of the known words.");
    add("an unknown edit", "move event", "bend event", "14: The edit 'bend event' is not known to this version.");
    add("an edit of no row", "\"row\": 2,\n       \"by\"", "\"row\": 3,\n       \"by\"", "14: There is no row 3 in this file.");
    add("an edit's length", "5 min", "five min", "15: 'by' of this edit is not a length of time.");
    add("a move beyond a century", "5 min", "900000 h", "15: 'by' of this edit is not a length of time.");
    add("two scenarios of one name", "\"name\": \"B\"", "\"name\": \"A\"", "16: Two scenarios have the same name.");
    add("a scenario without a name", "\"name\": \"B\"", "\"name\": \"\"", "16: This scenario's name is empty.");
    add("a scenario called as the record", "\"name\": \"B\"", "\"name\": \"As Recorded\"", "16: A scenario cannot be called 'As Recorded': that is the record.");
    add("a window that ends before it begins", "{\"change\": \"set kind\", \"row\": 1, \"kind\": \"look-up\"}",
        "{\"change\": \"set window\", \"window\": {\"id\": \"w\", \"name\": \"W\", \"effect\": \"blocks\", \"scope\": \"all\",\n"
        "\"begin\": {\"at\": {\"row\": 1}},\n\"end\": {\"at\": {\"row\": 1, \"plus\": \"-5 min\"}}}}", "12: This window ends before it begins.");
    add("a bound latest before it is earliest", "{\"change\": \"set kind\", \"row\": 1, \"kind\": \"look-up\"}",
        "{\"change\": \"set window\", \"window\": {\"id\": \"w\", \"name\": \"W\", \"effect\": \"blocks\", \"scope\": \"all\",\n"
        "\"begin\": {\"at\": {\"row\": 1}},\n\"end\": {\"earliest\": {\"row\": 1, \"plus\": \"9 min\"},\n\"latest\": {\"row\": 1}}}}",
        "13: 'latest' of this bound lies before 'earliest'.");
    add("scenarios are an object", "\"scenarios\": [", "\"scenarios\": {}, \"x\": [", "12: 'scenarios' of this file must be a list in [ ].");
    const auto measured = [&](const char* name, const char* from, const char* expected) {
        QTest::newRow(name) << QStringLiteral("\"scenarios\": [")
                            << QStringLiteral("\"measures\": [\n{\"from\": %1,\n\"to\": {\"row\": 2}}],\n\"scenarios\": [").arg(QLatin1String(from))
                            << QString::fromLatin1(expected);
    };
    measured("a measure from no row", "{\"row\": 7}", "13: There is no row 7 in this file.");
    measured("a measure from nowhere", "{}", "13: This measure's end has no 'row'.");
    measured("a measure from a window's middle", "{\"window\": \"w\", \"edge\": \"middle\"}", "13: A window has a begin and an end, and no 'middle'.");
    measured("a measure from two ends", "{\"row\": 1, \"point\": {\"row\": 1}}", "13: An end of a measure is at a row, at a window or at a point.");
    add("a missing comma", "\"row\": 2, \"line\": 4,", "\"row\": 2 \"line\": 4,", "7: This is not valid JSON near '\"line\"'.");
    add("a number at the end of its line", "\"line\": 4,", "\"line\": 4 5\n,", "7: This is not valid JSON near '5'.");
    add("words after the end", "  ]\n}\n", "  ]\n}\nand more", "19: This is not valid JSON near 'a'.");
}

void TestLockstepRefusals::whatIsWrongIsNamedWithItsLine()
{
    QFETCH(QString, right);
    QFETCH(QString, wrong);
    QFETCH(QString, lineAndWhat);
    auto text = QString::fromLatin1(small);
    const auto at = text.lastIndexOf(right);
    QVERIFY(at >= 0);
    text.replace(at, right.size(), wrong);
    const auto read = readStudy(text.toStdString());
    QCOMPARE(QString::fromStdString(test::lineAndWhat(read)), lineAndWhat);
}

void TestLockstepRefusals::aScopeThatNothingReadsIsNamedWithItsLine()
{
    auto text = QString::fromLatin1(small);
    text.replace(QStringLiteral("\"by\": \"5 min\"}"), QStringLiteral("\"by\": \"5 min\"}, {\"edit\": \"set scope\", \"window\": \"w\",\n\"scope\": [\"mastr\"]}"));
    const auto read = readStudy(text.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(read->draft.problems.size(), std::size_t{1});
    QCOMPARE(read->draft.problems[0].what, std::string{"Line 16 of the Lockstep file: nothing reads the 'mastr' of this scope."});
    text.replace(QStringLiteral("\"set kind\", \"row\": 1, \"kind\": \"look-up\""), QStringLiteral("\"set reads\", \"row\": 1, \"reads\": \"mastr\""));
    QVERIFY(readStudy(text.toStdString())->draft.problems.empty());
}

void TestLockstepRefusals::whatCanHardlyBeMeantIsSaidWithItsLine_data()
{
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("what");
    const QString kind = QStringLiteral("{\"change\": \"set kind\", \"row\": 1, \"kind\": \"look-up\"}");
    const QString move = QStringLiteral("\"by\": \"5 min\"}");
    const QString head = QStringLiteral("Line %1 of the Lockstep file: ");
    const auto window = [](const char* scope) {
        return QStringLiteral("{\"change\": \"set window\", \"window\": {\"id\": \"w\", \"name\": \"W\", \"effect\": \"blocks\", \"scope\": %1, "
                              "\"begin\": {\"at\": {\"row\": 1}}, \"end\": {\"at\": {\"row\": 2}}}}").arg(QLatin1String(scope));
    };
    const auto link = [](int cause, int effect) {
        return QStringLiteral("{\"change\": \"set link\", \"cause\": %1, \"effect\": %2}").arg(cause).arg(effect);
    };
    const QString reads = QStringLiteral("{\"change\": \"set reads\", \"row\": 1, \"reads\": \"%1\"}");
    const QString lane = QStringLiteral(", {\"edit\": \"set reads\", \"lane\": \"Events\",\n\"reads\": \"mastr\"}");
    QTest::newRow("a row reads what no window concerns")
        << kind << window("[\"master\"]") + QStringLiteral(",\n") + reads.arg(QStringLiteral("master")) + QStringLiteral(",\n") + reads.arg(QStringLiteral("mastr"))
        << head.arg(12) + QStringLiteral("no window concerns the 'mastr' that is read here.");
    QTest::newRow("an edit reads what no window concerns")
        << move << move + QStringLiteral(", {\"edit\": \"set scope\", \"window\": \"w\", \"scope\": [\"master\"]}, {\"edit\": \"set reads\", \"lane\": \"Client\", \"reads\": \"master\"}") + lane
        << head.arg(16) + QStringLiteral("no window concerns the 'mastr' that is read here.");
    QTest::newRow("a lock on nothing") << kind << window("[]") << head.arg(10) + QStringLiteral("the scope is empty, so this window concerns nothing.");
    QTest::newRow("a scope edited to nothing") << move << move + QStringLiteral(",\n{\"edit\": \"set scope\", \"window\": \"w\", \"scope\": []}")
        << head.arg(16) + QStringLiteral("the scope is empty, so this window concerns nothing.");
    QTest::newRow("links in a circle") << kind << link(1, 2) + QStringLiteral(",\n") + link(2, 1)
        << head.arg(11) + QStringLiteral("this link closes a circle, so row 2 would cause itself.");
    QTest::newRow("a link to itself") << kind << link(2, 2) << head.arg(10) + QStringLiteral("this link closes a circle, so row 2 would cause itself.");
    QTest::newRow("a window set twice") << kind << window("\"all\"") + QStringLiteral(",\n") + window("\"all\"")
        << head.arg(11) + QStringLiteral("the window 'w' is set a second time; this one counts.");
    QTest::newRow("a measure twice") << QStringLiteral("\"scenarios\": [")
        << QStringLiteral("\"measures\": [{\"from\": {\"row\": 1}, \"to\": {\"row\": 2}},\n{\"from\": {\"row\": 1}, \"to\": {\"row\": 2}}],\n\"scenarios\": [")
        << head.arg(13) + QStringLiteral("this measure is there a second time.");
    QTest::newRow("a line break in a name") << QStringLiteral("\"name\": \"B\"") << QStringLiteral("\"name\": \"B\\nC\"")
        << head.arg(16) + QStringLiteral("this scenario's name holds a control character.");
}

void TestLockstepRefusals::whatCanHardlyBeMeantIsSaidWithItsLine()
{
    QFETCH(QString, right);
    QFETCH(QString, wrong);
    QFETCH(QString, what);
    auto text = QString::fromLatin1(small);
    QVERIFY(text.contains(right));
    text.replace(right, wrong);
    const auto read = readStudy(text.toStdString());
    QCOMPARE(test::lineAndWhat(read), std::string{});
    QCOMPARE(read->draft.problems.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(read->draft.problems[0].what), what);
}

void TestLockstepRefusals::aWindowBackwardsAcrossRowsIsSaid()
{
    auto text = QString::fromLatin1(small);
    text.replace(QStringLiteral("{\"change\": \"set kind\", \"row\": 1, \"kind\": \"look-up\"}"),
        QStringLiteral("{\"change\": \"set window\", \"window\": {\"id\": \"w\", \"name\": \"W\", \"effect\": \"blocks\", \"scope\": \"all\","
                       "\"begin\": {\"at\": {\"row\": 2}}, \"end\": {\"at\": {\"row\": 1}}}}"));
    const auto read = readStudy(text.toStdString());
    QVERIFY(read.has_value());
    const Resolved resolved = resolve(read->draft, read->reading);
    QVERIFY(resolved.timeline.windows.empty());
    QVERIFY(std::ranges::count(resolved.problems, "The window 'W' ends before it begins.", &Problem::what) == 1);
}

void TestLockstepRefusals::aNewerFileAsksForANewerProgram()
{
    // A newer file may hold anything: what is unknown in it must not be reported first.
    const auto read = readStudy("{\"format\": \"lockstep\",\n\"version\": 7, \"rows\": {}}");
    QCOMPARE(lineAndWhat(read), std::string{"2: This file was made by a newer Lockstep (format 7)."});
    QCOMPARE(read.error().instead, std::string{"Open it with a newer Lockstep; this one knows format 1."});
}

void TestLockstepRefusals::depthIsLimited()
{
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + "\n" + std::string(depth, ']'); };
    QCOMPARE(lineAndWhat(readStudy(nested(limits::jsonDepth))), std::string{"1: A file must be an object in { }."});
    QCOMPARE(lineAndWhat(readStudy(nested(limits::jsonDepth + 1))), std::string{"1: Brackets are nested deeper than 64 levels."});
    QCOMPARE(lineAndWhat(readStudy("\n\n" + std::string(1'000'000, '['))), std::string{"3: Brackets are nested deeper than 64 levels."});
}

void TestLockstepRefusals::aFileCutAnywhereIsRefusedWithALine()
{
    const auto whole = sample().trimmed().toStdString();
    QVERIFY(readStudy(whole));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto read = readStudy(std::string_view{whole}.substr(0, length));
        const auto lines = 1 + std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length), '\n');
        QVERIFY2(!read, qPrintable(QString::number(length)));
        QVERIFY2(read.error().line >= 1 && read.error().line <= lines, qPrintable(QString::number(length)));
    }
}

void TestLockstepRefusals::garbledFilesAreReadOrRefusedWithALine()
{
    const auto whole = sample().toStdString();
    std::mt19937 random{20191006};
    const auto below = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most - 1}(random); };
    int refused = 0;
    for (int round = 0; round < 4000; ++round) {
        auto garbled = whole;
        for (auto strokes = 1 + below(3); strokes > 0; --strokes) {
            const auto at = below(garbled.size());
            const auto from = below(garbled.size());
            switch (below(4)) {
            case 0: garbled[at] = static_cast<char>(below(256)); break;
            case 1: garbled.erase(at, 1 + below(30)); break;
            case 2: garbled.insert(at, whole.substr(std::min(from, whole.size()), below(60))); break;
            default: garbled[at] = "{}[],:\"\\0-e\n"[below(12)]; break;
            }
        }
        const auto read = readStudy(garbled);
        if (read)
            continue;
        ++refused;
        const auto lines = std::count(garbled.begin(), garbled.end(), '\n') + 1; // an insertion may bring line breaks
        QVERIFY2(read.error().line >= 1 && read.error().line <= lines, qPrintable(QString::fromStdString(garbled)));
        QVERIFY(!read.error().what.empty());
    }
    QVERIFY(refused > 2000);
}

void TestLockstepRefusals::manyRepeatedKeysAreFoundQuickly()
{
    std::string text = "{\n";
    for (int i = 0; i < 100'000; ++i)
        text += "\"k" + std::to_string(i) + "\": 0,\n";
    text += "\"k5\": 1}";
    QCOMPARE(lineAndWhat(readStudy(text)), std::string{"100002: The key 'k5' is given twice."});
}

QTEST_GUILESS_MAIN(TestLockstepRefusals)
#include "tst_lockstep_refusals.moc"
