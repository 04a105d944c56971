#include "core/newest_first.h"
#include "core/resolve.h"
#include "support/draft_rows.h"
#include <QTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

class TestNewestFirst : public QObject {
    Q_OBJECT

private slots:
    void mostStepsBackMeanNewestFirst_data();
    void mostStepsBackMeanNewestFirst();
    void suchADocumentRunsInOrder();
    void aMidnightIsFoundReadingUpwards();
    void aRowOutOfPlaceIsStillToldOf();
};

void TestNewestFirst::mostStepsBackMeanNewestFirst_data()
{
    QTest::addColumn<QList<int>>("minutes");
    QTest::addColumn<bool>("newest");
    QTest::newRow("forwards") << QList<int>{1, 2, 3, 4} << false;
    QTest::newRow("backwards") << QList<int>{4, 3, 2, 1} << true;
    QTest::newRow("three rows backwards are disorder") << QList<int>{3, 2, 1} << false;
    QTest::newRow("one step forward among four back") << QList<int>{9, 8, 7, 6, 8, 5} << true;
    QTest::newRow("one step forward among three back") << QList<int>{9, 8, 6, 7, 5} << false;
    QTest::newRow("all at once") << QList<int>{5, 5, 5, 5, 5} << false;
}

void TestNewestFirst::mostStepsBackMeanNewestFirst()
{
    QFETCH(QList<int>, minutes);
    QFETCH(bool, newest);
    Steps steps;
    for (const int minute : minutes)
        steps.take(std::chrono::minutes{minute});
    QCOMPARE(steps.areNewestFirst(), newest);
}

void TestNewestFirst::suchADocumentRunsInOrder()
{
    // A status page of one day: the last row is the first that happened, nine hours before the top one.
    const auto row = [](int hour, int minute) { return DraftRow{hour, minute}.zone("UTC").on(2023, 2, 12, Where::DayLine); };
    const Resolved found = resolve(draftOf({row(17, 40), row(13, 51), row(9, 22), row(8, 58)}));
    QVERIFY(found.reversed.empty());
    QCOMPARE(found.timeline.event(1).at, Instant{date::sys_days{date::year{2023} / 2 / 12} + 17h + 40min});
    QCOMPARE(found.timeline.event(4).at, Instant{date::sys_days{date::year{2023} / 2 / 12} + 8h + 58min});
    QVERIFY(std::ranges::count(found.inferences, "newest first", &Inference::answer) == 1);
}

void TestNewestFirst::aMidnightIsFoundReadingUpwards()
{
    // 23:50 stands below 00:10: it was the evening before.
    const Resolved found = resolve(draftOf({DraftRow{2, 0}, DraftRow{1, 0}, DraftRow{0, 10}, DraftRow{23, 50}, DraftRow{23, 40}, DraftRow{23, 30}}));
    QVERIFY(found.reversed.empty());
    const auto& events = found.timeline.events;
    QCOMPARE(events[2].local - events[3].local, Millis{20min});
    QCOMPARE(events[0].local - events[5].local, Millis{150min});
}

void TestNewestFirst::aRowOutOfPlaceIsStillToldOf()
{
    const Resolved found = resolve(draftOf({DraftRow{9, 0}, DraftRow{8, 0}, DraftRow{7, 0}, DraftRow{6, 0}, DraftRow{6, 30}, DraftRow{5, 0}}));
    QCOMPARE(found.reversed.size(), std::size_t{1});
    // Read upwards row 5 comes before row 4, which lies half an hour before it.
    QCOMPARE(found.reversed.front().first, 5);
    QCOMPARE(found.reversed.front().second, 4);
    QCOMPARE(found.reversed.front().by, Millis{30min});
}

QTEST_GUILESS_MAIN(TestNewestFirst)
#include "tst_newest_first.moc"
