#include "formats/lockstep_round.h"
#include "support/window_bench.h"
#include "ui/event_model.h"
#include "ui/link_edit.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <algorithm>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

namespace {

struct LinkBench : Bench {
    std::vector<Link> links() { return document().resolved().timeline.links; }
    QPoint handle() { return view().mapFromScene(view().chart().linkHandle().value_or(QPointF{})); }
    void choose(std::set<EventId> rows)
    {
        const EventId last = *rows.rbegin();
        window.selection().choose(std::move(rows), last);
        QCoreApplication::processEvents();
    }
    SelectionPanel* panel() { return window.findChild<SelectionPanel*>(); }
    template <class Part> Part* part(const QString& name)
    {
        QCoreApplication::processEvents();
        for (Part* one : panel()->findChildren<Part*>())
            if (one->isVisible() && (one->accessibleName() == name || one->property("text").toString() == name))
                return one;
        return nullptr;
    }
    QPushButton* button(const QString& start)
    {
        QCoreApplication::processEvents();
        for (QPushButton* one : panel()->findChildren<QPushButton*>())
            if (one->isVisible() && one->text().startsWith(start))
                return one;
        return nullptr;
    }
    bool says(const QString& words)
    {
        QCoreApplication::processEvents();
        const auto labels = panel()->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
    bool isDrawn(const std::string& line)
    {
        const auto list = view().chart().drawList();
        return std::ranges::find(list, line) != list.end();
    }
};

} // namespace

class TestLinking : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("lockstep-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("linking-%1").arg(QCoreApplication::applicationPid()));
    }

    void aLinkIsDrawnFromTheHandleToAnotherMark()
    {
        LinkBench bench;
        bench.choose({5});
        const int before = bench.undoSteps();
        bench.drag(bench.handle(), bench.markOf(6));
        QCOMPARE(bench.links(), (std::vector<Link>{{.cause = 5, .effect = 6}}));
        QCOMPARE(bench.undoSteps(), before + 1);
        QVERIFY(bench.document().isOnRecord());
        QVERIFY(bench.window.selection().events() == (std::set<EventId>{5, 6}));
        QVERIFY(bench.isDrawn("link: 5 to 6"));
        bench.document().undoStack()->undo();
        QVERIFY(bench.links().empty());
    }

    void droppedOnNothingItIsNoLink()
    {
        LinkBench bench;
        bench.choose({5});
        const QPoint from = bench.handle();
        bench.drag(from, from + QPoint(60, 30));
        bench.press(from);
        bench.moveTo(from + QPoint(40, 0));
        bench.moveTo(bench.markOf(6));
        QTest::keyClick(&bench.view(), Qt::Key_Escape);
        bench.release(bench.markOf(6));
        QVERIFY(bench.links().empty());
        QCOMPARE(bench.document().view().moved(5).count(), Millis::rep{0});
        QVERIFY(bench.document().isOnRecord());
    }

    void twoRowsAreLinkedByTheKeyboardTheEarlierFirst()
    {
        LinkBench bench;
        bench.choose({6, 5});
        QTest::keyClick(&bench.view(), Qt::Key_K);
        QCOMPARE(bench.links(), (std::vector<Link>{{.cause = 5, .effect = 6}}));
        bench.choose({9});
        QTest::keyClick(&bench.view(), Qt::Key_K);
        QCOMPARE(bench.links().size(), std::size_t{1});
    }

