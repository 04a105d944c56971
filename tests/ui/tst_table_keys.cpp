#include "support/draft_rows.h"
#include "support/window_bench.h"
#include "ui/decisions.h"
#include "ui/message_bar.h"
#include "ui/selection.h"
#include "ui/table_card.h"
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;

namespace {

struct OpenTable : Bench {
    QTableView* table = nullptr;

    OpenTable()
    {
        window.table().setOpen(true);
        table = &window.table().table();
        table->setFocus();
    }
    void select(int first, int second)
    {
        const auto clickOn = [&](int row, Qt::KeyboardModifiers keys) {
            QTest::mouseClick(table->viewport(), Qt::LeftButton, keys, table->visualRect(table->model()->index(row - 1, 4)).center());
        };
        clickOn(first, {});
        clickOn(second, Qt::ControlModifier);
    }
};

/// Three lanes and no zone anywhere.
Draft unzoned()
{
    return draftOf({DraftRow{10, 0}.by("Bank"), DraftRow{10, 5}.by("Client"), DraftRow{10, 10}.by("Shop")});
}

} // namespace

/// What keys do in the open table, and one answer for lanes that all lack a zone.
class TestTableKeys : public QObject {
    Q_OBJECT

private slots:
    void twoRowsAndLMakeAWindow();
    void keysOfTheChartWorkOnTheRowsSelectedHere();
    void twoRowsAndMAreMeasuredAndEnterKeepsTheLength();
    void f2EditsTheClockFromAnyCell();
    void oneZoneIsChosenForAllLanes();
    void aZoneThatIsNoneIsRefused();
};

void TestTableKeys::twoRowsAndLMakeAWindow()
{
    OpenTable bench;
    const auto windows = bench.document().view().windows().size();
    bench.select(1, 3);
    QCOMPARE(bench.window.selection().events(), (std::set<EventId>{1, 3}));
    QTest::keyClick(bench.table, Qt::Key_L);
    QCOMPARE(bench.document().view().windows().size(), windows + 1);
}

void TestTableKeys::keysOfTheChartWorkOnTheRowsSelectedHere()
{
    OpenTable bench;
    bench.select(9, 12);
    QTest::keyClick(bench.table, Qt::Key_K);
    QCOMPARE(bench.document().view().record().links, (std::vector<Link>{{.cause = 9, .effect = 12}}));
    QTest::keyClick(bench.table, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(bench.document().view().moved(9), Millis{std::chrono::minutes{1}});
    QTest::keyClick(bench.table, Qt::Key_Delete);
    QCOMPARE(bench.document().view().droppedRows(), (std::set<EventId>{9, 12}));
    QVERIFY(!bench.document().isOnRecord());
    QVERIFY(bench.table->hasFocus());
}

void TestTableKeys::twoRowsAndMAreMeasuredAndEnterKeepsTheLength()
{
    OpenTable bench;
    bench.select(9, 12);
    QTest::keyClick(bench.table, Qt::Key_M);
    QTest::keyClick(&bench.view(), Qt::Key_Return);
    QCOMPARE(bench.document().study().measures, (std::vector<Measure>{{9, 12}}));
}

void TestTableKeys::f2EditsTheClockFromAnyCell()
{
    OpenTable bench;
    QTest::mouseClick(bench.table->viewport(), Qt::LeftButton, {}, bench.table->visualRect(bench.table->model()->index(2, 0)).center());
    QTest::keyClick(bench.table, Qt::Key_F2);
    auto* editor = bench.table->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("10:36"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(bench.document().resolved().timeline.event(3).local.time_since_epoch() % std::chrono::hours{24},
        Millis{std::chrono::hours{10} + std::chrono::minutes{36}});
}

void TestTableKeys::oneZoneIsChosenForAllLanes()
{
    Bench bench;
    bench.document().setIncident({unzoned(), {}, {}}, QStringLiteral("notes.md"));
    for (QPushButton* button : bench.window.messages().findChildren<QPushButton*>())
        if (button->isVisible() && button->text().startsWith(QStringLiteral("Choose zone")))
            return [&] {
                QTest::mouseClick(button, Qt::LeftButton);
                auto* field = bench.window.messages().findChild<QLineEdit*>();
                QVERIFY(field);
                QTest::keyClicks(field, QStringLiteral("Windhoek"));
                QTest::keyClick(field, Qt::Key_Return);
                for (const Lane& lane : bench.document().resolved().timeline.lanes)
                    QCOMPARE(lane.zoneName, std::string{"Africa/Windhoek"});
                QCOMPARE(bench.undoSteps(), 1);
            }();
    QFAIL("The zone is not asked for.");
}

void TestTableKeys::aZoneThatIsNoneIsRefused()
{
    Bench bench;
    bench.document().setIncident({unzoned(), {}, {}}, QStringLiteral("notes.md"));
    QVERIFY(typeZoneOfAll(bench.document(), QStringLiteral("Atlantis")).contains(QStringLiteral("Atlantis")));
    QCOMPARE(bench.undoSteps(), 0);
}

QTEST_MAIN(TestTableKeys)
#include "tst_table_keys.moc"
