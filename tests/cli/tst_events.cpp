#include "support/program.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

const QString bank = program::timeline("bank-vietnam.md");
const QString study = program::timeline("bank-vietnam.lockstep");

QJsonArray events(const QStringList& arguments)
{
    const auto ran = program::run(QStringList{QStringLiteral("events"), QStringLiteral("--json")} + arguments);
    return ran.code == 0 ? QJsonDocument::fromJson(ran.out).array() : QJsonArray{};
}

QString at(const QJsonArray& rows, int row, const char* key)
{
    return rows.at(row - 1).toObject().value(QLatin1String(key)).toString();
}

QStringList column(const QJsonArray& rows, const char* key)
{
    QStringList values;
    for (int row = 1; row <= rows.size(); ++row)
        values << at(rows, row, key);
    return values;
}

} // namespace

class EventsTest : public QObject {
    Q_OBJECT

private slots:
    void anUndatedDocumentHasClocksAndDays();
    void aDateGivesEveryRowItsInstant_data();
    void aDateGivesEveryRowItsInstant();
    void winterTimeLeavesFourRowsBackwards();
    void aScenarioMovesWhatItSays();
    void everyShippedWhatIfComesOutAsTheTableSays_data();
    void everyShippedWhatIfComesOutAsTheTableSays();
    void aVoidRowSaysSoThoughItIsNoLookUp();
    void anEffectBeforeItsCauseIsToldWithItsLine();
    void everyElementHasTheSameKeysInTheSameOrder();
    void standardInputReadsAsTheFileDoes();
    void theMachinesZoneChangesNothing_data();
    void theMachinesZoneChangesNothing();
    void theTableAndTheCsvHoldEveryRow();
};

void EventsTest::anUndatedDocumentHasClocksAndDays()
{
    const QJsonArray rows = events({bank});
    QCOMPARE(rows.size(), 15);
    QCOMPARE(column(rows, "local"),
             QStringLiteral("23:30:00 23:30:00 10:35:00 10:37:00 10:39:00 23:40:00 10:41:00 23:44:00 10:45:00 23:46:00 "
                            "23:49:00 23:59:00 11:35:00 07:00:00 20:00:00").split(QLatin1Char(' ')));
    QCOMPARE(column(rows, "utc_clock"),
             QStringLiteral("03:30:00 03:30:00 03:35:00 03:37:00 03:39:00 03:40:00 03:41:00 03:44:00 03:45:00 03:46:00 "
                            "03:49:00 03:59:00 04:35:00 11:00:00 13:00:00").split(QLatin1Char(' ')));
    const QList<int> days{0, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1};
    for (int row = 1; row <= 15; ++row) {
        const QJsonObject event = rows.at(row - 1).toObject();
        QVERIFY(event.value(QLatin1String("utc")).isNull());
        QCOMPARE(event.value(QLatin1String("day")).toInt(-1), days.at(row - 1));
        QCOMPARE(event.value(QLatin1String("id")).toInt(), row);
        QCOMPARE(event.value(QLatin1String("moved_ms")).toInt(-1), 0);
    }
    QCOMPARE(at(rows, 1, "zone"), QStringLiteral("America/New_York"));
    QCOMPARE(at(rows, 3, "zone"), QStringLiteral("Asia/Ho_Chi_Minh"));
    QCOMPARE(at(rows, 4, "written"), QStringLiteral("hora 10:37 am"));
    QCOMPARE(at(rows, 15, "written"), QStringLiteral("hora 20:00 pm"));
    QCOMPARE(at(rows, 1, "lane"), QStringLiteral("Bank"));
}

void EventsTest::aDateGivesEveryRowItsInstant_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("day"); ///< of every instant, in UTC
    QTest::addColumn<QString>("clocks");
    QTest::newRow("a night in October") << QStringLiteral("2019-10-06") << QStringLiteral("2019-10-07")
        << QStringLiteral("03:30 03:30 03:35 03:37 03:39 03:40 03:41 03:44 03:45 03:46 03:49 03:59 04:35 11:00 13:00");
    QTest::newRow("clocks go back that night") << QStringLiteral("2019-11-02") << QStringLiteral("2019-11-03")
        << QStringLiteral("03:30 03:30 03:35 03:37 03:39 03:40 03:41 03:44 03:45 03:46 03:49 03:59 04:35 12:00 13:00");
    // Washington is at UTC-5 until 07:00 UTC on the 10th, at UTC-4 after that.
    QTest::newRow("clocks go forward that night") << QStringLiteral("2019-03-09") << QStringLiteral("2019-03-10")
        << QStringLiteral("04:30 04:30 03:35 03:37 03:39 04:40 03:41 04:44 03:45 04:46 04:49 04:59 04:35 11:00 13:00");
}

