#include "core/limits.h"
#include "formats/text_for.h"
#include <QString>
#include <QXmlStreamReader>
#include <QtTest>

using namespace lockstep;

namespace {

QString text(const std::string& bytes) { return QString::fromStdString(bytes); }

void addColumns()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("expected");
}

/// Numbered, not named: a control character in a name would reach the reader's terminal.
void row(const char* input, const char* expected)
{
    static int number = 0;
    QTest::addRow("case %d", ++number) << QByteArray{input} << QString::fromUtf8(expected);
}

const std::string hostile = "<img src='/etc/passwd'>\x1b[31m & \"quoted\" \xff\xc3 \xe2\x80\xae" "evil\xe2\x80\xac \xed\xa0\x80\x00\x07";

} // namespace

class tst_text_for : public QObject {
    Q_OBJECT

private slots:
    void htmlHoldsNoTag();
    void xmlIsParsedBackToTheSameText_data();
    void xmlIsParsedBackToTheSameText();
    void csvFieldsAreQuotedAndFormulasDefused_data();
    void csvFieldsAreQuotedAndFormulasDefused();
    void markdownIsEscapedWhereItMeansSomething_data();
    void markdownIsEscapedWhereItMeansSomething();
    void fileNamesAreSafeEverywhere_data();
    void fileNamesAreSafeEverywhere();
    void fileNamesAreShortAndWhole();
    void terminalShowsWhatIsHidden_data();
    void terminalShowsWhatIsHidden();
    void labelsAreOneLineWithoutControls_data();
    void labelsAreOneLineWithoutControls();
    void longLabelsAreCutBetweenCharacters_data();
    void longLabelsAreCutBetweenCharacters();
};

void tst_text_for::htmlHoldsNoTag()
{
    QCOMPARE(text(forHtml("<img src='/path'>")), QStringLiteral("&lt;img src=&#39;/path&#39;&gt;"));
    QCOMPARE(text(forHtml("a & b \"c\"")), QStringLiteral("a &amp; b &quot;c&quot;"));
    QCOMPARE(text(forHtml("&lt;")), QStringLiteral("&amp;lt;"));
    QCOMPARE(text(forHtml(std::string{"a\0b\x1b\x7f", 5})), QStringLiteral("ab"));
    QCOMPARE(text(forHtml("\xe2\x80\xae" "abc")), QStringLiteral("abc"));
    QCOMPARE(text(forHtml("a\xff")), QStringLiteral("a\uFFFD"));
    QCOMPARE(text(forHtml("")), QString{});
}

void tst_text_for::xmlIsParsedBackToTheSameText_data()
{
    addColumns();
    row("plain text", "plain text");
    row("Vi\u1ec7t Nam \u2212 \U0001F512", "Vi\u1ec7t Nam \u2212 \U0001F512");
    row("<b>&amp;</b> ]]> 'x' \"y\"", "<b>&amp;</b> ]]> 'x' \"y\"");
    row("bell \x07 and escape \x1b", "bell  and escape ");
    row("not a character \xef\xbf\xbe\xef\xbf\xbf", "not a character ");
    row("cut \xe1\xbb", "cut \uFFFD\uFFFD");
    row("overlong \xc0\xaf", "overlong \uFFFD\uFFFD");
    row("surrogate \xed\xa0\x80", "surrogate \uFFFD\uFFFD\uFFFD");
    row("too high \xf4\x90\x80\x80", "too high \uFFFD\uFFFD\uFFFD\uFFFD");
    row("two\nlines\tand a tab", "two\nlines\tand a tab");
}

void tst_text_for::xmlIsParsedBackToTheSameText()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, expected);
    const auto escaped = forXml(input.toStdString());
    QXmlStreamReader reader{QByteArray::fromStdString("<t>" + escaped + "</t>")};
    QVERIFY(reader.readNextStartElement());
    QCOMPARE(reader.readElementText(), expected);
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QXmlStreamReader whole{QByteArray::fromStdString("<t a=\"" + forXml(hostile) + "\"/>")};
    QVERIFY(whole.readNextStartElement());
}

void tst_text_for::csvFieldsAreQuotedAndFormulasDefused_data()
{
    addColumns();
    row("plain", "plain");
    row("", "");
    row("a,b", "\"a,b\"");
    row("a;b", "\"a;b\"");
    row("say \"no\"", "\"say \"\"no\"\"\"");
    row("two\nlines", "\"two\nlines\"");
    row(" blank", "\" blank\"");
    row("=1+1", "'=1+1");
    row("=1", "'=1");
    row("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    row("@SUM(A1)", "'@SUM(A1)");
    row("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0");
    row("\t=1", "\"'\t=1\"");
    row("  =1", "'  =1");
    row("\uFF1D1", "'\uFF1D1");
    row("- a bullet", "'- a bullet");
    row("+07:00", "+07:00");
    row("-12.5", "-12.5");
    row("bell\x07", "bell");
}

void tst_text_for::csvFieldsAreQuotedAndFormulasDefused()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, expected);
    QCOMPARE(text(forCsv(input.toStdString())), expected);
}

