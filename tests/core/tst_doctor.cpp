#include "core/resolve.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QtTest>

using namespace lockstep;
using namespace lockstep::test;

namespace {

/// A row that writes its half of the day: "12:15AM".
DraftRow half(int hour, int minute, const char* written)
{
    DraftRow row{hour, minute};
    row.e.written = written;
    return row.zone("UTC", Where::Sentence, 3).on(2023, 5, 3, Where::Sentence);
}

/// "12:00PM outage begins / 12:15AM pagers alerted / 1:20AM site restored", told to have taken 80 minutes.
Draft outageAtNight(const std::string& duration)
{
    Draft draft = draftOf({half(12, 0, "12:00PM"), half(0, 15, "12:15AM"), half(0, 40, "12:40AM"), half(1, 20, "1:20AM")});
    draft.prose = {{3, duration}};
    return draft;
}

Resolved with(const Draft& draft, const Repair& repair)
{
    Reading reading;
    for (const Change& change : repair.changes)
        reading.push_back(byPerson(change));
    return resolve(draft, reading);
}

QStringList said(const std::vector<Repair>& repairs)
{
    QStringList all;
    for (const Repair& repair : repairs)
        all << QString::fromStdString(repair.what);
    return all;
}

} // namespace

/// The smallest repairs of rows that contradict the document, found and never applied unasked.
class TestDoctor : public QObject {
    Q_OBJECT

private slots:
    void aMidnightThatFitsNoDurationIsASlip();
    void aDurationIsReadInManyWords_data();
    void aDurationIsReadInManyWords();
    void aDurationThatFitsAsksForNothing();
    void aSlipAmongDatedRowsIsFound();
    void aDateReadInTheOtherOrderIsFound();
    void winterInsteadOfSummerIsFound();
    void aZoneWrittenElsewhereIsFound();
    void theOtherPlaceOfThatNameIsFound();
    void smallDisorderIsNoSlip();
    void rowsInOrderNeedNoRepair();
    void nothingIsAppliedUnasked();
    void aRepairLeavesACorrectionAlone();
    void everyRepairKeepsItsPromise();
};

void TestDoctor::aMidnightThatFitsNoDurationIsASlip()
{
    const Draft draft = outageAtNight("The outage lasted 1 hour and 20 minutes.");
    const Resolved found = resolve(draft);
    QVERIFY(found.reversed.empty());
    QCOMPARE(said(found.repairs).value(0), QStringLiteral("Read row 1 as 00:00; it says '12:00PM'."));
    QCOMPARE(QString::fromStdString(found.repairs[0].effect), QStringLiteral("Then it lasts 80 min, as line 3 says."));
    QVERIFY2(found.disorder.starts_with("The rows pass midnight"), found.disorder.c_str());
    QCOMPARE(said(found.repairs).value(1), QStringLiteral("Read rows 2 to 4 twelve hours off: row 2 as 12:15."));
    const Timeline mended = with(draft, found.repairs[0]).timeline;
    QCOMPARE(mended.event(4).at - mended.event(1).at, Millis{std::chrono::minutes{80}});
}

void TestDoctor::aDurationIsReadInManyWords_data()
{
    QTest::addColumn<QString>("sentence");
    for (const char* sentence : {"Duration: 1 h 20 min", "The site was down for 80 minutes.", "A 1 hour and 20 minutes outage.",
             "La caída duró 80 minutos.", "Sự cố kéo dài 80 phút."})
        QTest::newRow(sentence) << QString::fromUtf8(sentence);
}

void TestDoctor::aDurationIsReadInManyWords()
{
    QFETCH(QString, sentence);
    QCOMPARE(said(resolve(outageAtNight(sentence.toStdString())).repairs).value(0),
        QStringLiteral("Read row 1 as 00:00; it says '12:00PM'."));
}

void TestDoctor::aDurationThatFitsAsksForNothing()
{
    // Twelve hours and forty minutes after the first row lies the third.
    QCOMPARE(said(resolve(outageAtNight("The outage lasted 12 hours and 40 minutes.")).repairs), QStringList{});
    QCOMPARE(said(resolve(outageAtNight("Nobody noticed it.")).repairs), QStringList{});
}

void TestDoctor::aSlipAmongDatedRowsIsFound()
{
    const auto row = [](int h, int m, const char* written) { return half(h, m, written).on(2023, 5, 3); };
    const Draft draft = draftOf({row(10, 5, "10:05 AM"), row(11, 45, "11:45 AM"), row(0, 15, "12:15 AM"), row(12, 30, "12:30 PM")});
    const Resolved found = resolve(draft);
    QCOMPARE(found.reversed.size(), 1u);
    QCOMPARE(said(found.repairs).value(0), QStringLiteral("Read row 3 as 12:15; it says '12:15 AM'."));
    QVERIFY(with(draft, found.repairs[0]).reversed.empty());
}

