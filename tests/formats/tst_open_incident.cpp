#include "formats/importer.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;

namespace {

const std::string rows = "# Mail stopped\n\n## Timeline\n\n- 10:05 - The queue grows\n- 10:20 - The disk is full\n";

QString sentence(const Result<Incident>& r) { return r ? QStringLiteral("(opened)") : QString::fromStdString(r.error().what); }

std::string utf16(const std::string& text, bool little)
{
    std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char16_t c : QString::fromStdString(text).toStdU16String()) {
        const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

} // namespace

class TestOpenIncident : public QObject {
    Q_OBJECT

private slots:
    void aFileOpensWithItsNameAndHash();
    void everyEncodingOfTheSameTextGivesTheSameRows_data();
    void everyEncodingOfTheSameTextGivesTheSameRows();
    void linesAreCountedAlikeForEveryLineEnd_data();
    void linesAreCountedAlikeForEveryLineEnd();
    void whatCannotBeReadIsRefusedInASentence_data();
    void whatCannotBeReadIsRefusedInASentence();
    void whatIsNoFileIsRefusedInASentence();
    void everyBadByteSequenceIsFoundOnItsLine_data();
    void everyBadByteSequenceIsFoundOnItsLine();
    void anUnknownFormatListsTheKnownOnes();
    void noTimelineListsTheClocksAndTheirLines();
    void theOwnFormatComesBeforeMarkdown();
    void aTableOfMarkdownIsNoCsv_data();
    void aTableOfMarkdownIsNoCsv();
};

void TestOpenIncident::aTableOfMarkdownIsNoCsv_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("format");
    QTest::newRow("framed") << QByteArray("| Time | What |\n|---|---|\n| 10:05 | a |\n| 10:06 | b |\n") << QStringLiteral("markdown");
    QTest::newRow("unframed") << QByteArray("Time | What\n:---|:---:\n10:05 | a\n10:06 | b\n") << QStringLiteral("markdown");
    QTest::newRow("bars alone") << QByteArray("Time|What\n10:05|a\n10:06|b\n") << QStringLiteral("csv");
}

void TestOpenIncident::aTableOfMarkdownIsNoCsv()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, format);
    const auto incident = readIncident(text.toStdString(), "notes.md");
    QVERIFY(incident.has_value());
    QCOMPARE(QString::fromStdString(incident->draft.format), format);
    QCOMPARE(incident->draft.events.size(), 2u);
    QVERIFY(incident->draft.problems.empty());
}

void TestOpenIncident::aFileOpensWithItsNameAndHash()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("mail report.md"));
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(rows.c_str());
    file.close();
    const auto incident = openIncident(path.toStdString());
    QVERIFY2(incident.has_value(), qPrintable(sentence(incident)));
    QCOMPARE(QString::fromStdString(incident->draft.sourceName), QStringLiteral("mail report.md"));
    QCOMPARE(QString::fromStdString(incident->draft.format), QStringLiteral("markdown"));
    QCOMPARE(incident->draft.events.size(), 2u);
    QProcess oracle;
    oracle.start(QStringLiteral("sha256sum"), {path});
    QVERIFY(oracle.waitForFinished());
    QCOMPARE(QByteArray::fromStdString(incident->draft.sourceHash), "sha256:" + oracle.readAllStandardOutput().left(64));
}

void TestOpenIncident::everyEncodingOfTheSameTextGivesTheSameRows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8") << QByteArray::fromStdString(rows);
    QTest::newRow("UTF-8 with a mark") << QByteArray::fromStdString("\xEF\xBB\xBF" + rows);
    QTest::newRow("UTF-16 little endian") << QByteArray::fromStdString(utf16(rows, true));
    QTest::newRow("UTF-16 big endian") << QByteArray::fromStdString(utf16(rows, false));
}

void TestOpenIncident::everyEncodingOfTheSameTextGivesTheSameRows()
{
    QFETCH(QByteArray, bytes);
    const auto incident = readIncident(bytes.toStdString(), "x.md");
    QVERIFY2(incident.has_value(), qPrintable(sentence(incident)));
    QCOMPARE(QString::fromStdString(incident->draft.title), QStringLiteral("Mail stopped"));
    QCOMPARE(incident->draft.events.size(), 2u);
    QCOMPARE(incident->draft.events[1].line, 6);
    QCOMPARE(QString::fromStdString(incident->draft.events[1].text), QStringLiteral("The disk is full"));
}

void TestOpenIncident::linesAreCountedAlikeForEveryLineEnd_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("line feed") << QByteArray{"\n"};
    QTest::newRow("carriage return and line feed") << QByteArray{"\r\n"};
    QTest::newRow("carriage return") << QByteArray{"\r"};
}

void TestOpenIncident::linesAreCountedAlikeForEveryLineEnd()
{
    QFETCH(QByteArray, end);
    const auto incident = readIncident(QByteArray::fromStdString(rows).replace("\n", end).toStdString(), "x.md");
    QVERIFY2(incident.has_value(), qPrintable(sentence(incident)));
    QCOMPARE(incident->draft.events[0].line, 5);
    QCOMPARE(incident->draft.events[1].line, 6);
    QCOMPARE(QString::fromStdString(incident->draft.events[1].source), QStringLiteral("- 10:20 - The disk is full"));
}

