#include "core/anchors.h"
#include "core/metric.h"
#include "core/metric_definitions.h"
#include "core/resolve.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Timeline incident(bool dated = true)
{
    Timeline t = dated ? bankTimeline(true) : undatedBankTimeline(true);
    t.metrics = usualMetrics();
    t.links[2].kind = LinkKind::RespondsTo; // row 6 answers row 5
    return t;
}

std::optional<Measured> measured(const TimelineView& view, std::string_view id)
{
    for (Measured& each : metricsOf(view))
        if (each.id == id)
            return each;
    return {};
}

/// "10", "60 to 65", "60 or more", "count 9", "none"; in minutes. "missing" for a metric that is not listed.
QString minutes(const TimelineView& view, const QString& id)
{
    const auto metric = measured(view, id.toStdString());
    if (!metric)
        return u"missing"_s;
    if (metric->count)
        return u"count %1"_s.arg(*metric->count);
    if (!metric->least)
        return metric->most ? u"only a most"_s : u"none"_s;
    const auto least = QString::number(static_cast<double>(metric->least->count()) / 60'000);
    if (!metric->most)
        return least + u" or more"_s;
    const auto most = QString::number(static_cast<double>(metric->most->count()) / 60'000);
    return least == most ? least : least + u" to "_s + most;
}

QString basis(const TimelineView& view, std::string_view id)
{
    const auto metric = measured(view, id);
    return metric ? QString::fromStdString(metric->basis) : u"missing"_s;
}

/// "onset 1, first impact 3" of what was proposed.
QString moments(const Timeline& timeline)
{
    QStringList all;
    for (const Anchor& anchor : timeline.anchors)
        if (anchor.proposed)
            all << QString::fromStdString(anchor.name) + u' ' + QString::number(anchor.event);
    return all.join(u", "_s);
}

/// One row a text, a quarter of an hour apart, in one lane and zone.
Draft told(const QStringList& texts)
{
    std::vector<test::DraftRow> rows;
    for (int i = 0; i < texts.size(); ++i) {
        rows.push_back(test::DraftRow{10 + i / 4, i % 4 * 15}.by("Team").zone("UTC"));
    }
    Draft draft = test::draftOf(rows);
    for (int i = 0; i < texts.size(); ++i)
        draft.events.open()[static_cast<std::size_t>(i)].text = texts[i].toStdString();
    return draft;
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT
private slots:
    void theBankIncidentsFigures_data();
    void theBankIncidentsFigures();
    void recoveryIsAnUpperBoundAndSaysWhenItWasSeen();
    void aWhatIfThatTakesTheProofAwaySaysSo();
    void aReplySaysWhatItRepliesTo();
    void betweenTwoIncidentsIsNoSilence();
    void onTheNightClocksGoBack_data();
    void onTheNightClocksGoBack();
    void undatedTheNoteNamesThatNight();
    void twoMeaningsOfOneWordStandSideBySide();
    void withoutARowThereAreNoBounds_data();
    void withoutARowThereAreNoBounds();
    void aVoidRowHasNoBounds();
    void aDefinitionOfOtherMomentsWaitsForThem();
    void aWhatIfIsMeasuredLikeTheRecord();
    void clocksThatCannotBeComparedGiveNoLength();
    void aDateWithoutAClockGivesARange();
    void anOpenEndHasNoMost();
    void momentsAreReadFromTheWords_data();
    void momentsAreReadFromTheWords();
    void theSeedsMomentsAreProposed();
    void aPersonsMomentsWin();
    void definitionsAreAddedAndRemoved();
};

void TestMetrics::theBankIncidentsFigures_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("onset-detected") << u"10"_s;
    QTest::newRow("impact-detected") << u"5"_s;
    QTest::newRow("chat-wait") << u"1"_s;
    QTest::newRow("onset-declared") << u"19"_s;
    QTest::newRow("onset-synchronised") << u"29"_s;
    QTest::newRow("onset-recovered") << u"65"_s;
    QTest::newRow("client-visible") << u"60"_s;
    QTest::newRow("length-backups") << u"60 to 65"_s;
    QTest::newRow("length-integration") << u"29"_s;
    QTest::newRow("onset-statement") << u"450"_s;
    QTest::newRow("onset-email") << u"570"_s;
    QTest::newRow("longest-silence") << u"385"_s;
    QTest::newRow("silence-14-15") << u"120"_s;
    QTest::newRow("first-to-last") << u"570"_s;
    QTest::newRow("wrong-answers") << u"60"_s; // the client's look-ups in rows 3 and 13
    QTest::newRow("lane-changes") << u"count 9"_s;
    QTest::newRow("hand-offs") << u"count 6"_s; // 5-6, 6-7, 7-8, 8-9, 9-10, 14-15
    QTest::newRow("reply-5-6") << u"1"_s;
    QTest::newRow("onset-mitigated") << u"none"_s;
}

void TestMetrics::theBankIncidentsFigures()
{
    QFETCH(QString, expected);
    for (const bool dated : {true, false}) {
        const Timeline t = incident(dated);
        QCOMPARE(minutes(applied(t, {}), QString::fromUtf8(QTest::currentDataTag())), expected);
    }
    const auto silence = measured(applied(incident(), {}), "longest-silence");
    QCOMPARE(silence->rows, (std::vector<EventId>{13, 14}));
}

void TestMetrics::recoveryIsAnUpperBoundAndSaysWhenItWasSeen()
{
    const Timeline t = incident();
    const QString said = basis(applied(t, {}), "onset-recovered");
    QCOMPARE(said, u"From onset (row 1) to recovered (row 13). An upper bound: the recovery was first seen at 11:35 in Vietnam."_s);
}

void TestMetrics::aWhatIfThatTakesTheProofAwaySaysSo()
{
    // Backed up after the integration, the look-up of row 13 falls into the lock: it sees no recovery.
    const Timeline t = incident();
    const Scenario later{"Back up after the integration", "", {MoveEvent{2, std::chrono::minutes{29}}}};
    QCOMPARE(basis(applied(t, later), "onset-recovered"), u"From onset (row 1) to recovered (row 13). Row 13 would be during the lock, so it shows no recovery."_s);
    // Integrated at 23:00, row 3 reads a fresh balance: nothing struck the client.
    const Scenario fresh{"Integrate at 23:00, lock only the master", "", {test::atEleven, test::onlyMaster}};
    QCOMPARE(basis(applied(t, fresh), "client-visible"), u"From first impact (row 3) to recovered (row 13). Row 3 would be up to date, so it shows no impact. "
                                                         "An upper bound: the recovery was first seen at 11:35 in Vietnam."_s);
    QCOMPARE(minutes(applied(t, fresh), u"client-visible"_s), u"60"_s);
}

void TestMetrics::aReplySaysWhatItRepliesTo()
{
    Timeline undated = incident(false);
    for (Link& link : undated.links)
        if (link.effect == 14)
            link.kind = LinkKind::RespondsTo;
    QCOMPARE(basis(applied(undated, {}), "reply-5-6"), u"Row 6 responds to row 5."_s);
    QCOMPARE(basis(applied(undated, {}), "reply-11-14"), u"Row 14 responds to row 11. On the night the clocks go back in Washington it would be 491 min."_s);
}

void TestMetrics::betweenTwoIncidentsIsNoSilence()
{
    Timeline t = incident();
    t.events.open()[13].group = t.events.open()[14].group = 1; // rows 14 and 15 are another incident
    QCOMPARE(minutes(applied(t, {}), u"longest-silence"_s), u"120"_s); // rows 14-15, not the 385 min between 13 and 14
}

void TestMetrics::onTheNightClocksGoBack_data()
{
    QTest::addColumn<int>("day");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("silence");
    QTest::addColumn<QString>("email");
    QTest::newRow("2 November 2019") << 2 << u"510"_s << u"445"_s << u"570"_s;
    QTest::newRow("1 November 2019") << 1 << u"450"_s << u"385"_s << u"570"_s;
}

void TestMetrics::onTheNightClocksGoBack()
{
    QFETCH(int, day);
    const Reading reading{test::byPerson(SetDate{date::year{2019} / 11 / day}), test::byPerson(SetAnchor{{"onset", 1}}),
        test::byPerson(SetAnchor{{"statement", 14}}), test::byPerson(SetAnchor{{"e-mail", 15}})};
    const Resolved resolved = resolve(test::seedDraft(), reading);
    const TimelineView view = applied(resolved.timeline, {});
    QTEST(minutes(view, u"onset-statement"_s), "statement");
    QTEST(minutes(view, u"longest-silence"_s), "silence");
    QTEST(minutes(view, u"onset-email"_s), "email");
}

void TestMetrics::undatedTheNoteNamesThatNight()
{
    const Timeline t = incident(false);
    const TimelineView view = applied(t, {});
    QVERIFY2(basis(view, "onset-statement").endsWith(u"On the night the clocks go back in Washington it would be 510 min."_s), qPrintable(basis(view, "onset-statement")));
    QVERIFY2(basis(view, "longest-silence").endsWith(u"On the night the clocks go back in Washington it would be 445 min."_s), qPrintable(basis(view, "longest-silence")));
    for (const char* same : {"onset-email", "onset-declared", "onset-recovered"})
        QVERIFY2(!basis(view, same).contains(u"clocks"_s), same);
    const Timeline dated = incident();
    QVERIFY(!basis(applied(dated, {}), "onset-statement").contains(u"clocks"_s));
}

void TestMetrics::twoMeaningsOfOneWordStandSideBySide()
{
    const Timeline t = incident();
    QStringList shown;
    for (const Measured& each : metricsOf(applied(t, {})))
        if (each.title.starts_with("Time to restore"))
            shown << QString::fromStdString(each.title + ": " + figureWords(each));
    QCOMPARE(shown, (QStringList{u"Time to restore, onset to recovered: 65 min"_s, u"Time to restore, first impact to recovered: 60 min"_s}));
}

void TestMetrics::withoutARowThereAreNoBounds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("says");
    QTest::newRow("left out") << u"onset-detected"_s << u"From onset (row 1) to detected (row 6). Row 6 is left out here."_s;
    QTest::newRow("its begin left out") << u"reply-5-6"_s << u"Row 6 responds to row 5. Row 6 is left out here."_s;
    QTest::newRow("nobody marked one") << u"onset-mitigated"_s << u"No row is marked as mitigated."_s;
}

