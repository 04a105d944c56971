#include "core/limits.h"
#include "ui/source_watch.h"
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lockstep;

namespace {

void write(const QString& path, const QByteArray& bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    QVERIFY(file.open(mode) && file.write(bytes) == bytes.size());
}

} // namespace

class TestSourceWatch : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("log.csv"));

private slots:
    void otherBytesAreToldAndTheSameAreNot_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("small") << 1'000;
        QTest::newRow("large") << static_cast<int>(limits::readAtOnce) + 1'000;
    }
    void otherBytesAreToldAndTheSameAreNot()
    {
        QFETCH(int, size);
        write(m_path, QByteArray(size, 'a'));
        SourceWatch watch;
        QSignalSpy changed(&watch, &SourceWatch::changed);
        watch.watch(m_path);
        write(m_folder.filePath(QStringLiteral("beside.txt")), "another file");
        QVERIFY(!changed.wait(700));
        write(m_path, "b", QIODevice::Append);
        QVERIFY(changed.wait(3'000));
        QCOMPARE(changed.count(), 1);
    }
    void aSmallFileWrittenAgainWithTheSameBytesIsNotAnother()
    {
        write(m_path, "10:00 a");
        SourceWatch watch;
        QSignalSpy changed(&watch, &SourceWatch::changed);
        watch.watch(m_path);
        write(m_path, "10:00 a");
        QVERIFY(!changed.wait(700));
    }
    void aFileThatWasTakenAwayIsToldAndThatItIsBack()
    {
        write(m_path, "10:00 a");
        SourceWatch watch;
        QSignalSpy changed(&watch, &SourceWatch::changed), gone(&watch, &SourceWatch::gone);
        watch.watch(m_path);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(gone.wait(5'000));
        QCOMPARE(gone.takeFirst().front().toBool(), true);
        write(m_path, "10:00 a");
        QVERIFY(gone.wait(3'000));
        QCOMPARE(gone.takeFirst().front().toBool(), false);
        QCOMPARE(changed.count(), 0);
    }
    void aSaveByRenameIsNotAFileTakenAway()
    {
        write(m_path, "10:00 a");
        SourceWatch watch;
        QSignalSpy changed(&watch, &SourceWatch::changed), gone(&watch, &SourceWatch::gone);
        watch.watch(m_path);
        QVERIFY(QFile::rename(m_path, m_path + QLatin1Char('~')));
        QVERIFY(!changed.wait(700));
        write(m_path, "10:00 b");
        QVERIFY(changed.wait(3'000));
        QVERIFY(!gone.wait(2'500));
    }
};

QTEST_GUILESS_MAIN(TestSourceWatch)
#include "tst_source_watch.moc"
