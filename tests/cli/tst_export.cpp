#include "support/program.h"
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

class ExportTest : public QObject {
    Q_OBJECT

private slots:
    void thePictureHasTheSizeAskedFor_data();
    void thePictureHasTheSizeAskedFor();
    void aPictureThatGrowsSaysSo();
    void theSameCallGivesTheSameBytes();
    void aScenarioIsAnotherPicture();
    void theRangeIsAnotherPicture();
    void theEndOfARangeFollowsItsBegin_data();
    void theEndOfARangeFollowsItsBegin();
    void convertedAndOpenedAgainItIsTheSame();
    void whatTheStudyMeasuresIsDrawnAndKept();
    void lanesAreDrawnByWhatIsAskedFor();
    void lanesByWhatNoRowTellsAreRefused();

private:
    QString target(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QTemporaryDir m_folder;
};

void ExportTest::thePictureHasTheSizeAskedFor_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QSize>("size");
    const auto words = [](const char* text) { return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); };
    QTest::newRow("as it comes") << words("") << QSize{1600, 900};
    QTest::newRow("twice as sharp") << words("--scale 2") << QSize{3200, 1800};
    QTest::newRow("another size") << words("--size 1920x1080 --theme dark") << QSize{1920, 1080};
    QTest::newRow("linear, for print") << words("--linear --theme print --scale 1.5") << QSize{2400, 1350};
}

void ExportTest::thePictureHasTheSizeAskedFor()
{
    QFETCH(QStringList, options);
    QFETCH(QSize, size);
    const QString file = target("size.png");
    const auto ran = program::run(QStringList{QStringLiteral("export"), program::timeline("bank-vietnam.md"),
                                              QStringLiteral("-o"), file} + options);
    QCOMPARE(ran.err, QByteArray{});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out, QByteArray{});
    QCOMPARE(QImage{file}.size(), size);
}

void ExportTest::aPictureThatGrowsSaysSo()
{
    const QString small = target("small.png");
    const auto exported = [&](const char* size) {
        return program::run({QStringLiteral("export"), program::timeline("bank-vietnam.md"), QStringLiteral("-o"), small,
            QStringLiteral("--size"), QString::fromUtf8(size)});
    };
    const auto grown = exported("400x300");
    QCOMPARE(grown.code, 0);
    const QByteArray height = QByteArray::number(QImage{small}.height());
    QVERIFY2(grown.err.contains("The picture is 400x" + height), grown.err.constData());
    QVERIFY(!exported("1600x900").err.contains("The picture is"));
}

void ExportTest::lanesAreDrawnByWhatIsAskedFor()
{
    const auto drawn = [&](const char* by) {
        return program::run({QStringLiteral("export"), program::timeline("bank-vietnam.md"), QStringLiteral("-o"), QStringLiteral("-"),
            QStringLiteral("--lanes-by"), QString::fromUtf8(by)});
    };
    const auto plain = program::run({QStringLiteral("export"), program::timeline("bank-vietnam.md"), QStringLiteral("-o"), QStringLiteral("-")});
    QCOMPARE(drawn("record").out, plain.out);
    const auto byKind = drawn("Kind");
    QCOMPARE(byKind.code, 0);
    QVERIFY(byKind.out != plain.out);
    QVERIFY(drawn("zone").out != byKind.out);
}

void ExportTest::lanesByWhatNoRowTellsAreRefused()
{
    const auto refused = [&](const char* by) {
        return program::run({QStringLiteral("export"), program::timeline("bank-vietnam.md"), QStringLiteral("-o"), target("none.png"),
            QStringLiteral("--lanes-by"), QString::fromUtf8(by)});
    };
    const auto unknown = refused("colour");
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.err.contains("record, actor, zone, kind and file"), unknown.err.constData());
    const auto untold = refused("file");
    QCOMPARE(untold.code, 1);
    QVERIFY2(untold.err.contains("No row tells a lane by its file."), untold.err.constData());
    QVERIFY(!QFile::exists(target("none.png")));
}

void ExportTest::theSameCallGivesTheSameBytes()
{
    const QStringList words{QStringLiteral("export"), program::timeline("bank-vietnam.md"), QStringLiteral("-o"), QStringLiteral("-")};
    const auto first = program::run(words);
    QCOMPARE(first.code, 0);
    QVERIFY(first.out.startsWith("\x89PNG"));
    auto elsewhere = program::headless();
    elsewhere.insert(QStringLiteral("TZ"), QStringLiteral("Pacific/Apia"));
    QVERIFY(program::run(words, {}, elsewhere).out == first.out);
}