void TestMetrics::withoutARowThereAreNoBounds()
{
    QFETCH(QString, id);
    const Timeline t = incident();
    const Scenario without{"Without row 6", "", {DropEvent{6}}};
    QCOMPARE(minutes(applied(t, without), id), u"none"_s);
    QTEST(basis(applied(t, without), id.toStdString()), "says");
}

void TestMetrics::aVoidRowHasNoBounds()
{
    // Integrated at 23:00, the mirror is up to date: the client reads a fresh balance and rows 4 to 11, 14 and 15 are void.
    const Timeline t = incident();
    const Scenario fresh{"Integrate at 23:00, lock only the master", "", {test::atEleven, test::onlyMaster}};
    const TimelineView view = applied(t, fresh);
    for (const QString& id : {u"onset-detected"_s, u"impact-detected"_s, u"chat-wait"_s, u"onset-declared"_s, u"onset-statement"_s, u"onset-email"_s, u"reply-5-6"_s})
        QCOMPARE(minutes(view, id), u"none"_s);
    QCOMPARE(basis(view, "onset-statement"), u"From onset (row 1) to statement (row 14). Row 14 would not have happened."_s);
    // The integration and its rows moved by -30 minutes: 03:00 to 03:29, the recovery stays at 04:35.
    QCOMPARE(minutes(view, u"onset-synchronised"_s), u"29"_s);
    QCOMPARE(minutes(view, u"onset-recovered"_s), u"95"_s);
    QCOMPARE(minutes(view, u"hand-offs"_s), u"count 0"_s);
    // What happens: 1 12 2 3 13, so bank, bank, bank, client, client.
    QCOMPARE(minutes(view, u"lane-changes"_s), u"count 1"_s);
    QCOMPARE(minutes(view, u"longest-silence"_s), u"60"_s); // row 3 at 03:35 to row 13 at 04:35
}

