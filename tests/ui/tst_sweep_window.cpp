#include "core/finding_words.h"
#include "support/window_bench.h"
#include "ui/message_bar.h"
#include "ui/sweep_view.h"
#include "ui/sweep_window.h"
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

using namespace lockstep;
using namespace lockstep::test;

namespace {

/// The main window with the curated, dated bank, and the plot of its backups beside it.
struct Plot {
    MainWindow main;
    SweepWindow* sweep = nullptr;

    explicit Plot(bool dated = true)
    {
        main.resize(1400, 900);
        main.open(QStringLiteral(LOCKSTEP_SOURCE_DIR "/timelines/bank-vietnam.lockstep"));
        main.document().choose(-1);
        if (dated)
            main.document().read(SetDate{date::year{2019} / date::October / 6, {}}, QStringLiteral("date"));
        main.document().undoStack()->clear();
        main.show();
        sweep = main.tryEveryStart("backups");
    }
    bool isReady() { return QTest::qWaitFor([&] { return sweep->view().plot().hasContent() && !sweep->isRunning(); }, 20'000); }
    QPoint at(std::size_t start) { return sweep->view().mapFromScene(sweep->view().plot().pointOf(start)); }
    void click(std::size_t start) { QTest::mouseClick(sweep->view().viewport(), Qt::LeftButton, {}, at(start)); }
    QString readOut() { return sweep->findChild<QLabel*>(QStringLiteral("startWords"))->text(); }
    Document& document() { return main.document(); }
    const Window& backups() { return *windowIn(document().view(), "backups"); }
    int minuteOfBegin() { return static_cast<int>((backups().begin.earliest.time_since_epoch() % std::chrono::hours{24}).count() / 60'000); }
};

} // namespace

class TestSweepWindow : public QObject {
    Q_OBJECT
private slots:
    void pointingAtAStartReadsIt()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        QWidget* viewport = plot.sweep->view().viewport();
        const QPoint at = plot.at(297);
        QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(viewport, &move);
        QVERIFY2(plot.readOut().contains(QStringLiteral(" UTC, 00:5")), qPrintable(plot.readOut()));
        QVERIFY2(plot.readOut().contains(QStringLiteral("Out of date: 2. 1.23% of the world")), qPrintable(plot.readOut()));
    }

    void aClickIsOneWhatIfAndOneUndoStep()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        plot.click(297);
        QCOMPARE(plot.document().undoStack()->count(), 1);
        QVERIFY(!plot.document().isOnRecord());
        const QString name = QString::fromStdString(plot.document().scenario().name);
        QVERIFY2(name.startsWith(QStringLiteral("Backups at 04:5")), qPrintable(name));
        QVERIFY(std::abs(plot.minuteOfBegin() - 297) <= 2); // a pixel is more than a minute
        plot.document().undoStack()->undo();
        QVERIFY(plot.document().isOnRecord());
        QCOMPARE(plot.minuteOfBegin(), 210);
    }

    void aSecondClickTakesThePlaceOfTheFirst()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        const auto before = plot.document().study().scenarios.size();
        plot.click(297);
        plot.click(600);
        QCOMPARE(plot.document().study().scenarios.size(), before + 1);
        QVERIFY(std::abs(plot.minuteOfBegin() - 600) <= 2);
        QVERIFY(plot.document().scenario().name.starts_with("Backups at 10:0") || plot.document().scenario().name.starts_with("Backups at 09:5"));
    }

    void asNowStandsWhereTheWindowLiesNow()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        const auto now = [&] { return plot.sweep->view().plot().content().now; };
        QCOMPARE(now(), plot.backups().begin.earliest);
        plot.click(297);
        QVERIFY(plot.minuteOfBegin() != 210);
        QCOMPARE(now(), plot.backups().begin.earliest);
        plot.document().undoStack()->undo();
        QCOMPARE(plot.minuteOfBegin(), 210);
        QCOMPARE(now(), plot.backups().begin.earliest);
    }

    void itOpensFromTheListOfWhatIfs()
    {
        Plot plot;
        plot.sweep->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (QAction* action : plot.main.findChildren<QAction*>())
            if (action->text() == QStringLiteral("Try every start\u2026"))
                action->trigger();
        QVERIFY(plot.main.findChild<SweepWindow*>());
    }

