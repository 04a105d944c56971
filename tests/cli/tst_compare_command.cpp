#include "support/program.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

const QString study = program::timeline("bank-vietnam.lockstep");

program::Ran compare(const QStringList& scenarios, const QStringList& more = {})
{
    QStringList arguments{QStringLiteral("compare"), study};
    for (const QString& name : scenarios)
        arguments << QStringLiteral("--scenario") << name;
    return program::run(arguments + more);
}

QJsonObject json(const QStringList& scenarios)
{
    return QJsonDocument::fromJson(compare(scenarios, {QStringLiteral("--json")}).out).object();
}

} // namespace

class CompareCommandTest : public QObject {
    Q_OBJECT
private slots:
    void aWhatIfAloneIsComparedWithTheRecord();
    void theTextSaysTheSame();
    void severalOthersAreComparedOneByOne();
    void wrongUsageIsSaid_data();
    void wrongUsageIsSaid();
};

void CompareCommandTest::aWhatIfAloneIsComparedWithTheRecord()
{
    const QJsonObject said = json({QStringLiteral("lock only the master")});
    QCOMPARE(said.value(QLatin1String("scenario")).toString(), QStringLiteral("Lock only the master"));
    const QJsonArray comparisons = said.value(QLatin1String("comparisons")).toArray();
    QCOMPARE(comparisons.size(), 1);
    const QJsonObject with = comparisons[0].toObject();
    QCOMPARE(with.value(QLatin1String("with")).toString(), QStringLiteral("As recorded"));
    const QJsonArray sentences = with.value(QLatin1String("sentences")).toArray();
    QCOMPARE(sentences[0].toString(), QStringLiteral("Locking only the master lets the client look, but at old balances."));
    QCOMPARE(sentences[1].toString(), QStringLiteral("The bank is still locked out."));
    const QByteArray outcomes = QJsonDocument(with.value(QLatin1String("outcomes")).toArray()).toJson(QJsonDocument::Compact);
    QCOMPARE(outcomes, QByteArray(R"([{"now":"stale","row":3,"was":"blocked","was_row":3},{"now":"stale","row":4,"was":"blocked","was_row":4}])"));
    const QByteArray scopes = QJsonDocument(with.value(QLatin1String("scopes")).toArray()).toJson(QJsonDocument::Compact);
    QCOMPARE(scopes, QByteArray(R"([{"now":["master"],"was":"all","window":"backups"}])"));
}

void CompareCommandTest::theTextSaysTheSame()
{
    const QString out = QString::fromUtf8(compare({QStringLiteral("Lock only the master")}).out);
    QVERIFY2(out.startsWith(QStringLiteral("Lock only the master, compared with As recorded:\n"
                                           "  Locking only the master lets the client look, but at old balances.\n"
                                           "  The bank is still locked out.\n"
                                           "  Row 3, 10:35 in Vietnam, is out of date instead of during the lock.\n")),
        qPrintable(out));
    QVERIFY(out.contains(QStringLiteral("Row 13, 11:35 in Vietnam\n  As recorded: up to date\n  Lock only the master: up to date\n")));
}

void CompareCommandTest::severalOthersAreComparedOneByOne()
{
    const QJsonArray comparisons = json({QStringLiteral("Back up after the integration"), QStringLiteral("As recorded"), QStringLiteral("Lock only the master")})
                                       .value(QLatin1String("comparisons")).toArray();
    QCOMPARE(comparisons.size(), 2);
    QCOMPARE(comparisons[0].toObject().value(QLatin1String("with")).toString(), QStringLiteral("As recorded"));
    const QJsonArray moved = comparisons[0].toObject().value(QLatin1String("moved_windows")).toArray();
    QCOMPARE(moved[0].toObject().value(QLatin1String("begin_by_ms")).toInt(), 29 * 60'000);
    QCOMPARE(comparisons[1].toObject().value(QLatin1String("with")).toString(), QStringLiteral("Lock only the master"));
}

void CompareCommandTest::wrongUsageIsSaid_data()
{
    QTest::addColumn<QStringList>("scenarios");
    QTest::addColumn<QString>("message");
    QTest::newRow("none") << QStringList{} << QStringLiteral("Name the what-if to compare: --scenario NAME.");
    QTest::newRow("unknown") << QStringList{QStringLiteral("Nowhere")} << QStringLiteral("There is no scenario 'Nowhere'.");
    QTest::newRow("itself") << QStringList{QStringLiteral("As recorded")} << QStringLiteral("'As recorded' cannot be compared with itself.");
}

void CompareCommandTest::wrongUsageIsSaid()
{
    QFETCH(QStringList, scenarios);
    QFETCH(QString, message);
    const auto ran = compare(scenarios);
    QCOMPARE(ran.code, 1);
    QVERIFY2(QString::fromUtf8(ran.err).contains(message), ran.err.constData());
    QVERIFY(ran.out.isEmpty());
}

QTEST_GUILESS_MAIN(CompareCommandTest)
#include "tst_compare_command.moc"