void TestMetrics::aDefinitionOfOtherMomentsWaitsForThem()
{
    Timeline t = incident();
    std::erase_if(t.anchors, [](const Anchor& a) { return a.name == "e-mail"; });
    QCOMPARE(minutes(applied(t, {}), u"onset-email"_s), u"missing"_s);
    t.metrics.push_back({"mine", "Until the lawyers", "onset", "lawyers"});
    QCOMPARE(minutes(applied(t, {}), u"mine"_s), u"none"_s);
}

void TestMetrics::aWhatIfIsMeasuredLikeTheRecord()
{
    const Timeline t = incident();
    const Scenario later{"Later", "", {MoveEvent{6, 4min}}};
    QCOMPARE(minutes(applied(t, later), u"onset-detected"_s), u"14"_s);
    const Scenario before{"Before", "", {MoveEvent{6, -20min}}};
    QCOMPARE(minutes(applied(t, before), u"onset-detected"_s), u"-10"_s);
    QVERIFY(basis(applied(t, before), "onset-detected").contains(u"Row 6 lies before row 1."_s));
}

void TestMetrics::clocksThatCannotBeComparedGiveNoLength()
{
    Timeline t = incident();
    t.events.open()[5].zoneName = {};
    QCOMPARE(minutes(applied(t, {}), u"onset-detected"_s), u"none"_s);
    QVERIFY(basis(applied(t, {}), "onset-detected").contains(u"one of their clocks has no time zone"_s));
    QCOMPARE(minutes(applied(t, {}), u"onset-declared"_s), u"19"_s);
    QCOMPARE(minutes(applied(t, {}), u"longest-silence"_s), u"none"_s);
    t = incident(false);
    for (Event& event : t.events.open())
        event.offsetKnown = event.lane != 0;
    QCOMPARE(minutes(applied(t, {}), u"impact-detected"_s), u"none"_s);
    QCOMPARE(minutes(applied(t, {}), u"onset-detected"_s), u"10"_s);
}

