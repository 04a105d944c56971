#include "support/bank_reading.h"
#include "support/bank_what_ifs.h"
#include "support/window_bench.h"
#include "ui/compare_card.h"
#include "ui/message_bar.h"
#include "ui/selection.h"
#include "ui/what_if_box.h"
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTextDocument>
#include <QTemporaryDir>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

Incident bank()
{
    return {seedDraft(), bankReading(),
        {{"Lock only the master", "The document's own remedy.", {onlyMaster}}, {"Back up after the integration", {}, {MoveEvent{2, minutes{29}}}},
            {"Bank reads the mirror", {}, {onlyMaster, bankReadsMirror}}, {"Nothing yet", {}, {}}}};
}

struct CompareBench : Bench {
    CompareBench() { document().setIncident(bank(), u"postmortem.md"_s); }
    CompareCard& card() { return window.comparison(); }
    QListWidget& sentences() { return *card().findChild<QListWidget*>(); }
    QTableWidget& table() { return *card().findChild<QTableWidget*>(); }
    QStringList said()
    {
        QStringList all;
        for (int i = 0; i < sentences().count(); ++i)
            all << sentences().item(i)->text();
        return all;
    }
    QString cell(int row, int column) { return table().item(row, column)->text(); }
    void press(int key, Qt::KeyboardModifiers keys) { QTest::keyClick(&window, static_cast<Qt::Key>(key), keys); }
};

/// A document and the study beside it, in a folder of their own.
struct Night {
    QTemporaryDir at;
    QString source = at.filePath(u"night.md"_s), study = at.filePath(u"night.lockstep"_s);

    void write(const QByteArray& rows) const
    {
        QFile file(source);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write("# Night\n\n" + rows);
    }
};

} // namespace