void tst_text_for::markdownIsEscapedWhereItMeansSomething_data()
{
    addColumns();
    row("Start backups in DBs.", "Start backups in DBs.");
    row("check balance: correct, 5-6 min (ok!)", "check balance: correct, 5-6 min (ok!)");
    row("settings_file.json", "settings_file.json");
    row("_emphasis_", "\\_emphasis\\_");
    row("*bold* `code`", "\\*bold\\* \\`code\\`");
    row("a | b", "a \\| b");
    row("<script>", "\\<script>");
    row("[link](http://x)", "\\[link\\](http://x)");
    row("# no heading", "\\# no heading");
    row("- no item", "\\- no item");
    row("1. no item", "1\\. no item");
    row("10:35 look", "10:35 look");
    row("> no quote", "\\> no quote");
    row("&amp; & b", "\\&amp; & b");
    row("~~struck~~", "\\~\\~struck\\~\\~");
    row("back\\slash", "back\\\\slash");
    row("    no code", "no code");
    row("two\nlines", "two lines");
}

void tst_text_for::markdownIsEscapedWhereItMeansSomething()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, expected);
    QCOMPARE(text(forMarkdown(input.toStdString())), expected);
}

void tst_text_for::fileNamesAreSafeEverywhere_data()
{
    addColumns();
    row("Back up after the integration", "Back up after the integration");
    row("B\u00e1o c\u00e1o s\u1ef1 c\u1ed1", "B\u00e1o c\u00e1o s\u1ef1 c\u1ed1");
    row("../../etc/passwd", "etc-passwd");
    row("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j");
    row("-rf", "rf");
    row(".hidden", "hidden");
    row("trailing. . ", "trailing");
    row("", "untitled");
    row("...", "untitled");
    row("\x01\x02", "untitled");
    row("nul", "nul_");
    row("COM1.png", "COM1.png_");
    row("COMB", "COMB");
    row("gnp\u202Eexe", "gnpexe");
    row("two\nlines", "two lines");
}

void tst_text_for::fileNamesAreSafeEverywhere()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, expected);
    QCOMPARE(text(forFileName(input.toStdString())), expected);
}

void tst_text_for::fileNamesAreShortAndWhole()
{
    std::string words;
    for (int i = 0; i < 300; ++i)
        words += "\u1ec7"; // three bytes each
    const auto name = forFileName(words);
    QCOMPARE(name.size(), std::size_t{198});
    QVERIFY(!text(name).contains(QChar::ReplacementCharacter));
}

void tst_text_for::terminalShowsWhatIsHidden_data()
{
    addColumns();
    row("plain Vi\u1ec7t", "plain Vi\u1ec7t");
    row("\x1b[2J", "\\x1b[2J");
    row("a\nb\tc\r", "a\\nb\\tc\\x0d");
    row("\xc2\x9b" "31m", "\\u009b31m");
    row("\u202Eabc\u2066", "\\u202eabc\\u2066");
    row("\x7f", "\\x7f");
    row("bad \xff byte", "bad \\xff byte");
}

void tst_text_for::terminalShowsWhatIsHidden()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, expected);
    QCOMPARE(text(forTerminal(input.toStdString())), expected);
}

void tst_text_for::labelsAreOneLineWithoutControls_data()
{
    addColumns();
    row("Start backups", "Start backups");
    row("  two\r\n\tlines  ", "two lines");
    row("a\x1b[0m", "a[0m");
    row("\u202Eabc", "abc");
    row("line\u2028break", "line break");
    row("<b>", "<b>");
}

void tst_text_for::labelsAreOneLineWithoutControls()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, expected);
    QCOMPARE(text(forLabel(input.toStdString())), expected);
}

void tst_text_for::longLabelsAreCutBetweenCharacters_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    const auto most = static_cast<int>(limits::labelChars);
    const QString dots{QChar{0x2026}};
    QTest::newRow("just fits") << QString{most, u'x'} << QString{most, u'x'};
    QTest::newRow("one too many") << QString{most + 1, u'x'} << QString{most - 1, u'x'} + dots;
    QTest::newRow("very long") << QString{40'000, u'x'} << QString{most - 1, u'x'} + dots;
    QTest::newRow("wide letters") << QString{most + 9, QChar{0x1EC7}} << QString{most - 1, QChar{0x1EC7}} + dots;
    // The accent at the cut belongs to the letter before it: both go.
    const auto accented = QString{most - 2, u'x'} + QStringLiteral("e\u0301yyy");
    QTest::newRow("an accent at the cut") << accented << QString{most - 2, u'x'} + dots;
    QTest::newRow("marks only") << QString{most + 50, QChar{0x0301}} << QString{most - 1, QChar{0x0301}} + dots;
}

void tst_text_for::longLabelsAreCutBetweenCharacters()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    QCOMPARE(text(forLabel(input.toStdString())), expected);
}

QTEST_GUILESS_MAIN(tst_text_for)
#include "tst_text_for.moc"
