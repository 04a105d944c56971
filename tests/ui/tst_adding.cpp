#include "support/window_bench.h"
#include "ui/decisions.h"
#include "ui/selection.h"
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;

namespace {

const QString folder = QStringLiteral(LOCKSTEP_SOURCE_DIR "/tests/several/");

void drop(Bench& bench, const QString& path, Qt::KeyboardModifiers keys)
{
    QMimeData held;
    held.setUrls({QUrl::fromLocalFile(path)});
    QWidget* under = bench.view().viewport();
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &held, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(under, &enter);
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &held, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(under, &event);
}

/// The field of the lane's panel that asks how fast its clock was.
QLineEdit* clockField(Bench& bench)
{
    for (QLineEdit* field : bench.window.findChildren<QLineEdit*>())
        if (field->isVisible() && field->placeholderText().contains(QStringLiteral("40 s")))
            return field;
    return nullptr;
}

} // namespace

class TestAdding : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void nothingIsAddedBeforeThePersonSaysSo();
    void addingIsOneUndoStep();
    void aFileThatIsThereIsNotOfferedTwice();
    void aDropWithShiftAdds();
    void aFastClockIsTypedInTheLanesPanel();
    void theDateThatIsAskedForIsTheUndatedFiles();
    void readingAgainKeepsTheAddedFile();
    void whatIsSavedOpensAgainWithBothFiles();
};

void TestAdding::nothingIsAddedBeforeThePersonSaysSo()
{
    Bench bench;
    QVERIFY(bench.window.open(folder + QStringLiteral("bank-log.csv")));
    bench.window.offerFile(folder + QStringLiteral("client-chat.md"));
    QCOMPARE(bench.window.messages().text(), QStringLiteral("client-chat.md: 6 rows, Mon 4 Mar 2024 10:35 to 11:36 Vietnam."));
    QCOMPARE(bench.document().resolved().timeline.events.size(), std::size_t{6});
    QVERIFY(!bench.document().isModified());
    QTest::mouseClick(buttonCalled(bench.window.messages(), QStringLiteral("Cancel")), Qt::LeftButton);
    QCOMPARE(bench.undoSteps(), 0);
    QVERIFY(bench.window.messages().text() != QStringLiteral("client-chat.md: 6 rows, Mon 4 Mar 2024 10:35 to 11:36 Vietnam."));
}

void TestAdding::addingIsOneUndoStep()
{
    Bench bench;
    QVERIFY(bench.window.open(folder + QStringLiteral("bank-log.csv")));
    const Incident before = bench.document().incident();
    bench.window.offerFile(folder + QStringLiteral("client-chat.md"));
    QTest::mouseClick(buttonCalled(bench.window.messages(), QStringLiteral("Add")), Qt::LeftButton);
    QCOMPARE(bench.undoSteps(), 1);
    QCOMPARE(bench.document().resolved().timeline.sources.size(), std::size_t{2});
    QVERIFY(!bench.view().chart().markRect(7).isEmpty());
    QVERIFY(bench.document().isModified());
    bench.document().undoStack()->undo();
    QVERIFY(bench.document().incident() == before);
    QCOMPARE(bench.document().resolved().timeline.events.size(), std::size_t{6});
    bench.document().undoStack()->redo();
    QCOMPARE(bench.document().resolved().timeline.events.size(), std::size_t{12});
}

void TestAdding::aFileThatIsThereIsNotOfferedTwice()
{
    Bench bench;
    QVERIFY(bench.window.open(folder + QStringLiteral("bank-log.csv")));
    bench.window.offerFile(folder + QStringLiteral("bank-log.csv"));
    QCOMPARE(bench.window.messages().text(), QStringLiteral("bank-log.csv is on this timeline already."));
    bench.window.offerFile(QStringLiteral("/nowhere/x.md"));
    QVERIFY(bench.window.messages().text().startsWith(QStringLiteral("x.md was not added.")));
}

void TestAdding::aDropWithShiftAdds()
{
    Bench bench;
    QVERIFY(bench.window.open(folder + QStringLiteral("bank-log.csv")));
    drop(bench, folder + QStringLiteral("client-chat.md"), Qt::ShiftModifier);
    QVERIFY(buttonCalled(bench.window.messages(), QStringLiteral("Add")));
    QCOMPARE(bench.document().draft().sourceName, std::string{"bank-log.csv"});
    drop(bench, folder + QStringLiteral("client-chat.md"), Qt::NoModifier);
    QCOMPARE(bench.document().draft().sourceName, std::string{"client-chat.md"});
}