void TestMetrics::aDateWithoutAClockGivesARange()
{
    Timeline t = incident();
    Event& statement = t.events.open()[13];
    statement.hasClock = false;
    statement.at = date::sys_days{date::year{2019} / 10 / 8} + 4h; // all of 8 October in Washington
    statement.end = statement.at + 24h;
    const TimelineView view = applied(t, {});
    QCOMPARE(minutes(view, u"onset-statement"_s), u"1470 to 2910"_s); // 03:30Z on the 7th to 04:00Z on the 8th and on the 9th
    QVERIFY(basis(view, "onset-statement").contains(u"Row 14 has a date and no clock."_s));
}

void TestMetrics::anOpenEndHasNoMost()
{
    const Resolved resolved = resolve(told({u"start the backups"_s, u"check the balance: denied"_s, u"The backups lock every table."_s}));
    QVERIFY(!resolved.timeline.windows.empty());
    const auto length = measured(applied(resolved.timeline, {}), "length-backups");
    QVERIFY(length && length->least && !length->most);
    QVERIFY(QString::fromStdString(length->basis).contains(u"nothing tells when it ended"_s));
    QVERIFY(QString::fromStdString(figureWords(*length)).startsWith(u"at least "_s));
}

void TestMetrics::momentsAreReadFromTheWords_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QString>("expected");
    QTest::newRow("an outage") << QStringList{u"The shop is down."_s, u"The on-call engineer was paged."_s, u"Lena declared an incident."_s,
                                              u"The release was rolled back."_s, u"The status page was updated."_s, u"The shop works again."_s}
                               << u"onset 1, first impact 1, detected 2, declared 3, mitigated 4, recovered 6, told 5"_s;
    QTest::newRow("broke again") << QStringList{u"The shop is down."_s, u"The shop works again."_s, u"The shop is down."_s}
                                 << u"onset 1, first impact 1"_s;
    QTest::newRow("only noticed") << QStringList{u"Alert: the monitoring reports failed logins."_s, u"Everything is back to normal."_s} << u"detected 1"_s;
    QTest::newRow("not, or not yet") << QStringList{u"The engineer was not paged."_s, u"We should have declared an incident."_s, u"It was not rolled back."_s} << u""_s;
    QTest::newRow("nothing said") << QStringList{u"Lunch."_s, u"Coffee."_s} << u""_s;
    QTest::newRow("spanish") << QStringList{u"El servicio está caído."_s, u"Se declaró un incidente."_s, u"Se informó a los clientes."_s}
                             << u"onset 1, first impact 1, declared 2, told 3"_s;
}

