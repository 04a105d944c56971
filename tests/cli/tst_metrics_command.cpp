#include "support/program.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString bank = program::timeline("bank-vietnam.md");
const QString study = program::timeline("bank-vietnam.lockstep");

QJsonObject json(const QStringList& arguments)
{
    const auto ran = program::run(QStringList{u"metrics"_s, u"--json"_s} + arguments);
    return ran.code == 0 ? QJsonDocument::fromJson(ran.out).object() : QJsonObject{};
}

QJsonObject metric(const QJsonObject& answer, const QString& title)
{
    for (const QJsonValue& each : answer.value(u"metrics"_s).toArray())
        if (each.toObject().value(u"title"_s).toString() == title)
            return each.toObject();
    return {};
}

} // namespace

class MetricsCommandTest : public QObject {
    Q_OBJECT
private slots:
    void theBankIncidentInMinutes_data();
    void theBankIncidentInMinutes();
    void countsHaveNoBounds();
    void withoutBoundsBothAreNullAndTheBasisSaysWhy();
    void aWhatIfIsNamed();
    void theNightClocksGoBack();
    void theTableHoldsEveryFigure();
    void checkHoldsClaimsAgainstTheRecord();
};

void MetricsCommandTest::theBankIncidentInMinutes_data()
{
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("Onset to detected") << 10 << 10;
    QTest::newRow("First impact to detected") << 5 << 5;
    QTest::newRow("Customer wait in chat") << 1 << 1;
    QTest::newRow("Onset to declared") << 19 << 19;
    QTest::newRow("Onset to synchronisation end") << 29 << 29;
    QTest::newRow("Onset to recovery seen") << 65 << 65;
    QTest::newRow("Client-visible") << 60 << 60;
    QTest::newRow("Lock length") << 60 << 65;
    QTest::newRow("Onset to statement") << 450 << 450;
    QTest::newRow("Onset to e-mail") << 570 << 570;
    QTest::newRow("Longest silence") << 385 << 385;
}

void MetricsCommandTest::theBankIncidentInMinutes()
{
    QFETCH(int, least);
    QFETCH(int, most);
    const QJsonObject answer = json({study});
    QCOMPARE(answer.keys(), (QStringList{u"metrics"_s, u"scenario"_s}));
    QCOMPARE(answer.value(u"scenario"_s).toString(), u"As recorded"_s);
    const QJsonObject found = metric(answer, QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(found.keys(), (QStringList{u"basis"_s, u"id"_s, u"least_ms"_s, u"most_ms"_s, u"title"_s}));
    QCOMPARE(found.value(u"least_ms"_s).toInt(), least * 60'000);
    QCOMPARE(found.value(u"most_ms"_s).toInt(), most * 60'000);
    QVERIFY(!found.value(u"basis"_s).toString().isEmpty());
}

void MetricsCommandTest::countsHaveNoBounds()
{
    const QJsonObject changes = metric(json({study}), u"Lane changes"_s);
    QCOMPARE(changes.keys(), (QStringList{u"basis"_s, u"count"_s, u"id"_s, u"title"_s}));
    QCOMPARE(changes.value(u"count"_s).toInt(), 9);
}

void MetricsCommandTest::withoutBoundsBothAreNullAndTheBasisSaysWhy()
{
    const QJsonObject found = metric(json({bank}), u"Onset to detected"_s);
    QVERIFY(found.value(u"least_ms"_s).isNull() && found.contains(u"least_ms"_s));
    QVERIFY(found.value(u"most_ms"_s).isNull() && found.contains(u"most_ms"_s));
    QCOMPARE(found.value(u"basis"_s).toString(), u"No row is marked as detected."_s);
}

void MetricsCommandTest::aWhatIfIsNamed()
{
    const QJsonObject answer = json({study, u"--scenario"_s, u"Back up after the integration"_s});
    QCOMPARE(answer.value(u"scenario"_s).toString(), u"Back up after the integration"_s);
    QCOMPARE(metric(answer, u"Lock length"_s).value(u"least_ms"_s).toInt(), 60 * 60'000);
}

void MetricsCommandTest::theNightClocksGoBack()
{
    const QJsonObject answer = json({study, u"--date"_s, u"2019-11-02"_s});
    QCOMPARE(metric(answer, u"Onset to statement"_s).value(u"most_ms"_s).toInt(), 510 * 60'000);
    QCOMPARE(metric(answer, u"Longest silence"_s).value(u"most_ms"_s).toInt(), 445 * 60'000);
    const QString undated = metric(json({study}), u"Onset to statement"_s).value(u"basis"_s).toString();
    QVERIFY2(undated.contains(u"On the night the clocks go back in Washington it would be 510 min."_s), qPrintable(undated));
}

void MetricsCommandTest::theTableHoldsEveryFigure()
{
    const auto ran = program::run({u"metrics"_s, study});
    QCOMPARE(ran.code, 0);
    const QString text = QString::fromUtf8(ran.out);
    QVERIFY(text.startsWith(u"Metric"_s));
    for (const QString& line : {u"Time to restore, onset to recovered"_s, u"Time to restore, first impact to recovered"_s, u"60 to 65 min"_s, u"6 h 25 min"_s})
        QVERIFY2(text.contains(line), qPrintable(line));
}

void MetricsCommandTest::checkHoldsClaimsAgainstTheRecord()
{
    const auto ran = program::run({u"check"_s, u"--json"_s, study});
    QCOMPARE(ran.code, 0);
    QStringList found;
    for (const QJsonValue& each : QJsonDocument::fromJson(ran.out).object().value(u"claims"_s).toArray()) {
        const QJsonObject claim = each.toObject();
        found << u"%1 %2: %3"_s.arg(claim.value(u"line"_s).toInt()).arg(claim.value(u"claim"_s).toString(), claim.value(u"verdict"_s).toString());
    }
    QCOMPARE(found, (QStringList{u"7 fewer than 5%: cannot be told"_s, u"7 23 hours of each day: does not hold"_s, u"35 at least 1 hour: cannot be told"_s}));
}

QTEST_GUILESS_MAIN(MetricsCommandTest)
#include "tst_metrics_command.moc"