class TestComparing : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings{}.clear();
    }

    void theCardStandsOnlyInAWhatIf()
    {
        CompareBench bench;
        QVERIFY(!bench.card().isVisible());
        bench.document().choose(0);
        QVERIFY(!bench.card().isVisible());
        bench.press(Qt::Key_M, Qt::ControlModifier);
        QVERIFY(bench.card().isVisible());
        QCOMPARE(bench.said(), (QStringList{u"Locking only the master lets the client look, but at old balances."_s, u"The bank is still locked out."_s,
                                   u"Row 3, 10:35 in Vietnam, is out of date instead of during the lock."_s,
                                   u"Row 4, 10:37 in Vietnam, is out of date instead of during the lock."_s,
                                   u"Backups lock only the master instead of every table."_s}));
        bench.document().choose(-1);
        QVERIFY(!bench.card().isVisible());
        bench.document().choose(1);
        QVERIFY(bench.card().isVisible());
        bench.card().setWanted(false);
        bench.document().choose(0);
        QVERIFY(!bench.card().isVisible());
    }

    void whatDiffersStandsOutInWordsWeightAndMark()
    {
        CompareBench bench;
        bench.document().choose(0);
        bench.card().setWanted(true);
        QCOMPARE(bench.table().columnCount(), 3);
        QCOMPARE(bench.cell(0, 0), u"Row 3, 10:35 in Vietnam"_s);
        QCOMPARE(bench.cell(0, 1), u"during the lock"_s);
        QCOMPARE(bench.cell(0, 2), u"out of date"_s);
        QCOMPARE(bench.table().item(0, 2)->font().weight(), QFont::DemiBold);
        QCOMPARE(bench.table().item(2, 2)->font().weight(), QFont::Normal);
        QVERIFY(!bench.table().item(0, 1)->icon().isNull());
        const auto picture = [&](int column) { return bench.table().item(0, column)->icon().pixmap(30, 30).toImage(); };
        QVERIFY(picture(1) != picture(2));
    }

    void aLineSelectsItsRow()
    {
        CompareBench bench;
        bench.document().choose(0);
        bench.card().setWanted(true);
        QTest::mouseClick(bench.sentences().viewport(), Qt::LeftButton, {}, bench.sentences().visualItemRect(bench.sentences().item(3)).center());
        QCOMPARE(bench.window.selection().current(), 4);
        QTest::mouseClick(bench.sentences().viewport(), Qt::LeftButton, {}, bench.sentences().visualItemRect(bench.sentences().item(4)).center());
        QCOMPARE(bench.window.selection().window(), WindowId{"backups"});
        QTest::mouseClick(bench.table().viewport(), Qt::LeftButton, {}, bench.table().visualItemRect(bench.table().item(2, 1)).center());
        QCOMPARE(bench.window.selection().current(), 8);
        QTest::keyClick(&bench.table(), Qt::Key_Down);
        QCOMPARE(bench.window.selection().current(), 13);
        QCOMPARE(bench.undoSteps(), 0);
    }

    void upToThreeOthersStandBesideIt()
    {
        CompareBench bench;
        bench.document().choose(0);
        bench.card().setWanted(true);
        bench.card().setOthers({u"As recorded"_s, u"Back up after the integration"_s, u"Bank reads the mirror"_s, u"Nothing yet"_s});
        QCOMPARE(bench.table().columnCount(), 5);
        QCOMPARE(bench.cell(2, 1), u"during the lock"_s);
        QCOMPARE(bench.cell(2, 2), u"up to date"_s);
        QCOMPARE(bench.cell(2, 3), u"out of date"_s);
        QCOMPARE(bench.cell(2, 4), u"during the lock"_s);
        QVERIFY(bench.said().contains(u"Compared with ‘Bank reads the mirror’"_s));
        // One that is removed leaves; with none left it is the record again.
        bench.card().setOthers({u"Nothing yet"_s});
        bench.document().removeScenario(3);
        QCOMPARE(bench.table().columnCount(), 3);
        QCOMPARE(bench.table().horizontalHeaderItem(1)->text(), u"As recorded"_s);
    }

    void whatIsComparedFollowsTheEdits()
    {
        CompareBench bench;
        bench.document().choose(3);
        bench.card().setWanted(true);
        QCOMPARE(bench.said(), QStringList{u"Nothing differs."_s});
        bench.document().edit({DropEvent{15}}, u"Leave row 15 out"_s);
        QCOMPARE(bench.said().first(2), (QStringList{u"No look-up changes."_s, u"Row 15 is left out."_s}));
        QVERIFY2(bench.said().contains(u"Lane changes: 8 instead of 9 (\u22121)."_s), qPrintable(bench.said().join(u'\n')));
        bench.document().undoStack()->undo();
        QCOMPARE(bench.said(), QStringList{u"Nothing differs."_s});
    }

    void theCardFollowsADragWhileTheButtonIsDown()
    {
        CompareBench bench;
        bench.document().choose(3);
        bench.card().setWanted(true);
        QCoreApplication::processEvents();
        const QPoint mark = bench.markOf(8), to = bench.later(8, minutes{54}); // after the lock, short of the cut
        bench.Bench::press(mark);
        bench.moveTo(mark + QPoint(12, 0));
        bench.moveTo(to);
        QVERIFY2(bench.said().contains(u"Row 8, 00:38 in Washington, is up to date instead of during the lock."_s), qPrintable(bench.said().join(u'\n')));
        QTest::keyClick(&bench.view(), Qt::Key_Escape);
        QCOMPARE(bench.said(), QStringList{u"Nothing differs."_s});
        bench.release(to);
        QCOMPARE(bench.undoSteps(), 0);
    }

    void fourColumnsAreWideEnoughForTheirWords()
    {
        CompareBench bench;
        bench.document().choose(0);
        bench.card().setWanted(true);
        bench.card().setOthers({u"As recorded"_s, u"Back up after the integration"_s, u"Bank reads the mirror"_s});
        QCoreApplication::processEvents();
        for (int column = 1; column < 5; ++column) {
            const int words = bench.table().fontMetrics().horizontalAdvance(bench.cell(0, column));
            QVERIFY2(bench.table().columnWidth(column) >= 30 + words + 20, qPrintable(QString::number(column)));
        }
    }

    void aVeryLongNameWidensNothing()
    {
        CompareBench bench;
        const int least = bench.window.minimumSizeHint().width();
        bench.document().choose(0);
        bench.card().setWanted(true);
        bench.document().renameScenario(0, QString(5000, u'L'), {});
        bench.document().choose(1);
        bench.card().setOthers({QString(5000, u'L')});
        QCoreApplication::processEvents();
        QVERIFY2(bench.window.minimumSizeHint().width() <= std::max(least, 1600), qPrintable(QString::number(bench.window.minimumSizeHint().width())));
        QVERIFY(bench.card().minimumSizeHint().width() < 1200);
    }

    void aNameIsNeverRichText()
    {
        CompareBench bench;
        const QString name = u"<img src='/etc/passwd'>"_s;
        bench.document().renameScenario(0, name, name);
        bench.document().choose(0);
        bench.card().setWanted(true);
        const QString escaped = u"&lt;img"_s;
        QVERIFY(bench.window.findChild<WhatIfBox*>()->toolTip().contains(escaped));
        QVERIFY(bench.table().horizontalHeaderItem(2)->toolTip().contains(escaped));
        for (const QAction* action : bench.window.findChildren<QAction*>())
            QVERIFY2(!action->toolTip().contains(u"<img"_s) || !Qt::mightBeRichText(action->toolTip()), qPrintable(action->toolTip()));
    }

    void renamingBeginsWithTheNameAndTheNoteWithTheNote()
    {
        CompareBench bench;
        bench.document().choose(0);
        const auto ask = [&](const QString& item) {
            for (QAction* action : bench.window.findChildren<QAction*>())
                if (action->text() == item)
                    action->trigger();
            return bench.window.messages().findChild<QLineEdit*>(u"answer"_s);
        };
        QLineEdit* field = ask(u"Rename…"_s);
        QCOMPARE(field->text(), u"Lock only the master"_s);
        QCOMPARE(field->selectedText(), field->text());
        QTest::keyClick(field, Qt::Key_Escape);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        field = ask(u"Note…"_s);
        QCOMPARE(field->text(), u"The document's own remedy."_s);
        QTest::keyClick(field, Qt::Key_Return); // looked at and left as it is
        QCOMPARE(bench.document().scenario().note, std::string{"The document's own remedy."});
        QCOMPARE(bench.undoSteps(), 0);
    }

    void theComparisonIsCopied()
    {
        CompareBench bench;
        bench.document().choose(0);
        bench.card().setWanted(true);
        for (QPushButton* button : bench.card().findChildren<QPushButton*>())
            if (button->text() == u"Copy as Markdown"_s)
                button->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"**Lock only the master**, compared with **As recorded**:"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"| Row 3, 10:35 in Vietnam | **during the lock** | out of date |"_s));
    }

    void theListOfWhatIfsIsUsedByKeys()
    {
        CompareBench bench;
        auto* box = bench.window.findChild<WhatIfBox*>();
        QCOMPARE(box->count(), 5);
        QCOMPARE(box->itemData(1, Qt::AccessibleDescriptionRole).toString(), u"The document's own remedy."_s);
        bench.press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(bench.document().scenario().name, std::string{"Lock only the master"});
        QCOMPARE(box->currentText(), u"Lock only the master"_s);
        QCOMPARE(bench.window.messages().text(), u"You are exploring 'Lock only the master'. The record is unchanged. Note: The document's own remedy."_s);
        bench.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(box->currentText(), u"Lock only the master 2"_s);
        bench.press(Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(box->currentIndex(), 3);
        bench.press(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(box->currentText(), u"Back up after the integration"_s);
        QCOMPARE(bench.undoSteps(), 2);
        QCOMPARE(bench.document().undoStack()->undoText(), u"Move 'Lock only the master 2' down"_s);
        bench.document().undoStack()->undo();
        QCOMPARE(box->currentText(), u"Lock only the master 2"_s);
    }

    void aCorrectedClockIsToldForEachWhatIf()
    {
        CompareBench bench;
        QCOMPARE(bench.window.typeTime(13, u"12:00"_s), QString{});
        QCOMPARE(bench.window.messages().text(), u"In 'Back up after the integration', row 13 is now possibly during the lock."_s);
    }

    void aStudyWhoseDocumentChangedOffersToReadIt()
    {
        const Night night;
        night.write("- 10:00 UTC - The queue grows\n- 10:20 UTC - Workers are added\n- 10:45 UTC - The queue is empty\n");
        Bench bench;
        bench.window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        QVERIFY(bench.window.open(night.source));
        bench.document().edit({MoveEvent{2, -minutes{10}}}, u"Move"_s);
        bench.document().edit({MoveEvent{3, minutes{5}}}, u"Move"_s);
        QVERIFY(bench.window.saveAs(night.study));
        QVERIFY(bench.window.open(night.study));
        QVERIFY(!bench.window.messages().text().contains(u"has changed"_s));
        night.write("- 09:50 UTC - An alert is raised\n- 10:00 UTC - The queue grows\n- 10:21 UTC - Workers are added\n");
        QVERIFY(bench.window.open(night.study));
        QCOMPARE(bench.window.messages().text(), u"night.md has changed since this study was saved."_s);
        for (QPushButton* button : bench.window.messages().findChildren<QPushButton*>())
            if (button->text() == u"Read it again"_s)
                button->click();
        QCOMPARE(bench.window.messages().text(), u"night.md was read again. One thing was not carried over."_s);
        QCOMPARE(bench.document().study().scenarios[0].edits, (std::vector<Edit>{MoveEvent{3, -minutes{10}}}));
        QCOMPARE(bench.document().studyPath(), night.study);
        bench.document().undoStack()->undo();
        QCOMPARE(bench.document().view().record().events.size(), std::size_t{3});
    }

    void theDocumentBesideAnOpenStudyIsWatched()
    {
        const Night night;
        night.write("- 10:00 UTC - The queue grows\n- 10:20 UTC - Workers are added\n");
        Bench bench;
        bench.window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        QVERIFY(bench.window.open(night.source));
        QVERIFY(bench.window.saveAs(night.study));
        QVERIFY(bench.window.open(night.study));
        night.write("- 10:00 UTC - The queue grows\n- 10:25 UTC - Workers are added\n");
        QTRY_COMPARE(bench.window.messages().text(), u"night.md has changed since this study was saved."_s);
    }
};

QTEST_MAIN(TestComparing)
#include "tst_comparing.moc"
