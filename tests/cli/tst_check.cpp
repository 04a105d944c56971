#include "support/program.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>



namespace {

const QString bank = QStringLiteral(LOCKSTEP_SOURCE_DIR "/timelines/bank-vietnam.md");

/// What `check --json` says of one thing.
QJsonObject about(const QByteArray& json, const QString& what)
{
    for (const QJsonValue& inference : QJsonDocument::fromJson(json).object()[QLatin1String("inferences")].toArray())
        if (inference[QLatin1String("about")] == what)
            return inference.toObject();
    return {};
}

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file{folder.filePath(name)};
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written");
    return file.fileName();
}

} // namespace

/// `lockstep check`: what was inferred, on which line, and what else it could be.
class CheckTest : public QObject {
    Q_OBJECT

private slots:
    void rivalsAreSentencesInJson();
    void everyInferenceOfATableStandsOnItsLine();
    void whatAPersonChoseIsToldApart();
};

void CheckTest::rivalsAreSentencesInJson()
{
    const auto ran = program::run({QStringLiteral("check"), bank, QStringLiteral("--json")});
    const QJsonArray zones = about(ran.out, QStringLiteral("zone of Bank"))[QLatin1String("rivals")].toArray();
    QCOMPARE(zones.size(), 3);
    QVERIFY(zones[0].toString().endsWith(QStringLiteral("standard time (UTC−5), 4 rows run backwards")));
    const QJsonObject clock = about(ran.out, QStringLiteral("clock of row 15"));
    QCOMPARE(clock[QLatin1String("answer")].toString(), QStringLiteral("20:00"));
    QCOMPARE(clock[QLatin1String("rivals")].toArray(), QJsonArray{QStringLiteral("08:00")});
}

void CheckTest::everyInferenceOfATableStandsOnItsLine()
{
    const QTemporaryDir folder;
    const QString path = written(folder, QStringLiteral("log.csv"), "date,time,event\n7/10/2019,10:35 PST,look\n7/10/2019,10:37 PST,look again\n");
    const auto ran = program::run({QStringLiteral("check"), path});
    for (const char* line : {"  line 2, dates in digits: month first\n", "    or else: day first: '7/10/2019' is 7 October 2019\n",
             "  line 2, offset of 'PST': local time there (UTC−7)\n", "    or else: UTC−8, as written\n"})
        QVERIFY2(ran.out.contains(line), ran.out.constData());
}

void CheckTest::whatAPersonChoseIsToldApart()
{
    const auto ran = program::run({QStringLiteral("check"), bank, QStringLiteral("--date"), QStringLiteral("2019-10-06")});
    QVERIFY2(ran.out.contains("  date: 6 October 2019\n    chosen by hand\n"), ran.out.constData());
}

QTEST_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