void TestOpenIncident::whatCannotBeReadIsRefusedInASentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray{} << "notes.md is empty." << 0;
    QTest::newRow("blanks") << QByteArray{" \n\t\r\n"} << "notes.md is empty." << 0;
    QTest::newRow("only a mark") << QByteArray{"\xEF\xBB\xBF"} << "notes.md is empty." << 0;
    QTest::newRow("a picture") << QByteArray{"\x89PNG\r\n\x1A\n\0\0", 10} << "This is not UTF-8 text." << 1;
    QTest::newRow("NUL bytes") << QByteArray{"a\nb\nc\0d", 7} << "This is no text: a NUL byte stands here." << 3;
    QTest::newRow("Latin-1") << QByteArray{"# Caf\xE9\n10:00 x\n"} << "This is not UTF-8 text." << 1;
    QTest::newRow("a list of JSON") << QByteArray{"[1, 2]"} << "No timeline found in notes.md: it is JSON of a form not known here." << 0;
    QTest::newRow("Markdown that begins with a link") << QByteArray{"[home](x.md)\n\nNothing happened at 10:20."} << "No timeline found in notes.md. It has 1 clock time, on line 3." << 0;
    QTest::newRow("half a UTF-16 character") << QByteArray{"\xFF\xFE" "a\0b", 5} << "notes.md begins like UTF-16 text but is damaged." << 0;
}

void TestOpenIncident::whatCannotBeReadIsRefusedInASentence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(QString, sentence);
    const auto incident = readIncident(bytes.toStdString(), "notes.md");
    QVERIFY(!incident);
    QCOMPARE(::sentence(incident), sentence);
    QCOMPARE(incident.error().line, line);
    QVERIFY(!incident.error().instead.empty());
}

void TestOpenIncident::whatIsNoFileIsRefusedInASentence()
{
    QTemporaryDir folder;
    const auto missing = folder.filePath(QStringLiteral("missing.md"));
    QCOMPARE(sentence(openIncident(missing.toStdString())), QStringLiteral("There is no file %1.").arg(missing));
    QCOMPARE(sentence(openIncident(folder.path().toStdString())), QStringLiteral("%1 is a folder, not a file.").arg(folder.path()));
}

void TestOpenIncident::everyBadByteSequenceIsFoundOnItsLine_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("a lone continuation") << QByteArray{"\x80"};
    QTest::newRow("cut after one byte") << QByteArray{"\xE2 "};
    QTest::newRow("cut at the end") << QByteArray{"\xF0\x9F\x98"};
    QTest::newRow("overlong slash") << QByteArray{"\xC0\xAF"};
    QTest::newRow("overlong in three bytes") << QByteArray{"\xE0\x80\xAF"};
    QTest::newRow("surrogate") << QByteArray{"\xED\xA0\x80"};
    QTest::newRow("beyond Unicode") << QByteArray{"\xF4\x90\x80\x80"};
    QTest::newRow("never a lead") << QByteArray{"\xFF"};
}

void TestOpenIncident::everyBadByteSequenceIsFoundOnItsLine()
{
    QFETCH(QByteArray, bad);
    const auto incident = readIncident("10:00 fine ü€😀\r\n10:01 " + bad.toStdString(), "notes.md");
    QCOMPARE(sentence(incident), QStringLiteral("This is not UTF-8 text."));
}

void TestOpenIncident::anUnknownFormatListsTheKnownOnes()
{
    const auto incident = readIncident(rows, "x.md", "marcdown");
    QVERIFY(!incident);
    QCOMPARE(sentence(incident), QStringLiteral("There is no format named 'marcdown'."));
    for (const auto* importer : allImporters())
        QVERIFY(incident.error().instead.find(importer->id) != std::string::npos);
    QVERIFY(readIncident(rows, "x.md", "markdown").has_value());
    QVERIFY(!readIncident(rows, "x.md", "lockstep").has_value());
}

void TestOpenIncident::noTimelineListsTheClocksAndTheirLines()
{
    const std::string notes = "# Notes\n\nA talk.\nAt 10:30 we met and went on until 12:00 or so.\n\n\n\n\nIt ended at 5 pm.\n";
    QCOMPARE(sentence(readIncident(notes, "notes.md")),
        QStringLiteral("No timeline found in notes.md. It has 3 clock times, on lines 4 and 9."));
    QCOMPARE(sentence(readIncident("A text without any.\n", "-")),
        QStringLiteral("No timeline found in standard input. It has no clock times."));
    QCOMPARE(sentence(readIncident("Lunch is at 12:30.\n", "notes.md")),
        QStringLiteral("No timeline found in notes.md. It has 1 clock time, on line 1."));
}

void TestOpenIncident::theOwnFormatComesBeforeMarkdown()
{
    const std::string own = "{\n  \"format\": \"lockstep\",\n  \"version\": 1,\n  \"note\": \"10:00 - x\"\n}\n";
    const Importer* best = nullptr;
    for (const auto* importer : allImporters())
        if (!best || importer->confidence(own) > best->confidence(own))
            best = importer;
    QVERIFY(best);
    QCOMPARE(QString::fromUtf8(best->id.data(), static_cast<qsizetype>(best->id.size())), QStringLiteral("lockstep"));
}

QTEST_GUILESS_MAIN(TestOpenIncident)
#include "tst_open_incident.moc"