void ExportTest::aScenarioIsAnotherPicture()
{
    const QString study = program::timeline("bank-vietnam.lockstep");
    const QStringList words{QStringLiteral("export"), study, QStringLiteral("-o"), QStringLiteral("-")};
    const auto record = program::run(words);
    const auto whatIf = program::run(words + QStringList{QStringLiteral("--scenario"), QStringLiteral("Back up after the integration")});
    QCOMPARE(whatIf.code, 0);
    QVERIFY(record.out != whatIf.out);
}

void ExportTest::theRangeIsAnotherPicture()
{
    const QString bank = program::timeline("bank-vietnam.md");
    const auto exported = [&](const QStringList& more) {
        return program::run(QStringList{QStringLiteral("export"), bank, QStringLiteral("-o"), QStringLiteral("-")} + more);
    };
    const auto whole = exported({});
    const auto part = exported({QStringLiteral("--from"), QStringLiteral("03:30"), QStringLiteral("--to"), QStringLiteral("04:00")});
    QCOMPARE(part.code, 0);
    QVERIFY(whole.out != part.out);
    const auto local = exported({QStringLiteral("--from"), QStringLiteral("23:30 Bank"), QStringLiteral("--to=11:00 Vietnam")});
    QCOMPARE(local.code, 0);
    QVERIFY(local.out == part.out);
}

void ExportTest::theEndOfARangeFollowsItsBegin_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QByteArray>("refused");
    const auto add = [](const char* from, const char* to, const char* refused) {
        QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to) << QByteArray{refused};
    };
    // Rows at 10:00, 11:00, 23:50 and 00:20 the day after, no date.
    add("10:30", "11:30", "");
    add("23:00", "00:10", "");
    add("23:55", "09:00", "");
    add("09:00", "09:30", "Nothing was recorded in the time asked for.\n");
    add("11:30", "10:30", "--to does not lie after --from.\n");
}

void ExportTest::theEndOfARangeFollowsItsBegin()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto ran = program::run({QStringLiteral("export"), QStringLiteral("-"), QStringLiteral("-o"), target("span.png"),
                                      QStringLiteral("--from"), from, QStringLiteral("--to"), to},
        "# X\n\n- 10:00 a\n- 11:00 b\n- 23:50 c\n- 00:20 d\n");
    QTEST(ran.err, "refused");
}

void ExportTest::convertedAndOpenedAgainItIsTheSame()
{
    const QString file = target("bank.lockstep");
    QCOMPARE(program::run({QStringLiteral("convert"), program::timeline("bank-vietnam.md"), QStringLiteral("-o"), file}).code, 0);
    const auto events = [](const QString& path) {
        return program::run({QStringLiteral("events"), path, QStringLiteral("--json")});
    };
    QCOMPARE(events(file).code, 0);
    QCOMPARE(events(file).out, events(program::timeline("bank-vietnam.md")).out);
}

void ExportTest::whatTheStudyMeasuresIsDrawnAndKept()
{
    const QString plain = target("plain.lockstep"), measured = target("measured.lockstep"), again = target("again.lockstep");
    QCOMPARE(program::run({QStringLiteral("convert"), program::timeline("bank-vietnam.md"), QStringLiteral("-o"), plain}).code, 0);
    QFile from{plain};
    QVERIFY(from.open(QIODevice::ReadOnly));
    QByteArray study = from.readAll();
    study.replace("  \"inferences\"", "  \"measures\": [\n    {\"from\": {\"row\": 3}, \"to\": {\"row\": 13}}\n  ],\n  \"inferences\"");
    QFile to{measured};
    QVERIFY(to.open(QIODevice::WriteOnly));
    to.write(study);
    to.close();
    QCOMPARE(program::run({QStringLiteral("convert"), measured, QStringLiteral("-o"), again}).code, 0);
    QFile second{again};
    QVERIFY(second.open(QIODevice::ReadOnly));
    QCOMPARE(second.readAll(), study);
    const auto picture = [](const QString& file) { return program::run({QStringLiteral("export"), file, QStringLiteral("-o"), QStringLiteral("-")}).out; };
    QVERIFY(picture(measured).startsWith("\x89PNG"));
    QVERIFY(picture(measured) != picture(plain));
    QVERIFY(picture(measured) == picture(again));
}

QTEST_GUILESS_MAIN(ExportTest)
#include "tst_export.moc"
