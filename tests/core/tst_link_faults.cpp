#include "core/link_faults.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;
using std::chrono::minutes;
using namespace Qt::StringLiterals;

namespace {

using Edits = std::vector<Edit>;

QString told(const TimelineView& view)
{
    QStringList sentences;
    for (const LinkFault& fault : linkFaults(view)) {
        const Problem problem = problemOf(view, fault);
        sentences << QString::fromStdString(std::to_string(problem.line) + ": " + problem.what + (problem.instead.empty() ? "" : " " + problem.instead));
    }
    return sentences.join(u'\n');
}

} // namespace

Q_DECLARE_METATYPE(Edits)

class TestLinkFaults : public QObject {
    Q_OBJECT
private slots:
    /// Row 5 at 03:39Z triggers row 6 at 03:40Z; the lines are those of bank_timeline.h.
    void anEffectBeforeItsCauseIsTold_data()
    {
        QTest::addColumn<LinkKind>("kind");
        QTest::addColumn<int>("delay");
        QTest::addColumn<Edits>("edits");
        QTest::addColumn<QString>("expected");
        const auto moved = [](EventId id, int by) { return Edits{MoveEvent{id, minutes{by}}}; };
        QTest::newRow("as recorded") << LinkKind::Triggers << 0 << Edits{} << QString{};
        QTest::newRow("at the same moment") << LinkKind::Triggers << 0 << moved(6, -1) << QString{};
        QTest::newRow("the effect moved") << LinkKind::Triggers << 0 << moved(6, -4) << u"19: Row 6 now lies 3 min before row 5, which triggers it."_s;
        QTest::newRow("the cause moved") << LinkKind::RespondsTo << 0 << moved(5, 4) << u"19: Row 6 now lies 3 min before row 5, which it responds to."_s;
        QTest::newRow("both moved") << LinkKind::Triggers << 0 << Edits{MoveEvent{5, minutes{9}}, MoveEvent{6, minutes{9}}} << QString{};
        QTest::newRow("just late enough") << LinkKind::ScheduledAfter << 1 << Edits{} << QString{};
        QTest::newRow("too soon on the record") << LinkKind::ScheduledAfter << 5 << Edits{}
            << u"19: Row 6 lies 4 min too soon after row 5, which it is scheduled after. At least 5 min must lie between them."_s;
        QTest::newRow("too soon") << LinkKind::Triggers << 5 << moved(6, 2)
            << u"19: Row 6 now lies 2 min too soon after row 5, which triggers it. At least 5 min must lie between them."_s;
        QTest::newRow("before, and a delay") << LinkKind::Triggers << 5 << moved(6, -4)
            << u"19: Row 6 now lies 3 min before row 5, which triggers it. At least 5 min must lie between them."_s;
        QTest::newRow("an effect left out") << LinkKind::Triggers << 0 << Edits{MoveEvent{6, -minutes{4}}, DropEvent{6}} << QString{};
        QTest::newRow("a cause left out") << LinkKind::Triggers << 0 << Edits{MoveEvent{6, -minutes{4}}, DropEvent{5}} << QString{};
    }
    void anEffectBeforeItsCauseIsTold()
    {
        QFETCH(LinkKind, kind);
        QFETCH(int, delay);
        QFETCH(Edits, edits);
        QFETCH(QString, expected);
        Timeline bank = bankTimeline(true);
        bank.links = {{.cause = 5, .effect = 6, .kind = kind, .onlyIfCauseFailed = false, .leastDelay = minutes{delay}}};
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = edits});
        QCOMPARE(told(view), expected);
        QCOMPARE(view.problems().size(), expected.isEmpty() ? std::size_t{0} : std::size_t{1});
    }

    void aRowOfADayAloneCountsWithTheWholeDay()
    {
        Timeline bank = bankTimeline(true);
        bank.links = {{.cause = 5, .effect = 6}};
        Event& day = bank.events.open()[5];
        day.hasClock = false;
        day.at = date::floor<date::days>(day.at);
        day.end = day.at + date::days{1};
        QCOMPARE(told(applied(bank, {})), QString{});
        day.at -= date::days{1};
        day.end = day.at + date::days{1};
        QCOMPARE(told(applied(bank, {})), u"19: Row 6 lies 3 h 39 min before row 5, which triggers it."_s);
    }

    void clocksThatCannotBeComparedTellNothing()
    {
        Timeline bank = bankTimeline(true);
        bank.links = {{.cause = 5, .effect = 6}};
        bank.events.open()[5].at -= minutes{30};
        QCOMPARE(linkFaults(applied(bank, {})).size(), std::size_t{1});
        bank.events.open()[5].zoneName = {};
        QCOMPARE(linkFaults(applied(bank, {})).size(), std::size_t{0});
        bank.events.open()[5] = bankTimeline(true).events[5];
        bank.events.open()[5].hasInstant = false;
        QCOMPARE(linkFaults(applied(bank, {})).size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestLinkFaults)
#include "tst_link_faults.moc"
