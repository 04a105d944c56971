#include "core/draft.h"
#include <QTest>

using namespace lockstep;

class TestCompact : public QObject {
    Q_OBJECT

private slots:
    void everyClockComesBack()
    {
        for (const Clock clock : {Clock{}, Clock{23, 59, 59, 999}, Clock{24, 10}, Clock{0, 0, 0, 1}, Clock{7, 5, 3}, Clock{24, 59, 59, 999}}) {
            const Compact<Clock> kept = clock;
            QVERIFY(kept.has_value());
            QVERIFY(*kept == clock);
            QCOMPARE(kept->hour, clock.hour);
        }
    }

    void everyDateComesBack()
    {
        for (const StatedDate date : {StatedDate{2019, 10, 6}, StatedDate{{}, 2, 29}, StatedDate{1, 1, 1}, StatedDate{9999, 12, 31}, StatedDate{0, 1, 1}}) {
            const Compact<StatedDate> kept = date;
            QVERIFY(kept.has_value());
            QVERIFY(*kept == date);
        }
    }

    void everyMomentComesBack()
    {
        using namespace std::chrono_literals;
        for (const Millis since : {Millis{0}, Millis{-1}, Millis{1'570'419'000'123}}) {
            QVERIFY(*Compact<Instant>{Instant{since}} == Instant{since});
            QVERIFY(*Compact<WallTime>{WallTime{since}} == WallTime{since});
        }
    }

    void nothingIsNoValue()
    {
        Compact<Clock> none;
        QVERIFY(!none && none == std::optional<Clock>{} && none == Compact<Clock>{});
        QVERIFY(std::optional<Clock>{none} == std::nullopt);
        QVERIFY(!(none == Clock{}));
        const Clock early{1, 2};
        none = early;
        QVERIFY(none == early && none == std::optional{early});
        none.reset();
        QVERIFY(!none.has_value());
        QVERIFY((none.value_or({3, 4}) == Clock{3, 4}));
    }

    void anOptionalOnTheLeftComparesAlike()
    {
        const std::optional<Clock> absent, noon = Clock{12};
        QVERIFY(absent == Compact<Clock>{});
        QVERIFY(!(absent == Compact<Clock>{Clock{}}));
        QVERIFY(noon == Compact<Clock>{Clock{12}});
    }

    void itTakesTheRoomOfItsNumber()
    {
        QCOMPARE(sizeof(Compact<Clock>), 4u);
        QCOMPARE(sizeof(Compact<StatedDate>), 4u);
        QCOMPARE(sizeof(Compact<Instant>), 8u);
        QVERIFY(sizeof(DraftEvent) <= 144);
    }
};

QTEST_GUILESS_MAIN(TestCompact)
#include "tst_compact.moc"
