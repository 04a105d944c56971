#include "core/zone_run.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;

class TestZoneRun : public QObject {
    Q_OBJECT

private slots:
    void neighboursAreAnsweredAsIfEachWereAskedAlone_data()
    {
        QTest::addColumn<QString>("zone");
        // Half hours of summer, days left out, Ramadan, two changes in a day, an offset of seconds.
        for (const char* name : {"America/New_York", "Asia/Ho_Chi_Minh", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kwajalein", "Africa/Casablanca",
                 "Europe/Dublin", "Antarctica/Troll", "Asia/Kathmandu", "America/Caracas", "Europe/Amsterdam", "UTC", "+05:45"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void neighboursAreAnsweredAsIfEachWereAskedAlone()
    {
        QFETCH(QString, zone);
        const auto found = Zone::find(zone.toStdString());
        QVERIFY(found);
        ZoneRun run(*found);
        const WallTime begin{date::local_days{date::year{1885} / 1 / 1}}, end{date::local_days{date::year{2600} / 1 / 1}};
        for (WallTime wall = begin; wall < end; wall += 5h + 13min)
            if (const Moments one = run.at(wall), other = found->at(wall); !(one == other))
                QFAIL(date::format("%F %T", wall).c_str());
        // Minute by minute through 26 days with a change, forwards and back.
        const WallTime march{date::local_days{date::year{2021} / 3 / 8}};
        for (int minute = 0; minute < 26 * 24 * 60; ++minute)
            QVERIFY(run.at(march + std::chrono::minutes{minute}) == found->at(march + std::chrono::minutes{minute}));
        for (int minute = 26 * 24 * 60; minute > 0; minute -= 7)
            QVERIFY(run.at(march + std::chrono::minutes{minute}) == found->at(march + std::chrono::minutes{minute}));
    }
    void aChangeIsToldByHand()
    {
        ZoneRun run(*Zone::find("America/New_York"));
        const WallTime sunday{date::local_days{date::year{2021} / 3 / 14}};
        QVERIFY((run.at(sunday + 1h + 59min) == Moments{Moments::Kind::Unique, Instant{date::sys_days{date::year{2021} / 3 / 14}} + 6h + 59min, Instant{date::sys_days{date::year{2021} / 3 / 14}} + 6h + 59min}));
        QVERIFY(run.at(sunday + 2h + 30min).kind == Moments::Kind::Skipped);
        QVERIFY(run.at(sunday + 3h).earliest == Instant{date::sys_days{date::year{2021} / 3 / 14}} + 7h);
        const WallTime autumn{date::local_days{date::year{2021} / 11 / 7}};
        QVERIFY(run.at(autumn + 1h + 30min).kind == Moments::Kind::Repeated);
    }
};

QTEST_APPLESS_MAIN(TestZoneRun)
#include "tst_zone_run.moc"
