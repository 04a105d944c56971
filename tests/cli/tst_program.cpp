#include "support/program.h"
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// Exit codes and sentences of the program, whatever it is given.
class ProgramTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCallEndsAsPromised_data();
    void everyCallEndsAsPromised();
    void helpWorksEverywhere_data();
    void helpWorksEverywhere();
    void aFullDiskIsAnError();
    void aClosedPipeIsAnError();
    void aDeadDisplayIsNoDisplay();
    void linesOfAStudyAreThoseOfItsDocument();
    void theSourceIsNeverWritten();

private:
    QString made(const char* name, const QByteArray& bytes) const;
    QTemporaryDir m_folder;
};

void ProgramTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

QString ProgramTest::made(const char* name, const QByteArray& bytes) const
{
    QFile file{m_folder.filePath(QString::fromUtf8(name))};
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

void ProgramTest::everyCallEndsAsPromised_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArrayList>("says"); ///< each of these on standard error
    const QString bank = program::timeline("bank-vietnam.md");
    const QString study = program::timeline("bank-vietnam.lockstep");
    const QString picture = m_folder.filePath(QStringLiteral("x.png"));
    const auto row = [](const char* name, const QStringList& words, int code, const QByteArrayList& says) {
        QTest::newRow(name) << words << code << says;
    };
    const auto words = [](const char* text, const QStringList& more = {}) {
        return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts) + more;
    };
    row("nothing at all", {}, 2, {"No display", "--help"});
    row("a file and no display", {bank}, 2, {"No display", "lockstep export"});
    row("unknown command", words("evnts"), 1, {"Unknown command 'evnts'", "Usage:"});
    row("unknown option", words("--frobnicate"), 1, {"Unknown option --frobnicate", "Usage:"});
    row("an option after a file", {bank, QStringLiteral("--json")}, 1, {"Unknown option --json", "Usage:"});
    row("unknown option of a command", words("events --frobnicate", {bank}), 1, {"--frobnicate", "Usage: lockstep events FILE"});
    row("no file", words("events"), 1, {"No file", "Usage: lockstep events FILE"});
    row("the same file twice", words("events", {bank, bank}), 0, {"is on this timeline already; it is not added again."});
    row("a second file that is not there", words("events", {bank, QStringLiteral("/nowhere/chat.md")}), 2, {"There is no file /nowhere/chat.md"});
    row("an offset that is none", words("events --offset fast", {bank}), 1, {"'fast' is no length of time"});
    row("an offset of a file that is not there", words("events --offset chat.md=+40s", {bank}), 1, {"'chat.md=+40s' is no length of time"});
    row("json and csv", words("events --json --csv", {bank}), 1, {"one of --json and --csv"});
    row("formats of a file", words("formats", {bank}), 1, {"takes no file"});
    row("export without a target", words("export", {bank}), 1, {"-o"});
    row("export of a strange kind", words("export -o x.xyz", {bank}), 1, {"x.xyz", "png"});
    row("convert to a strange kind", words("convert -o x.xyz", {bank}), 1, {"x.xyz", "lockstep"});
    row("size of words", words("export --size big -o", {picture, bank}), 1, {"'big' is no size"});
    row("size too small", words("export --size 10x10 -o", {picture, bank}), 1, {"'10x10' is no size"});
    row("size with a tail", words("export --size 800x600px -o", {picture, bank}), 1, {"800x600px"});
    row("too many pixels", words("export --size 20000x9000 --scale 3 -o", {picture, bank}), 1, {"too large"});
    row("scale of nothing", words("export --scale nan -o", {picture, bank}), 1, {"'nan' is no scale"});
    row("unknown theme", words("export --theme pink -o", {picture, bank}), 1, {"'pink'", "light, dark and print"});
    row("from is no time", words("export --from teatime -o", {picture, bank}), 1, {"'teatime' is no time"});
    row("a date where there is none", words("export --from 2019-10-07T03:30 -o", {picture, bank}), 1, {"has no date"});
    row("to before from", words("export --date 2019-10-06 --from 2019-10-07T05:00 --to 2019-10-07T04:00 -o", {picture, bank}),
        1, {"--to does not lie after --from"});
    row("from after the last row", words("export --from 14:00 -o", {picture, bank}), 1, {"Nothing was recorded"});
    row("to before the first row", words("export --to 03:00 -o", {picture, bank}), 1, {"Nothing was recorded"});
    row("an empty stretch", words("export --from 04:00 --to 04:00 -o", {picture, bank}), 1, {"--to does not lie after --from"});
    row("unknown scenario", words("events --scenario Nonsense", {study}), 1,
        {"Nonsense", "As recorded", "Back up after the integration", "Lock only the master"});
    row("no such day", words("events --date 2019-02-30", {bank}), 1, {"'2019-02-30' is no date"});
    row("a day as people say it", words("events --date 6/10/2019", {bank}), 1, {"'6/10/2019' is no date"});
    row("unknown place", words("events --zone Bank=Vietnan", {bank}), 1, {"'Vietnan'", "Vietnam"});
    row("unknown lane", words("events --zone Banq=Vietnam", {bank}), 1, {"'Banq'", "Bank and Client"});
    row("unknown format", words("events --input docx", {bank}), 1, {"'docx'", "markdown"});
    row("missing file", words("events", {m_folder.filePath(QStringLiteral("nothing.md"))}), 2, {"nothing.md"});
    row("a folder", words("events", {m_folder.path()}), 2, {qPrintable(m_folder.path())});
    row("an empty file", words("events", {made("empty.md", {})}), 2, {"empty.md"});
    row("no timeline", words("check", {made("notes.md", "# Notes\n\nWe met at 10:30.\n\nLunch is at 12:15 as ever.\n")}), 2,
        {"No timeline found in notes.md"});
    row("invalid UTF-8", words("events", {made("latin.md", "# T\n\n- 10:30 caf\xe9\n- 10:35 th\xe9\n")}), 2, {"latin.md:3"});
    row("a clock of 25:61", words("events", {made("clock.md", "# Outage\n\n## Timeline\n\n- 10:30 - the site went down\n- 25:61 - nobody knew\n- 10:50 - the site was back\n")}), 0, {"clock.md:6", "25:61"});
    row("a target without a folder", words("export -o /nonexistent/x.png", {bank}), 2, {"/nonexistent/x.png"});
    row("a strict check that finds a doubt", words("check --strict", {bank}), 3, {});
    row("a check that finds a doubt", words("check", {bank}), 0, {});
}