void EventsTest::aDateGivesEveryRowItsInstant()
{
    QFETCH(QString, date);
    QFETCH(QString, day);
    QFETCH(QString, clocks);
    const QJsonArray rows = events({bank, QStringLiteral("--date"), date});
    QStringList expected;
    for (const QString& clock : clocks.split(QLatin1Char(' ')))
        expected << day + QLatin1Char('T') + clock + QStringLiteral(":00Z");
    QCOMPARE(column(rows, "utc"), expected);
    QCOMPARE(at(rows, 1, "local"), date + QStringLiteral("T23:30:00"));
    QCOMPARE(at(rows, 3, "local"), day + QStringLiteral("T10:35:00"));
    for (int row = 1; row <= 15; ++row)
        QVERIFY(rows.at(row - 1).toObject().value(QLatin1String("day")).isNull());
}

void EventsTest::winterTimeLeavesFourRowsBackwards()
{
    const auto ran = program::run({QStringLiteral("check"), bank, QStringLiteral("--json"), QStringLiteral("--date"),
                                   QStringLiteral("2019-03-09")});
    QCOMPARE(ran.code, 0);
    const QJsonArray order = QJsonDocument::fromJson(ran.out).object().value(QLatin1String("order")).toArray();
    const QList<QList<int>> expected{{2, 3, 55}, {6, 7, 59}, {8, 9, 59}, {12, 13, 24}};
    QCOMPARE(order.size(), expected.size());
    for (int i = 0; i < expected.size(); ++i) {
        const QJsonObject pair = order.at(i).toObject();
        QCOMPARE((QList<int>{pair.value(QLatin1String("first")).toInt(), pair.value(QLatin1String("second")).toInt(),
                             pair.value(QLatin1String("by_ms")).toInt() / 60'000}), expected.at(i));
    }
}

void EventsTest::aScenarioMovesWhatItSays()
{
    const QJsonArray recorded = events({study});
    QCOMPARE(at(recorded, 3, "outcome"), QStringLiteral("blocked"));
    QCOMPARE(at(recorded, 13, "outcome"), QStringLiteral("fresh"));
    const QJsonArray moved = events({study, QStringLiteral("--scenario"), QStringLiteral("Back up after the integration")});
    QCOMPARE(at(moved, 3, "outcome"), QStringLiteral("stale"));
    QCOMPARE(at(moved, 4, "outcome"), QStringLiteral("stale"));
    QCOMPARE(at(moved, 8, "outcome"), QStringLiteral("fresh"));
    QCOMPARE(at(moved, 13, "outcome"), QStringLiteral("blocked"));
    QCOMPARE(moved.at(1).toObject().value(QLatin1String("moved_ms")).toInt(), 29 * 60'000);
    QCOMPARE(at(moved, 2, "local"), QStringLiteral("23:59:00"));
    QCOMPARE(at(moved, 2, "written"), at(recorded, 2, "written"));
}

void EventsTest::everyShippedWhatIfComesOutAsTheTableSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("outcomes"); ///< of rows 3, 4, 8 and 13
    const auto row = [](const char* name, const char* outcomes) { QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(outcomes); };
    row("As recorded", "blocked blocked blocked fresh");
    row("Lock only the master", "stale stale blocked fresh");
    row("Lock only the master, bank reads the mirror too", "stale stale stale fresh");
    row("Back up after the integration", "stale stale fresh blocked");
    row("Integrate at 23:00, lock only the master", "fresh void void fresh");
    row("Integrate at 23:00, lock only the master, bank reads the mirror too", "fresh void void fresh");
    row("Back up in each region's night", "stale stale fresh fresh");
}

void EventsTest::everyShippedWhatIfComesOutAsTheTableSays()
{
    QFETCH(QString, name);
    QFETCH(QString, outcomes);
    const QJsonArray rows = events({study, QStringLiteral("--scenario"), name});
    QStringList found;
    for (const int row : {3, 4, 8, 13})
        found << at(rows, row, "outcome");
    QCOMPARE(found.join(QLatin1Char(' ')), outcomes);
}

void EventsTest::aVoidRowSaysSoThoughItIsNoLookUp()
{
    const QJsonArray rows = events({study, QStringLiteral("--scenario"), QStringLiteral("Integrate at 23:00, lock only the master")});
    QCOMPARE(column(rows, "outcome"),
             (QStringList{{}, {}, QStringLiteral("fresh"), QStringLiteral("void"), QStringLiteral("void"), QStringLiteral("void"),
                          QStringLiteral("void"), QStringLiteral("void"), QStringLiteral("void"), QStringLiteral("void"), QStringLiteral("void"), {},
                          QStringLiteral("fresh"), QStringLiteral("void"), QStringLiteral("void")}));
    QVERIFY(rows.at(0).toObject().value(QLatin1String("outcome")).isNull());
}

void EventsTest::anEffectBeforeItsCauseIsToldWithItsLine()
{
    QFile file{study};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray moved = file.readAll();
    const QByteArray edit = "{\"edit\": \"move event\", \"row\": 2, \"by\": \"29 min\"}";
    QVERIFY(moved.contains(edit));
    moved.replace(edit, "{\"edit\": \"move event\", \"row\": 6, \"by\": \"-4 min\"}");
    const QStringList words{QStringLiteral("check"), QStringLiteral("-"), QStringLiteral("--json")};
    const auto problems = [](const program::Ran& ran) {
        QStringList found;
        for (const QJsonValue& problem : QJsonDocument::fromJson(ran.out).object().value(QLatin1String("problems")).toArray())
            found << QString::number(problem.toObject().value(QLatin1String("line")).toInt()) + QStringLiteral(": ")
                    + problem.toObject().value(QLatin1String("what")).toString();
        return found;
    };
    const QString fault = QStringLiteral("20: Row 6 now lies 3 min before row 5, which it responds to.");
    QVERIFY(!problems(program::run(words, moved)).contains(fault));
    const auto checked = program::run(words + QStringList{QStringLiteral("--scenario"), QStringLiteral("Back up after the integration")}, moved);
    QVERIFY2(problems(checked).contains(fault), checked.out.constData());
}

void EventsTest::everyElementHasTheSameKeysInTheSameOrder()
{
    const QByteArrayList keys{"id", "line", "lane", "actor", "text", "written", "local", "zone", "utc", "day", "utc_clock",
                              "end_local", "end_utc", "approx", "reads", "outcome", "moved_ms", "notes"};
    const auto ran = program::run({QStringLiteral("events"), bank, QStringLiteral("--json")});
    const QJsonArray rows = QJsonDocument::fromJson(ran.out).array();
    QCOMPARE(rows.size(), 15);
    int from = 0;
    for (const QJsonValue& row : rows) {
        QCOMPARE(row.toObject().size(), keys.size());
        for (const QByteArray& key : keys) {
            const int found = static_cast<int>(ran.out.indexOf('"' + key + "\":", from));
            QVERIFY2(found >= from, key.constData());
            from = found;
        }
    }
}

void EventsTest::standardInputReadsAsTheFileDoes()
{
    QFile file{bank};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto piped = program::run({QStringLiteral("events"), QStringLiteral("-"), QStringLiteral("--json")}, file.readAll());
    QCOMPARE(piped.code, 0);
    QCOMPARE(piped.out, program::run({QStringLiteral("events"), bank, QStringLiteral("--json")}).out);
}

void EventsTest::theMachinesZoneChangesNothing_data()
{
    QTest::addColumn<QString>("zone");
    for (const char* zone : {"UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Nowhere/Land", ":"})
        QTest::newRow(zone) << QString::fromUtf8(zone);
}

void EventsTest::theMachinesZoneChangesNothing()
{
    QFETCH(QString, zone);
    auto environment = program::headless();
    environment.insert(QStringLiteral("TZ"), zone);
    for (const QStringList& arguments : {QStringList{bank}, {bank, QStringLiteral("--date=2019-11-02")}, {study}}) {
        const QStringList words = QStringList{QStringLiteral("events"), QStringLiteral("--json")} + arguments;
        const auto ran = program::run(words, {}, environment);
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, program::run(words).out);
    }
}

void EventsTest::theTableAndTheCsvHoldEveryRow()
{
    const auto table = program::run({QStringLiteral("events"), bank});
    QCOMPARE(table.code, 0);
    QCOMPARE(table.out.count('\n'), 16);
    QVERIFY(table.out.contains("03:35"));
    const auto csv = program::run({QStringLiteral("events"), bank, QStringLiteral("--csv")});
    QCOMPARE(csv.code, 0);
    QCOMPARE(csv.out.count('\n'), 16);
    QVERIFY(csv.out.startsWith("id,line,lane,actor,text,written,local,zone,utc,day,utc_clock,"));
}

QTEST_GUILESS_MAIN(EventsTest)
#include "tst_events.moc"
