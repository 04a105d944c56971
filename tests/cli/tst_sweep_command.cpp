#include "support/program.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString study = program::timeline("bank-vietnam.lockstep");
const QStringList dated{QStringLiteral("--window"), QStringLiteral("backups"), QStringLiteral("--date"), QStringLiteral("2019-10-06")};

QJsonObject swept(const QStringList& more)
{
    const auto ran = program::run(QStringList{QStringLiteral("sweep"), study, QStringLiteral("--json")} + more);
    return ran.code == 0 ? QJsonDocument::fromJson(ran.out).object() : QJsonObject{};
}

QString percent(const QJsonValue& share)
{
    return QString::number(share.toDouble() * 100, 'f', 2);
}

} // namespace

class SweepCommandTest : public QObject {
    Q_OBJECT

private slots:
    void theBanksFiguresAreThoseTheProductStates()
    {
        const QJsonObject sweep = swept(dated);
        const QJsonObject now = sweep[QLatin1String("now")].toObject(), safest = sweep[QLatin1String("safest")].toObject();
        QCOMPARE(sweep[QLatin1String("length_ms")].toInt(), 65 * 60'000);
        QCOMPARE(now[QLatin1String("utc")].toString(), QStringLiteral("2019-10-07T03:30:00Z"));
        QCOMPARE(percent(now[QLatin1String("world")]), QStringLiteral("1.53"));
        QCOMPARE(percent(now[QLatin1String("regions")].toArray()[2]), QStringLiteral("8.22"));
        const QJsonObject world = safest[QLatin1String("world")].toObject(), worst = safest[QLatin1String("worst_region")].toObject();
        QCOMPARE(world[QLatin1String("utc")].toString(), QStringLiteral("2019-10-07T04:57:00Z"));
        QCOMPARE(percent(world[QLatin1String("world")]), QStringLiteral("1.23"));
        QCOMPARE(worst[QLatin1String("utc")].toString(), QStringLiteral("2019-10-07T00:21:00Z"));
        QCOMPARE(percent(worst[QLatin1String("world")]), QStringLiteral("4.31"));
        QStringList nights;
        for (const QJsonValue& night : safest[QLatin1String("per_region")].toArray())
            nights << night[QLatin1String("region")].toString() + QLatin1Char(' ') + night[QLatin1String("utc")].toString().mid(11, 5) + QLatin1Char(' ')
                    + night[QLatin1String("local")].toString() + QLatin1Char(' ') + percent(night[QLatin1String("share")]);
        QCOMPARE(nights, (QStringList{QStringLiteral("New York 06:57 02:57 0.33"), QStringLiteral("Madrid 00:57 02:57 0.33"), QStringLiteral("Ho Chi Minh City 19:57 02:57 0.33")}));
    }

    void everyStartHasItsLookUps()
    {
        const QJsonArray starts = swept(dated)[QLatin1String("starts")].toArray();
        QCOMPARE(starts.size(), 1440);
        QCOMPARE(starts[210][QLatin1String("utc")].toString(), QStringLiteral("2019-10-07T03:30:00Z"));
        QCOMPARE(starts[210][QLatin1String("blocked")].toInt(), 3);
        QCOMPARE(starts[297][QLatin1String("blocked")].toInt(-1), 0);
        QCOMPARE(starts[297][QLatin1String("stale")].toInt(), 2);
    }

    void anIllustrationIsNamedOne()
    {
        const QJsonObject activity = swept(dated)[QLatin1String("activity")].toObject();
        QVERIFY(activity[QLatin1String("illustration")].toBool());
        const auto ran = program::run(QStringList{QStringLiteral("sweep"), study} + dated);
        QVERIFY(ran.out.contains("The activity is an illustration, not data."));
        QVERIFY(ran.out.contains("04:57 UTC, 00:57 in Washington, 11:57 in Vietnam: 1.23% of the world's inquiries"));
    }

    /// Without a date Madrid's offset is not known, so there are no shares; the look-ups are counted all the same.
    void anUndatedDocumentIsSweptWithoutADate()
    {
        const auto ran = program::run({QStringLiteral("sweep"), study, QStringLiteral("--window"), QStringLiteral("backups"), QStringLiteral("--json")});
        const QJsonObject sweep = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(sweep[QLatin1String("activity")].toObject()[QLatin1String("missing")].toString(),
            QStringLiteral("The clock of Madrid depends on the date, and the document has none. Set the date."));
        const QJsonObject start = sweep[QLatin1String("starts")].toArray()[210].toObject();
        QCOMPARE(start[QLatin1String("utc_clock")].toString(), QStringLiteral("03:30:00"));
        QCOMPARE(start[QLatin1String("blocked")].toInt(), 3);
        for (const char* never : {"1970", "2019", "\"utc\""})
            QVERIFY2(!ran.out.contains(never), never);
        const auto text = program::run({QStringLiteral("sweep"), study, QStringLiteral("--window"), QStringLiteral("backups")});
        QVERIFY(!text.out.contains("19"+QByteArray("70")) && text.out.contains("day 2"));
    }

    void aFileOfOnesOwnIsRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.csv"));
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int hour = 0; hour < 24; ++hour)
            file.write(QByteArray::number(hour) + ", 1, Vietnam\n");
        file.close();
        const QJsonObject sweep = swept(dated + QStringList{QStringLiteral("--activity"), path});
        QCOMPARE(sweep[QLatin1String("activity")].toObject()[QLatin1String("name")].toString(), QStringLiteral("mine.csv"));
        QVERIFY(!sweep[QLatin1String("activity")].toObject()[QLatin1String("illustration")].toBool());
        QCOMPARE(sweep[QLatin1String("safest")].toObject()[QLatin1String("world")].toObject()[QLatin1String("utc")].toString(), QStringLiteral("2019-10-07T00:00:00Z"));
    }

    void whatCannotBeDoneIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("which window") << QStringList{study} << 1 << QByteArray("Several windows can be tried");
        QTest::newRow("no such window") << QStringList{study, QStringLiteral("--window"), QStringLiteral("x")} << 1 << QByteArray("Backups and Integration");
        QTest::newRow("no such file") << (QStringList{study} + dated + QStringList{QStringLiteral("--activity"), QStringLiteral("/no/such.csv")}) << 2 << QByteArray("/no/such.csv");
        QTest::newRow("a faulty file") << (QStringList{study} + dated + QStringList{QStringLiteral("--activity"), study}) << 2 << QByteArray(":2: ");
    }
    void whatCannotBeDoneIsSaid()
    {
        QFETCH(QStringList, arguments);
        const auto ran = program::run(QStringList{QStringLiteral("sweep")} + arguments);
        QTEST(ran.code, "code");
        QFETCH(QByteArray, says);
        QVERIFY2(ran.err.contains(says), ran.err.constData());
        QVERIFY(ran.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SweepCommandTest)
#include "tst_sweep_command.moc"