void ProgramTest::everyCallEndsAsPromised()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QByteArrayList, says);
    const auto ran = program::run(words);
    QCOMPARE(ran.code, code);
    for (const QByteArray& part : says)
        QVERIFY2(ran.err.contains(part), ("standard error: " + ran.err).constData());
    if (code == 1 || code == 2)
        QVERIFY2(ran.out.isEmpty(), ran.out.constData());
    if (says.isEmpty())
        QCOMPARE(ran.err, QByteArray{});
}

void ProgramTest::helpWorksEverywhere_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << QByteArray{"Exit codes: 0 done"};
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << QByteArray{"lockstep 1."};
    QTest::newRow("formats") << QStringList{QStringLiteral("formats")} << QByteArray{"markdown"};
    for (const char* command : {"events", "check", "export", "convert", "formats", "zones"})
        QTest::newRow(command) << QStringList{QString::fromUtf8(command), QStringLiteral("--help")}
                               << QByteArray{"Usage: lockstep "} + command;
}

void ProgramTest::helpWorksEverywhere()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, says);
    auto environment = program::headless();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    const auto ran = program::run(words, {}, environment);
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains(says), ran.out.constData());
    QCOMPARE(ran.err, QByteArray{});
}

void ProgramTest::aFullDiskIsAnError()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("This system has no /dev/full.");
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"), QIODevice::Append);
    process.start(QStringLiteral(LOCKSTEP_PROGRAM), {QStringLiteral("--help")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("cannot be written"));
}

void ProgramTest::aClosedPipeIsAnError()
{
    QProcess process;
    process.start(QStringLiteral("/bin/sh"),
                  {QStringLiteral("-c"), QStringLiteral("(sleep 0.2; \"$0\" --help; echo $? >&2) | true"), QStringLiteral(LOCKSTEP_PROGRAM)});
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.endsWith("\n2\n") && said.contains("cannot be written"), said.constData());
}

void ProgramTest::aDeadDisplayIsNoDisplay()
{
    auto environment = program::headless();
    environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":4711"));
    environment.insert(QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("wayland-4711"));
    const auto ran = program::run({program::timeline("bank-vietnam.md")}, {}, environment);
    QCOMPARE(ran.code, 2);
    QVERIFY(ran.err.contains("No display"));
}

void ProgramTest::linesOfAStudyAreThoseOfItsDocument()
{
    const QString study = program::timeline("bank-vietnam.lockstep"), winter = QStringLiteral("--date=2019-03-09");
    const auto checked = program::run({QStringLiteral("check"), winter, study});
    QVERIFY2(checked.out.contains("  bank-vietnam.md:29: '20:00 pm'"), checked.out.constData());
    QVERIFY2(!checked.out.contains("bank-vietnam.lockstep:"), checked.out.constData());
    const auto listed = program::run({QStringLiteral("events"), winter, study});
    QVERIFY2(listed.err.startsWith("bank-vietnam.md:17: Row 3 lies"), listed.err.constData());
    const QString plain = program::timeline("bank-vietnam.md");
    const auto own = program::run({QStringLiteral("events"), winter, plain});
    QVERIFY2(own.err.startsWith(plain.toUtf8() + ":17: Row 3 lies"), own.err.constData());
}

void ProgramTest::theSourceIsNeverWritten()
{
    QFile original{program::timeline("bank-vietnam.lockstep")};
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray bytes = original.readAll();
    const QString copy = made("copy.lockstep", bytes);
    QFile::link(copy, m_folder.filePath(QStringLiteral("link.lockstep")));
    for (const QString& target : {copy, m_folder.filePath(QStringLiteral("link.lockstep"))}) {
        const auto ran = program::run({QStringLiteral("convert"), copy, QStringLiteral("-o"), target,
                                       QStringLiteral("--date=2019-10-06")});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.err.contains("never written"));
    }
    QFile after{copy};
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), bytes);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
