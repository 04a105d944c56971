#include "core/limits.h"
#include "support/window_bench.h"
#include <QAction>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

namespace {

constexpr int manyRows = 120'000; // some 6 MiB: more than is read at once

QByteArray table(int rows)
{
    QByteArray text("time,who,what\n");
    for (int i = 0; i < rows; ++i)
        text += "2019-10-06T" + QByteArray::number(10 + i / 36'000) + ':' + QByteArray::number(10 + i / 720 % 50) + ':' + QByteArray::number(10 + i % 50)
            + "Z,bank,The balance was asked for\n";
    return text;
}

class TestLargeFiles : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString written(const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("large.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return path;
    }

    static std::size_t rowsOf(MainWindow& window) { return window.document().resolved().timeline.events.size(); }

    static QPushButton* link(MainWindow& window, const QString& text)
    {
        for (QPushButton* button : window.messages().findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == text)
                return button;
        return nullptr;
    }

    static QAction* action(MainWindow& window, const QString& text)
    {
        for (QAction* found : window.findChildren<QAction*>())
            if (QString{found->text()}.remove(u'&').startsWith(text))
                return found;
        return nullptr;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void itsBeginIsShownWhileTheRestIsRead()
    {
        MainWindow window;
        window.show();
        std::vector<std::size_t> seen;
        connect(&window.document(), &Document::viewChanged, &window, [&] { seen.push_back(rowsOf(window)); });
        const QString path = written(table(manyRows));
        QVERIFY(QFileInfo(path).size() > qint64{limits::readAtOnce});
        QVERIFY(window.open(path));
        QVERIFY(!window.document().isOpen());
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(window), std::size_t{manyRows}, 60'000);
        QCOMPARE(seen.size(), std::size_t{2});
        QVERIFY(seen.front() > 1'000 && seen.front() < manyRows / 2);
        QVERIFY(!window.document().isModified());
        QCOMPARE(window.document().path(), path);
    }

    void whatIsDoneMeanwhileStays()
    {
        MainWindow window;
        window.show();
        bool isDone = false;
        connect(&window.document(), &Document::viewChanged, &window, [&] {
            if (!std::exchange(isDone, true))
                window.document().edit({MoveEvent{5, 10min}}, QStringLiteral("move"));
        });
        window.open(written(table(manyRows)));
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(window), std::size_t{manyRows}, 60'000);
        QCOMPARE(window.document().study().scenarios.size(), std::size_t{1});
        QCOMPARE(window.document().view().moved(5), Millis{10min});
        QVERIFY(window.document().isModified());
    }

    void aPartIsNeitherSavedNorExported()
    {
        MainWindow window;
        window.show();
        window.open(written(table(manyRows)));
        QTRY_VERIFY_WITH_TIMEOUT(window.document().isOpen(), 60'000);
        const bool isPart = rowsOf(window) < manyRows;
        QCOMPARE(action(window, QStringLiteral("Save"))->isEnabled(), !isPart);
        QCOMPARE(action(window, QStringLiteral("Export"))->isEnabled(), !isPart);
        QVERIFY(isPart);
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(window), std::size_t{manyRows}, 60'000);
        QVERIFY(action(window, QStringLiteral("Save"))->isEnabled());
    }

    void stoppedBeforeItsEndNothingOfItStays()
    {
        MainWindow window;
        window.show();
        window.open(written(table(1'200'000)));
        QTRY_VERIFY_WITH_TIMEOUT(link(window, QStringLiteral("Stop")), 60'000);
        QVERIFY2(window.messages().text().startsWith(QStringLiteral("Reading large.csv (")), qPrintable(window.messages().text()));
        link(window, QStringLiteral("Stop"))->click();
        QVERIFY(!window.document().isOpen());
        QVERIFY(window.messages().text().isEmpty());
    }

    void whatIsOpenStaysUntilTheOtherIsRead()
    {
        Bench bench;
        std::vector<std::size_t> seen;
        connect(&bench.document(), &Document::viewChanged, &bench.window, [&] { seen.push_back(rowsOf(bench.window)); });
        bench.window.open(written(table(manyRows)));
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(bench.window), std::size_t{manyRows}, 60'000);
        QCOMPARE(seen, std::vector<std::size_t>{manyRows});
    }

    void oneThatCannotBeReadLeavesWhatIsOpen()
    {
        Bench bench;
        bench.window.open(written(QByteArray("word, ").repeated(1'000'000)));
        QTRY_VERIFY_WITH_TIMEOUT(bench.window.messages().text().contains(QStringLiteral("large.csv was not opened.")), 60'000);
        QCOMPARE(rowsOf(bench.window), std::size_t{15});
    }

    void readAgainItKeepsWhatWasDone()
    {
        MainWindow window;
        window.show();
        window.open(written(table(manyRows)));
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(window), std::size_t{manyRows}, 60'000);
        window.document().edit({MoveEvent{7, 10min}}, QStringLiteral("move"));
        written(table(manyRows + 1'000));
        window.reload();
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(window), std::size_t{manyRows + 1'000}, 60'000);
        QCOMPARE(window.document().view().moved(7), Millis{10min});
    }
};

} // namespace

QTEST_MAIN(TestLargeFiles)
#include "tst_large_files.moc"
