#include "support/import_score.h"
#include "support/program.h"
#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace lockstep::test;

namespace {

/// The share of events with everything right. It may only rise.
constexpr double bestYield = 0.998;
constexpr double leastPrecision = 0.97;

QJsonDocument jsonOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument{};
}

void printRow(const QString& name, const ImportScore& score)
{
    const auto percent = [](double share) { return 100 * share; };
    qInfo("%-28s %4d %4d %5.1f%% %5.1f%% %5.1f%%", qPrintable(name.left(28)), score.want, score.got, percent(score.precision()),
          percent(score.recall()), percent(score.yield()));
}

} // namespace

class CorpusTest : public QObject {
    Q_OBJECT

private slots:
    void realTimelinesAreReadAsACarefulReaderDoes();
    void aWrongEventLowersTheYield();
};

void CorpusTest::realTimelinesAreReadAsACarefulReaderDoes()
{
    const QDir folder{QStringLiteral(LOCKSTEP_SOURCE_DIR "/tests/corpus")};
    const auto truths = folder.entryList({QStringLiteral("*.truth.json")}, QDir::Files, QDir::Name);
    QVERIFY(truths.size() >= 264);
    ImportScore all;
    qInfo("%-28s want  got   prec    rec  yield", "document");
    for (const auto& name : truths) {
        const auto stem = name.chopped(11);
        auto documents = folder.entryList({stem + QStringLiteral(".*")}, QDir::Files);
        documents.removeOne(name);
        QCOMPARE(documents.size(), 1);
        const auto ran = program::run({QStringLiteral("events"), folder.filePath(documents.first()), QStringLiteral("--json")});
        const auto truth = jsonOf(folder.filePath(name))[QLatin1String{"events"}].toArray();
        QVERIFY2(!truth.isEmpty(), qPrintable(name));
        const auto score = scoreImport(truth, QJsonDocument::fromJson(ran.out).array());
        printRow(documents.first(), score);
        for (const auto& problem : score.problems)
            qInfo("    %s", qPrintable(problem));
        all.add(score);
    }
    printRow(QStringLiteral("ALL"), all);
    QVERIFY(all.yield() >= bestYield);
    QVERIFY(all.precision() >= leastPrecision);
    QCOMPARE(all.zonesMadeUp, 0);
    QCOMPARE(all.datesMadeUp, 0);
}

void CorpusTest::aWrongEventLowersTheYield()
{
    const auto event = [](int line, const char* local, const char* zone, const char* text) {
        return QJsonObject{{QStringLiteral("line"), line}, {QStringLiteral("local"), QLatin1String{local}},
                           {QStringLiteral("zone"), *zone ? QJsonValue{QLatin1String{zone}} : QJsonValue{}}, {QStringLiteral("text"), QLatin1String{text}}};
    };
    const QJsonArray truth{event(1, "10:00", "UTC", "The site is down."), event(2, "10:05", "", "The team is called."),
                           event(3, "2024-01-05T10:10", "Europe/Paris", "The site is back.")};
    const QJsonArray read{event(1, "10:01", "UTC", "The site is down."), event(2, "2024-01-05T10:05", "UTC", "The team is called."),
                          event(3, "2024-01-05T10:10:00", "UTC+01:00", "The site is back"), event(9, "12:00", "", "Buy more disks.")};
    const auto score = scoreImport(truth, read);
    QCOMPARE(score.want, 3);
    QCOMPARE(score.hit, 3);
    QCOMPARE(score.full, 2);
    QCOMPARE(score.precision(), 0.75);
    QCOMPARE(score.zonesMadeUp, 1);
    QCOMPARE(score.datesMadeUp, 1);
    QCOMPARE(scoreImport(truth, {}).yield(), 0.0);
}

QTEST_GUILESS_MAIN(CorpusTest)
#include "tst_corpus.moc"