    void theSafestStartsAreTriedByTheirButtons()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        QTest::mouseClick(plot.sweep->findChild<QPushButton*>(QStringLiteral("try1")), Qt::LeftButton);
        QCOMPARE(plot.document().scenario().name, "Backups at 04:57 UTC");
        QCOMPARE(plot.minuteOfBegin(), 297);
        QTest::mouseClick(plot.sweep->findChild<QPushButton*>(QStringLiteral("try2")), Qt::LeftButton);
        QCOMPARE(plot.document().scenario().name, "Backups at 00:21 UTC");
        QTest::mouseClick(plot.sweep->findChild<QPushButton*>(QStringLiteral("try3")), Qt::LeftButton);
        QCOMPARE(QString::fromStdString(plot.document().scenario().name), QStringLiteral("Backups in each region\u2019s night"));
        QCOMPARE(plot.document().view().windows().size(), std::size_t{3});
        QCOMPARE(plot.document().undoStack()->count(), 3);
    }

    void keysWalkTheStartsAndEnterTriesOne()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        plot.sweep->view().setFocus();
        for (int hour = 0; hour < 5; ++hour)
            QTest::keyClick(&plot.sweep->view(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&plot.sweep->view(), Qt::Key_Left);
        QTest::keyClick(&plot.sweep->view(), Qt::Key_Return);
        QCOMPARE(plot.document().scenario().name, "Backups at 04:59 UTC");
    }

    void anUndatedDocumentHasLookUpsAndSaysWhyThereAreNoShares()
    {
        Plot plot{false};
        QVERIFY(plot.isReady());
        const SweepContent& content = plot.sweep->view().plot().content();
        QVERIFY(!content.activity);
        QVERIFY(content.foot.find("The clock of Madrid depends on the date") != std::string::npos);
        QVERIFY(content.title.find("day 2") != std::string::npos);
        QVERIFY(content.safe.empty());
        QPushButton* date = nullptr;
        for (QPushButton* button : plot.sweep->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Set date\u2026"))
                date = button;
        QVERIFY(date && date->isVisible());
        date->click();
        QVERIFY(plot.main.messages().isAsking());
        plot.click(297);
        QVERIFY(!plot.document().isOnRecord());
    }

    void aFileOfOnesOwnTakesThePlaceOfTheIllustration()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        const QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("mine.csv"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int hour = 0; hour < 24; ++hour)
            file.write(QByteArray::number(hour) + ", 1, Vietnam\n");
        file.close();
        QVERIFY(!plot.sweep->useActivityFile(folder.filePath(QStringLiteral("none.csv"))).isEmpty());
        QCOMPARE(plot.sweep->useActivityFile(file.fileName()), QString{});
        QVERIFY(QTest::qWaitFor([&] { return plot.sweep->view().plot().content().foot == "The activity is read from mine.csv."; }, 20'000));
    }

    void thePlotIsSavedAsAPicture()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        const QTemporaryDir folder;
        QCOMPARE(plot.sweep->savePicture(folder.filePath(QStringLiteral("a.png"))), QString{});
        QCOMPARE(QImage(folder.filePath(QStringLiteral("a.png"))).size(), QSize(3200, 1800));
        QVERIFY(!plot.sweep->savePicture(folder.filePath(QStringLiteral("no/a.png"))).isEmpty());
    }

    void anotherReadingIsSweptAnew()
    {
        Plot plot;
        QVERIFY(plot.isReady());
        plot.document().read(SetClock{2, {.hour = 23, .minute = 20, .second = 0, .millis = 0}, {}}, QStringLiteral("clock"));
        QVERIFY(QTest::qWaitFor([&] { return plot.sweep->view().plot().content().sweep.window.begin == plot.backups().begin; }, 20'000));
    }

    void closingTheDocumentsWindowWhileItRunsIsSafe()
    {
        Plot plot;
        plot.sweep->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

QTEST_MAIN(TestSweepWindow)
#include "tst_sweep_window.moc"