void TestAdding::aFastClockIsTypedInTheLanesPanel()
{
    Bench bench;
    QVERIFY(bench.window.open(folder + QStringLiteral("bank-log.csv")));
    bench.window.offerFile(folder + QStringLiteral("client-chat.md"));
    QTest::mouseClick(buttonCalled(bench.window.messages(), QStringLiteral("Add")), Qt::LeftButton);
    const Instant first = bench.document().view().at(1), other = bench.document().view().at(7);
    bench.window.selection().chooseLane(1);
    QTRY_VERIFY(clockField(bench));
    QLineEdit* field = clockField(bench);
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("40 s"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(bench.undoSteps(), 2);
    QCOMPARE((other - bench.document().view().at(7)).count(), 40'000);
    QVERIFY(bench.document().view().at(1) == first);
    QVERIFY(bench.document().footnotes().back().find("client-chat.md, lines 7 to 12 (clock set back by 40 s)") != std::string::npos);
    QVERIFY(!typeClockAhead(bench.document(), 1, QStringLiteral("fast")).isEmpty());
    QCOMPARE(typeClockAhead(bench.document(), 1, QString{}), QString{});
    QVERIFY(bench.document().view().at(7) == other);
}

void TestAdding::theDateThatIsAskedForIsTheUndatedFiles()
{
    Bench bench;
    QVERIFY(bench.window.open(folder + QStringLiteral("bank-log.csv")));
    Draft undated;
    undated.sourceName = "chat.md";
    DraftEvent row;
    row.line = row.lastLine = 5;
    row.clock = Clock{.hour = 10, .minute = 35};
    row.written = "10:35";
    row.place = "Vietnam";
    undated.events = {row};
    bench.document().addFile(undated);
    QVERIFY(bench.view().chart().markRect(7).isEmpty());
    QVERIFY(bench.window.messages().text().startsWith(QStringLiteral("chat.md has no date.")));
    QTest::mouseClick(buttonCalled(bench.window.messages(), QStringLiteral("Set date…")), Qt::LeftButton);
    QVERIFY(bench.window.messages().isAsking());
    auto* field = bench.window.messages().findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("2024-03-04"));
    QTest::keyClick(field, Qt::Key_Return);
    using namespace date::literals;
    QCOMPARE((bench.document().view().at(7) - Instant{date::sys_days{2024_y / 3 / 4}}).count(), (3 * 60 + 35) * 60'000);
    QVERIFY(!bench.view().chart().markRect(7).isEmpty());
}

void TestAdding::readingAgainKeepsTheAddedFile()
{
    const QTemporaryDir at;
    const QString log = at.filePath(QStringLiteral("bank-log.csv"));
    QVERIFY(QFile::copy(folder + QStringLiteral("bank-log.csv"), log));
    Bench bench;
    bench.window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
    QVERIFY(bench.window.open(log));
    bench.window.offerFile(folder + QStringLiteral("client-chat.md"));
    QTest::mouseClick(buttonCalled(bench.window.messages(), QStringLiteral("Add")), Qt::LeftButton);
    QCOMPARE(typeClockAhead(bench.document(), 1, QStringLiteral("40 s")), QString{});
    QFile file(log);
    QVERIFY(file.open(QIODevice::Append));
    file.write("2024-03-04T05:00:00Z,all clear\n");
    file.close();
    bench.window.reload();
    const Timeline& record = bench.document().resolved().timeline;
    QCOMPARE(record.events.size(), std::size_t{13});
    QCOMPARE(record.sources[1].name, std::string{"client-chat.md"});
    QCOMPARE(record.sources[1].clockAhead.count(), 40'000);
    QCOMPARE(record.sources[1].firstRow, 8);
    QVERIFY(bench.document().isModified());
}

void TestAdding::whatIsSavedOpensAgainWithBothFiles()
{
    const QTemporaryDir at;
    const QString study = at.filePath(QStringLiteral("night.lockstep"));
    Bench bench;
    QVERIFY(bench.window.open(folder + QStringLiteral("bank-log.csv")));
    bench.window.offerFile(folder + QStringLiteral("client-chat.md"));
    QTest::mouseClick(buttonCalled(bench.window.messages(), QStringLiteral("Add")), Qt::LeftButton);
    QVERIFY(bench.window.saveAs(study));
    const Incident saved = bench.document().incident();
    Bench again;
    QVERIFY(again.window.open(study));
    QVERIFY(again.document().incident() == saved);
    again.window.offerFile(folder + QStringLiteral("client-chat.md"));
    QCOMPARE(again.window.messages().text(), QStringLiteral("client-chat.md is on this timeline already."));
}

QTEST_MAIN(TestAdding)
#include "tst_adding.moc"
