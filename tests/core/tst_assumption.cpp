#include "core/assumption.h"
#include "support/bank_timeline.h"
#include <QtTest>

using namespace lockstep;
using namespace std::chrono_literals;

class TestAssumption : public QObject {
    Q_OBJECT
private slots:
    void aPersonsActIsToldFromWhatRanByItself_data();
    void aPersonsActIsToldFromWhatRanByItself();
    void theSentenceSaysWhichWay_data();
    void theSentenceSaysWhichWay();
    void aMovedScheduleIsNoAssumption();
};

void TestAssumption::aPersonsActIsToldFromWhatRanByItself_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isPersons");
    QTest::newRow("the backups start") << 2 << int(Kind::Action) << false;
    QTest::newRow("the synchronisation ends") << 12 << int(Kind::Action) << false;
    QTest::newRow("support looks at the platform") << 8 << int(Kind::Read) << true;
    QTest::newRow("the bank sends a statement") << 14 << int(Kind::Message) << true;
    QTest::newRow("an alert without a name") << 11 << int(Kind::Detection) << false;
    QTest::newRow("Isa Gates faints") << 9 << int(Kind::Action) << true;
    QTest::newRow("what is scheduled, even in a person's lane") << 9 << int(Kind::Schedule) << false;
}

void TestAssumption::aPersonsActIsToldFromWhatRanByItself()
{
    QFETCH(int, row);
    QFETCH(int, kind);
    QFETCH(bool, isPersons);
    Timeline t = bankTimeline(true);
    t.lanes.at(1).person = "Isa Gates";
    Event& event = t.events.open().at(static_cast<std::size_t>(row - 1));
    event.kind = static_cast<Kind>(kind);
    QCOMPARE(isPersonsAct(t, event), isPersons);
}

void TestAssumption::theSentenceSaysWhichWay_data()
{
    QTest::addColumn<QList<int>>("minutes"); // of rows 8 and 13
    QTest::addColumn<QString>("sentence");
    QTest::newRow("earlier") << QList<int>{-5, 0} << "Row 8 was a person's act; that it would come earlier is an assumption.";
    QTest::newRow("later") << QList<int>{5, 0} << "Row 8 was a person's act; that it would come later is an assumption.";
    QTest::newRow("two") << QList<int>{5, 9} << "Rows 8 and 13 were acts of people; that they would come later is an assumption.";
    QTest::newRow("two ways") << QList<int>{5, -9} << "Rows 8 and 13 were acts of people; that they would come at another time is an assumption.";
    QTest::newRow("none") << QList<int>{0, 0} << "";
}

void TestAssumption::theSentenceSaysWhichWay()
{
    QFETCH(QList<int>, minutes);
    QFETCH(QString, sentence);
    const Timeline t = bankTimeline(true);
    Scenario scenario{"x", {}, {}};
    const int rows[] = {8, 13};
    for (int i = 0; i < 2; ++i)
        if (minutes[i] != 0)
            scenario.edits.emplace_back(MoveEvent{rows[i], std::chrono::minutes{minutes[i]}});
    QCOMPARE(QString::fromStdString(assumptionSentence(applied(t, scenario))), sentence);
}

void TestAssumption::aMovedScheduleIsNoAssumption()
{
    const Timeline t = bankTimeline(true);
    const TimelineView view = applied(t, {"x", {}, {MoveWindow{"backups", 29min, 29min}}});
    QCOMPARE(view.moved(2).count(), Millis{29min}.count());
    QCOMPARE(assumptionSentence(view), std::string{});
    QVERIFY(!isAssumedMove(view, 2));
}

QTEST_GUILESS_MAIN(TestAssumption)
#include "tst_assumption.moc"