void TestMetrics::momentsAreReadFromTheWords()
{
    QFETCH(QStringList, texts);
    QTEST(moments(resolve(told(texts)).timeline), "expected");
}

void TestMetrics::theSeedsMomentsAreProposed()
{
    const Resolved resolved = resolve(test::seedDraft());
    // Nothing in the words of row 6 says that the bank noticed: no detection is claimed.
    QCOMPARE(moments(resolved.timeline), u"onset 1, first impact 3, declared 11, recovered 13, told 14"_s);
    const auto onset = std::ranges::find(resolved.inferences, "moment onset", &Inference::about);
    QVERIFY(onset != resolved.inferences.end());
    QCOMPARE(onset->line, 14);
    QCOMPARE(onset->answer, std::string{"row 1"});
    QVERIFY(!onset->because.empty());
    const TimelineView view = applied(resolved.timeline, {});
    QCOMPARE(minutes(view, u"onset-declared"_s), u"19"_s);
    QVERIFY(basis(view, "onset-declared").startsWith(u"From onset (row 1, as its words say) to declared (row 11, as its words say)."_s));
    QCOMPARE(basis(view, "onset-detected"), u"No row is marked as detected."_s);
}

void TestMetrics::aPersonsMomentsWin()
{
    const Reading reading{test::byPerson(SetAnchor{{"onset", 2}}), test::byPerson(SetAnchor{{"statement", 14}}), test::byPerson(RemoveAnchor{"declared"})};
    const Timeline t = resolve(test::seedDraft(), reading).timeline;
    QCOMPARE(moments(t), u"first impact 3, recovered 13"_s); // row 14 has its name
    QCOMPARE(anchorNamed(t, "onset")->event, 2);
    QVERIFY(!anchorNamed(t, "onset")->proposed);
}

void TestMetrics::definitionsAreAddedAndRemoved()
{
    const Reading reading{test::byPerson(SetMetric{{"mine", "Time to shout", "onset", "declared"}}), test::byPerson(RemoveMetric{"client-visible"}),
        test::byPerson(SetMetric{{"onset-told", "Onset to told", "first impact", "told"}})};
    const Timeline t = resolve(test::seedDraft(), reading).timeline;
    const TimelineView view = applied(t, {});
    QCOMPARE(minutes(view, u"mine"_s), u"19"_s);
    QCOMPARE(minutes(view, u"client-visible"_s), u"missing"_s);
    QCOMPARE(minutes(view, u"onset-told"_s), u"445"_s);
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
