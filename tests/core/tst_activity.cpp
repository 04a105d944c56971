#include "core/activity.h"
#include "core/activity_text.h"
#include "support/bank_timeline.h"
#include <QTest>
#include <cmath>

using namespace lockstep;
using namespace date::literals;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

/// Minutes after the midnight of UTC with which 7 October 2019 begins.
Instant seventh(int hour, int minute)
{
    return date::sys_days{2019_y / date::October / 7} + hours{hour} + minutes{minute};
}

Span window(Instant begin, int length = 65)
{
    return {begin, begin + minutes{length}};
}

Activity illustration()
{
    return activityIllustration().value();
}

/// Percent with two decimals, as the figures are stated.
QString percent(double share)
{
    return QString::number(share * 100, 'f', 2);
}

std::string hoursWith(const std::string& tail, int from = 0)
{
    std::string text;
    for (int hour = from; hour < 24; ++hour)
        text += std::to_string(hour) + ", 1" + tail + "\n";
    return text;
}

} // namespace

class TestActivity : public QObject {
    Q_OBJECT
private slots:
    /// Source: the product's own figures, found again with Python's fractions and zoneinfo.
    void theIllustrationIsTouchedAsTheProductStates_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("minute");
        QTest::addColumn<QString>("world");
        QTest::addColumn<QString>("newYork");
        QTest::addColumn<QString>("madrid");
        QTest::addColumn<QString>("hoChiMinh");
        QTest::newRow("as recorded") << 3 << 30 << "1.53" << "1.14" << "1.47" << "8.22";
        QTest::newRow("least of the world") << 4 << 57 << "1.23" << "0.56" << "3.86" << "7.48";
        QTest::newRow("least for the worst region") << 0 << 21 << "4.31" << "4.75" << "0.35" << "4.74";
        QTest::newRow("New York's night") << 6 << 57 << "1.42" << "0.33" << "7.74" << "7.20";
    }
    void theIllustrationIsTouchedAsTheProductStates()
    {
        QFETCH(int, hour);
        QFETCH(int, minute);
        const Touched touched = touchedBy(illustration(), window(seventh(hour, minute)));
        QTEST(percent(touched.world), "world");
        QTEST(percent(touched.regions[0]), "newYork");
        QTEST(percent(touched.regions[1]), "madrid");
        QTEST(percent(touched.regions[2]), "hoChiMinh");
        QCOMPARE(touched.worst(), std::max({touched.regions[0], touched.regions[1], touched.regions[2]}));
    }

    void eachRegionsNightIsTouchedAlike()
    {
        const Activity activity = illustration();
        const Instant nights[] = {seventh(6, 57), seventh(0, 57), seventh(19, 57)};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(activity.regions[i].zone.wallAt(nights[i]).time_since_epoch() % hours{24}, Millis{hours{2} + minutes{57}});
            QCOMPARE(percent(touchedOf(activity.regions[i], window(nights[i]))), QStringLiteral("0.33"));
        }
    }

    void theBuiltInCurveSaysWhatItIs()
    {
        const Activity activity = illustration();
        QVERIFY(activity.isIllustration);
        QCOMPARE(activity.name, "an illustration, not data");
        QCOMPARE(activity.regions.size(), std::size_t{3});
        QCOMPARE(activity.regions[0].name, "New York");
        QCOMPARE(activity.regions[2].name, "Ho Chi Minh City");
        QCOMPARE(activity.regions[2].zone.name(), "Asia/Ho_Chi_Minh");
        QCOMPARE(activity.regions[0].share, 0.85);
    }

    void aUniformCurveGivesEveryHourTheSame()
    {
        const Activity flat = readActivity(hoursWith("")).value();
        for (int start = 0; start < 24 * 60; start += 7)
            QCOMPARE(percent(touchedBy(flat, window(seventh(0, start), 60)).world), QStringLiteral("4.17"));
    }

    void aDayIsOneDayWhereverItBegins()
    {
        for (const int start : {0, 1, 61, 1439})
            QVERIFY(std::abs(touchedBy(illustration(), window(seventh(0, start), 24 * 60)).world - 1) < 1e-12);
    }

    void betweenTheHoursTheCurveIsLinear()
    {
        // Hours 0 and 1 weigh 2 and 4, the others nothing: of 6 parts a day the first half hour has (2 + 3) / 2 / 2.
        std::string text = "0 2\n1 4\n";
        for (int hour = 2; hour < 24; ++hour)
            text += std::to_string(hour) + " 0\n";
        const Activity activity = readActivity(text).value();
        QCOMPARE(touchedBy(activity, window(seventh(0, 0), 30)).world, 1.25 / 6);
        QCOMPARE(touchedBy(activity, window(seventh(0, 30), 30)).world, 1.75 / 6);
        QCOMPARE(touchedBy(activity, window(seventh(1, 0), 60)).world, 2.0 / 6);
    }

    void nothingIsTouchedByNoLength()
    {
        QCOMPARE(touchedBy(illustration(), window(seventh(5, 0), 0)).world, 0.0);
    }

    /// On 27 October 2019 Madrid's clocks went from 03:00 back to 02:00 at 01:00 UTC, on 31 March from 02:00 to 03:00.
    void clocksFollowTheZoneThroughANightOfChange_data()
    {
        QTest::addColumn<Instant>("begin");
        QTest::addColumn<int>("length");
        QTest::addColumn<double>("expected");
        // Weights of 1 between 02:00 and 03:00 of a clock, else rising to it and falling from it: 2 parts a day.
        const Instant back = date::sys_days{2019_y / date::October / 27}, forth = date::sys_days{2019_y / date::March / 31};
        QTest::newRow("the hour before it is repeated") << back << 60 << 0.5;
        QTest::newRow("the repeated hour") << back + hours{1} << 60 << 0.5;
        QTest::newRow("both") << back << 120 << 1.0;
        QTest::newRow("the same clocks a day later") << back + hours{24 + 1} << 60 << 0.5;
        QTest::newRow("two hours around the skipped one") << forth << 120 << 0.5;
        QTest::newRow("a whole day with the hour repeated") << back - hours{2} << 25 * 60 << 1.5;
        QTest::newRow("a whole day with the hour skipped") << forth - hours{1} << 23 * 60 << 0.5;
    }
    void clocksFollowTheZoneThroughANightOfChange()
    {
        QFETCH(Instant, begin);
        QFETCH(int, length);
        QFETCH(double, expected);
        std::string text;
        for (int hour = 0; hour < 24; ++hour)
            text += std::to_string(hour) + (hour == 2 || hour == 3 ? " 1" : " 0") + " Madrid\n";
        const Activity activity = readActivity(text).value();
        QVERIFY(std::abs(touchedBy(activity, window(begin, length)).world - expected) < 1e-9);
    }

    void anUndatedTimelineUsesTheOffsetsOfItsLanes()
    {
        const auto twoRegions = readActivity(hoursWith("", 1) + "0, 5\nshare, .5, New York\nshare, .5, Vietnam\n").value();
        const Timeline bank = undatedBankTimeline(false);
        const Activity activity = onAxisOf(bank, twoRegions).value();
        QCOMPARE(activity.regions[0].zone.name(), "-04:00");
        QCOMPARE(activity.regions[1].zone.name(), "+07:00");
        const Touched undated = touchedBy(activity, {bank.event(2).at, bank.event(13).at}), dated = touchedBy(twoRegions, window(seventh(3, 30)));
        QVERIFY(undated.world > 0);
        QCOMPARE(undated.world, dated.world);
        QCOMPARE(undated.regions[1], dated.regions[1]);
    }

    void aRegionWhoseClockTheDateDecidesIsNamed()
    {
        const auto refused = onAxisOf(undatedBankTimeline(false), illustration());
        QVERIFY(!refused);
        QCOMPARE(refused.error().what, "The clock of Madrid depends on the date, and the document has none.");
        QVERIFY(onAxisOf(bankTimeline(false), illustration()).has_value());
    }

    void withoutAnyZoneNoHourIsKnown()
    {
        Timeline bank = undatedBankTimeline(false);
        for (Lane& lane : bank.lanes)
            lane.zoneName.clear();
        QCOMPARE(onAxisOf(bank, illustration()).error().what, "No time zone is known, so the hour in each region is not.");
    }

    void aPersonsFileIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("regions"); // name, zone and share in percent
        const auto row = [](const char* name, const std::string& text, const char* regions) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromUtf8(regions);
        };
        row("hours of UTC", hoursWith(""), "UTC UTC 100");
        row("names of columns", "hour,weight\n" + hoursWith(""), "UTC UTC 100");
        row("a comment and a blank line", "# mine\n\n" + hoursWith(""), "UTC UTC 100");
        row("counts of two regions", hoursWith(", Madrid") + hoursWith("0, Vietnam"), "Madrid Europe/Madrid 9; Vietnam Asia/Ho_Chi_Minh 91");
        row("shares", hoursWith("") + "share, 3, America/New_York\nshare, 1, UTC+1\n", "New York America/New_York 75; UTC+1 +01:00 25");
        row("a curve of its own", hoursWith("") + hoursWith("0, Madrid") + "share, 1, Madrid\nshare, 1, Saigon\n",
            "Madrid Europe/Madrid 50; Saigon Asia/Ho_Chi_Minh 50");
        row("quotes", hoursWith(", \"Washington, D.C.\""), "Washington, D.C. America/New_York 100");
        std::string decimal;
        for (int hour = 0; hour < 24; ++hour)
            decimal += std::to_string(hour) + ":00;0,5;Madrid\n";
        row("semicolons and decimal commas", decimal, "Madrid Europe/Madrid 100");
    }
    void aPersonsFileIsRead()
    {
        QFETCH(QString, text);
        const auto activity = readActivity(text.toStdString());
        QVERIFY2(activity.has_value(), activity ? "" : activity.error().what.c_str());
        QStringList regions;
        for (const ActivityRegion& region : activity->regions)
            regions << QStringLiteral("%1 %2 %3").arg(QString::fromStdString(region.name), QString::fromStdString(region.zone.name())).arg(std::lround(region.share * 100));
        QTEST(regions.join(QStringLiteral("; ")), "regions");
        QVERIFY(!activity->isIllustration);
    }

    void aFaultyFileIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* name, const std::string& text, int line, const char* what) {
            QTest::newRow(name) << QString::fromStdString(text) << line << QString::fromUtf8(what);
        };
        row("nothing", "# only words\n", 0, "There are no hours in it.");
        row("24", "hour, weight\n" + hoursWith("") + "24, 1\n", 26, "'24' is no hour from 0 to 23.");
        row("a column for each place", "hour, New York, Saigon, Madrid\n0, 1, 2, 3\n", 2, "This line has more than three cells.");
        row("no number", "0, 1\n1, many\n", 2, "'many' is no weight.");
        row("below 0", "0, -1\n", 1, "'-1' is no weight.");
        row("twice", hoursWith("") + "7, 2\n", 25, "Hour 7 is given twice.");
        row("twice in a region", hoursWith(", Madrid") + "7, 2, madrid\n", 25, "Hour 7 of madrid is given twice.");
        row("an hour missing", hoursWith("", 1), 1, "Hour 0 has no weight.");
        row("an hour of a region missing", hoursWith(", Madrid", 1), 1, "Hour 0 of Madrid has no weight.");
        std::string nothing;
        for (int hour = 0; hour < 24; ++hour)
            nothing += std::to_string(hour) + " 0\n";
        row("all nothing", nothing, 1, "All weights are 0.");
        row("unknown place", hoursWith("") + "share, 1, Atlantis\n", 25, "No place or time zone is called 'Atlantis'.");
        row("several clocks", hoursWith("") + "share, 1, Washington\n", 25, "'Washington' has several clocks.");
        row("a share of nobody", hoursWith("") + "share, 1\n", 25, "This share names no region.");
        row("a region without a share", hoursWith(", Madrid") + hoursWith(", Vietnam") + "share, 1, Madrid\n", 25, "Vietnam has no share.");
        row("only shares", "share, 1, Madrid\n", 1, "There are no weights of Madrid.");
    }
    void aFaultyFileIsRefusedWithItsLine()
    {
        QFETCH(QString, text);
        const auto activity = readActivity(text.toStdString());
        QVERIFY(!activity);
        QTEST(QString::fromStdString(activity.error().what), "what");
        QTEST(activity.error().line, "line");
        QVERIFY(!activity.error().instead.empty());
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
