#include "support/program.h"
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// Columns named on the command line.
class ColumnsTest : public QObject {
    Q_OBJECT

private slots:
    void columnsNamedByHandAreSavedWithTheStudy();
    void aFileWhoseColumnsAreNotUnderstoodSaysHowToNameThem();
    void everyTableFormatIsListed();
};

void ColumnsTest::columnsNamedByHandAreSavedWithTheStudy()
{
    const QTemporaryDir folder;
    const QByteArray table = "A,B,C\n10:05,11:05,ana\n10:06,11:06,ben\n";
    const QString study = folder.filePath(QStringLiteral("study.lockstep"));
    const auto made = program::run({QStringLiteral("convert"), QStringLiteral("-"), QStringLiteral("--input=csv"), QStringLiteral("--columns=time=B"),
                                    QStringLiteral("--columns"), QStringLiteral("text=C"), QStringLiteral("-o"), study}, table);
    QVERIFY2(made.code == 0, made.err.constData());
    const auto events = program::run({QStringLiteral("events"), study, QStringLiteral("--csv")});
    QCOMPARE(events.out.split('\n').at(1), QByteArray{"1,2,Events,,ana,11:05,11:05:00,,,0,,,,false,,,0,"});
    const auto check = program::run({QStringLiteral("check"), study});
    QVERIFY2(check.out.contains("Columns named by hand: time=B,text=C."), check.out.constData());
}

void ColumnsTest::aFileWhoseColumnsAreNotUnderstoodSaysHowToNameThem()
{
    const auto ran = program::run({QStringLiteral("events"), QStringLiteral("-"), QStringLiteral("--input"), QStringLiteral("csv")}, "A,B\nx,y\nz,w\n");
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains("Its columns are 'A' and 'B'. Name the right ones: --columns time=NAME,text=NAME."), ran.err.constData());
    QVERIFY(ran.out.isEmpty());
}

void ColumnsTest::everyTableFormatIsListed()
{
    const auto ran = program::run({QStringLiteral("formats")});
    for (const char* format : {"csv", "tsv", "json", "jsonl"})
        QVERIFY2(ran.out.contains(QByteArray{"reads   "} + format + ' '), format);
}

QTEST_GUILESS_MAIN(ColumnsTest)
#include "tst_columns.moc"