void TestDoctor::aDateReadInTheOtherOrderIsFound()
{
    const auto row = [](int hour, unsigned month, unsigned day, const char* written) {
        return DraftRow{hour, 0}.zone("UTC", Where::Sentence, 3).on(2019, month, day, Where::Row, written);
    };
    // Written day first, read month first: 11 March, 12 March, 1 April.
    const Draft draft = draftOf({row(10, 11, 3, "11/3/2019"), row(11, 12, 3, "12/3/2019"), row(9, 1, 4, "1/4/2019")});
    const Resolved found = resolve(draft);
    QCOMPARE(found.reversed.size(), 1u);
    QCOMPARE(said(found.repairs).value(0), QStringLiteral("Read the dates day first: row 1 as 11 March 2019; it says '11/3/2019'."));
    const Resolved mended = with(draft, found.repairs[0]);
    QVERIFY(mended.reversed.empty());
    QCOMPARE(mended.timeline.event(3).at - mended.timeline.event(1).at, Millis{std::chrono::hours{21 * 24 - 1}});
    // The year first, or a month in words, leaves no choice.
    for (const char* written : {"2019-11-03", "3 November 2019"}) {
        const Draft sure = draftOf({row(10, 11, 3, written), row(11, 12, 3, "12/3/2019"), row(9, 1, 4, "4 January 2019")});
        for (const Repair& repair : resolve(sure).repairs)
            QVERIFY2(!repair.what.starts_with("Read the dates"), repair.what.c_str());
    }
}

void TestDoctor::winterInsteadOfSummerIsFound()
{
    using namespace date::literals;
    const Draft draft = seedDraft();
    Reading reading{byPerson(SetDate{2019_y / 3 / 9})};
    const Resolved found = resolve(draft, reading);
    QCOMPARE(found.reversed.size(), 4u);
    QVERIFY(said(found.repairs).contains(QStringLiteral("Read Bank by summer time (UTC−4).")));
    for (const Change& change : found.repairs.at(0).changes)
        reading.push_back(byPerson(change));
    QVERIFY(resolve(draft, reading).reversed.empty());
}

void TestDoctor::aZoneWrittenElsewhereIsFound()
{
    const auto row = [](int h, int m, const char* zone, Where where) { return DraftRow{h, m}.zone(zone, where, 7).on(2023, 7, 3); };
    const Draft draft = draftOf({row(10, 5, "GMT+2", Where::ColumnHead), row(10, 20, "GMT+2", Where::ColumnHead),
        row(10, 30, "GMT", Where::Row), row(10, 40, "GMT+2", Where::ColumnHead), row(10, 50, "GMT", Where::Row)});
    const Resolved found = resolve(draft);
    QCOMPARE(found.reversed.size(), 1u);
    QCOMPARE(said(found.repairs), QStringList{QStringLiteral("Read Events by GMT, as line 7 says.")});
    QVERIFY(with(draft, found.repairs[0]).reversed.empty());
}

void TestDoctor::theOtherPlaceOfThatNameIsFound()
{
    // A person chose Washington state; the order of the rows speaks for the city.
    const Draft draft = seedDraft();
    const Resolved found = resolve(draft, {byPerson(SetZone{"Bank", "America/Los_Angeles"}), byPerson(SetDate{date::year{2019} / 7 / 6})});
    QCOMPARE(found.reversed.size(), 5u);
    QCOMPARE(said(found.repairs).value(0), QStringLiteral("Read Bank by Washington, D.C."));
}

void TestDoctor::smallDisorderIsNoSlip()
{
    const auto row = [](int h, int m) { return DraftRow{h, m}.zone("UTC").on(2023, 5, 3); };
    const Resolved found = resolve(draftOf({row(10, 5), row(10, 20), row(10, 10), row(10, 40)}));
    QCOMPARE(found.reversed.size(), 1u);
    QCOMPARE(said(found.repairs), QStringList{});
}

void TestDoctor::rowsInOrderNeedNoRepair()
{
    QCOMPARE(said(resolve(seedDraft()).repairs), QStringList{});
}

void TestDoctor::nothingIsAppliedUnasked()
{
    const Resolved found = resolve(outageAtNight("The outage lasted 80 minutes."));
    QVERIFY(!found.repairs.empty());
    QCOMPARE(instantsOf(found.timeline).at(0), std::string{"2023-05-03 12:00"});
    QCOMPARE(instantsOf(found.timeline).at(1), std::string{"2023-05-04 00:15"});
}

void TestDoctor::aRepairLeavesACorrectionAlone()
{
    const Draft draft = outageAtNight("The outage lasted 80 minutes.");
    const Resolved found = resolve(draft, {byPerson(SetClock{1, Clock{.hour = 11}, {}})});
    for (const Repair& repair : found.repairs)
        for (const Change& change : repair.changes)
            if (const auto* clock = std::get_if<SetClock>(&change))
                QVERIFY(clock->event != 1);
}

void TestDoctor::everyRepairKeepsItsPromise()
{
    const auto row = [](int h, int m, const char* written) { return half(h, m, written).on(2023, 5, 3); };
    const Draft draft = draftOf({row(9, 0, "9:00 AM"), row(21, 30, "9:30 PM"), row(10, 0, "10:00 AM"), row(10, 30, "10:30 AM")});
    const Resolved found = resolve(draft);
    QVERIFY(found.repairs.size() >= 2);
    for (const Repair& repair : found.repairs) {
        QVERIFY(with(draft, repair).reversed.size() < found.reversed.size());
        QVERIFY(repair.what.size() < 120 && repair.what.back() == '.');
    }
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
