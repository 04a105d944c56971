#include "core/compare_figures.h"
#include "core/metric_definitions.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

using Edits = std::vector<Edit>;

const Timeline& bank()
{
    static const Timeline timeline = [] {
        Timeline made = bankTimeline(true);
        made.metrics = usualMetrics();
        return made;
    }();
    return timeline;
}

TimelineView with(const Edits& edits)
{
    return applied(bank(), {.name = "x", .note = {}, .edits = edits});
}

/// A second lock on everything an hour before the first; `latest` minutes long at most.
AddWindow secondLock(int latest)
{
    const Millis before = -minutes{120};
    return {{.id = "second", .name = "Second backups", .what = {}, .effect = Effect::Blocks, .scope = Scope::everything(),
        .begin = {{2, before}, {2, before}, {}, {}}, .end = {{2, before + minutes{10}}, {2, before + minutes{latest}}, {}, {}}}};
}

} // namespace

class TestCompareFigures : public QObject {
    Q_OBJECT
private slots:
    /// From product.md's minutes of the seed and hand calculation.
    void aFigureSaysByHowMuchItDiffers_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Edits>("was");
        QTest::addColumn<Edits>("now");
        QTest::addColumn<QString>("difference");
        QTest::addColumn<bool>("differs");
        const Edits longer{MoveWindow{"backups", {}, minutes{30}}}, shorter{MoveWindow{"backups", minutes{8}, {}}}, integrate{atEleven, onlyMaster};
        QTest::newRow("a longer lock, 90 to 95 min") << u"length-backups"_s << Edits{} << longer << u"+30 min"_s << true;
        QTest::newRow("a shorter lock, 52 to 57 min") << u"length-backups"_s << Edits{} << shorter << u"\u22128 min"_s << true;
        QTest::newRow("two what-ifs") << u"length-backups"_s << shorter << longer << u"+38 min"_s << true;
        QTest::newRow("only the lock's scope") << u"length-backups"_s << Edits{} << Edits{onlyMaster} << QString{} << false;
        QTest::newRow("the onset moves, the recovery does not") << u"onset-recovered"_s << Edits{} << integrate << u"+30 min"_s << true;
        QTest::newRow("both ends move") << u"onset-synchronised"_s << Edits{} << integrate << QString{} << false;
        QTest::newRow("its moment would not have happened") << u"onset-detected"_s << Edits{} << integrate << QString{} << true;
        QTest::newRow("a count") << u"lane-changes"_s << Edits{} << integrate << u"\u22128"_s << true;
        QTest::newRow("a range that grew") << u"length-second"_s << Edits{secondLock(10)} << Edits{secondLock(15)} << u"+0 min to +5 min"_s << true;
        QTest::newRow("not there before") << u"length-second"_s << Edits{} << Edits{secondLock(10)} << QString{} << true;
    }
    void aFigureSaysByHowMuchItDiffers()
    {
        QFETCH(QString, id);
        QFETCH(Edits, was);
        QFETCH(Edits, now);
        QFETCH(QString, difference);
        QFETCH(bool, differs);
        const auto changes = comparedFigures(with(was), with(now));
        const auto found = std::ranges::find_if(changes, [&](const FigureChange& c) { return c.was.id == id.toStdString() || c.now.id == id.toStdString(); });
        QVERIFY(found != changes.end());
        QCOMPARE(found->differs(), differs);
        QCOMPARE(QString::fromStdString(differenceWords(*found)), difference);
    }

    void onlyFiguresThatDifferAreTold()
    {
        const TimelineView record = with({}), longer = with({MoveWindow{"backups", {}, minutes{30}}}), master = with({onlyMaster});
        QStringList told;
        for (const ComparedSentence& sentence : figureSentences({"As recorded", &record}, {"Longer", &longer}))
            told << QString::fromStdString(sentence.text);
        QVERIFY2(told.contains(u"Lock length: 90 to 95 min instead of 60 to 65 min (+30 min)."_s), qPrintable(told.join(u'\n')));
        QVERIFY(figureSentences({"As recorded", &record}, {"As recorded", &record}).empty());
    }

    void theTableHasEveryFigureOfEachSide()
    {
        const TimelineView record = with({}), second = with({secondLock(15)});
        const auto lines = figureLines({{"Second", &second}, {{"As recorded", &record}}});
        const auto line = [&](const char* title) { return *std::ranges::find(lines, std::string{title}, &ComparedLine::title); };
        QCOMPARE(line("Lock length, backups").cells[1].words, std::string{"60 to 65 min"});
        QVERIFY(!line("Lock length, backups").differs());
        QCOMPARE(line("Lock length, second backups").cells[0].words, std::string{"not measured"});
        QCOMPARE(line("Lock length, second backups").cells[1].words, std::string{"10 to 15 min"});
        QVERIFY(line("Lock length, second backups").differs());
    }
};

QTEST_GUILESS_MAIN(TestCompareFigures)
#include "tst_compare_figures.moc"