    void thePanelChangesAndRemovesALink()
    {
        LinkBench bench;
        bench.choose({5, 6});
        QVERIFY(bench.button(QStringLiteral("Link them: row 5 triggers row 6")));
        bench.button(QStringLiteral("Link them"))->click();
        QTRY_COMPARE(bench.links().size(), std::size_t{1});
        auto* kinds = bench.part<QComboBox>(QStringLiteral("How they belong together"));
        QVERIFY(kinds);
        QCOMPARE(kinds->itemText(1), QStringLiteral("Row 6 responds to row 5"));
        kinds->setCurrentIndex(1);
        emit kinds->activated(1);
        QTRY_COMPARE(bench.links().front().kind, LinkKind::RespondsTo);
        auto* condition = bench.part<QCheckBox>(QStringLiteral("Only if row 5 failed"));
        QVERIFY(condition);
        condition->click();
        QTRY_VERIFY(bench.links().front().onlyIfCauseFailed);
        auto* delay = bench.part<QLineEdit>(QStringLiteral("How much later at the earliest"));
        QVERIFY(delay);
        delay->setFocus();
        QTest::keyClicks(delay, QStringLiteral("5 min"));
        QTest::keyClick(delay, Qt::Key_Return);
        QTRY_COMPARE(bench.links().front().leastDelay.count(), Millis{5min}.count());
        QVERIFY(bench.says(QStringLiteral("Row 6 lies 4 min too soon after row 5, which it responds to.")));
        bench.choose({6});
        QVERIFY(bench.button(QStringLiteral("Responds to row 5, only if that failed, at least 5 min later")));
        bench.button(QStringLiteral("Responds to row 5"))->click();
        QTRY_VERIFY(bench.button(QStringLiteral("Remove this link")));
        bench.button(QStringLiteral("Remove this link"))->click();
        QTRY_VERIFY(bench.links().empty());
    }

    void aCircleIsRefused()
    {
        LinkBench bench;
        QCOMPARE(linkRows(bench.document(), 5, 6), QString{});
        QCOMPARE(linkRows(bench.document(), 6, 7), QString{});
        QCOMPARE(linkRows(bench.document(), 7, 5), QStringLiteral("Row 5 already leads to row 7, so this would be a circle."));
        QCOMPARE(linkRows(bench.document(), 5, 5), QStringLiteral("A row cannot be its own cause."));
        QCOMPARE(linkRows(bench.document(), 5, 99), QStringLiteral("Only rows of the document can be linked."));
        QCOMPARE(bench.links().size(), std::size_t{2});
    }

    void chartTableAndPanelFlagAnEffectBeforeItsCause()
    {
        LinkBench bench;
        linkRows(bench.document(), 5, 6);
        bench.document().edit({MoveEvent{6, -4min}}, QStringLiteral("Move"));
        QVERIFY(bench.isDrawn("link: 5 to 6, before its cause"));
        bench.choose({6});
        QVERIFY(bench.says(QStringLiteral("Row 6 now lies 3 min before row 5, which triggers it.")));
        EventModel table;
        table.setView(&bench.document().view());
        const QModelIndex clock = table.index(5, EventModel::Utc);
        QCOMPARE(clock.data().toString(), QStringLiteral("03:36, before its cause"));
        QCOMPARE(clock.data(Qt::ToolTipRole).toString(), QStringLiteral("Row 6 now lies 3 min before row 5, which triggers it."));
        QCOMPARE(table.index(4, EventModel::Utc).data().toString(), QStringLiteral("03:39"));
    }

    void theTableStrikesOutWhatWouldNotHaveHappened()
    {
        const auto study = readStudy(fileText("timelines/bank-vietnam.lockstep"));
        QVERIFY(study.has_value());
        Document d;
        d.setIncident(*study, {});
        d.choose(3); // integrate at 23:00
        EventModel table;
        table.setView(&d.view());
        const auto isStruck = [&](int row) { return table.index(row - 1, EventModel::Text).data(Qt::FontRole).value<QFont>().strikeOut(); };
        for (int row = 1; row <= 15; ++row)
            QCOMPARE(isStruck(row), d.view().isVoid(row));
        QCOMPARE(table.index(4, EventModel::LookUp).data().toString(), QStringLiteral("would not have happened"));
        QCOMPARE(table.index(0, EventModel::LookUp).data().toString(), QString{});
    }
};

QTEST_MAIN(TestLinking)
#include "tst_linking.moc"
