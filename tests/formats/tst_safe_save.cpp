#include "formats/file_calls.h"
#include "formats/safe_save.h"
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cerrno>
#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace lockstep;

namespace {

const QByteArray oldBytes = "the old timeline\n";

QByteArray bytesOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList filesIn(const QString& folder)
{
    return QDir{folder}.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

unsigned modeOf(const QString& path)
{
    struct stat status {};
    return ::stat(path.toUtf8().constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

QString sentence(const Result<void>& saved)
{
    return saved ? QString{} : QString::fromStdString(saved.error().what);
}

// Failing system calls; each sets the reason a real disk would give.
ssize_t noSpace(int, const void*, std::size_t) { return errno = ENOSPC, -1; }
ssize_t writesNothing(int, const void*, std::size_t) { return 0; }
ssize_t writesAFewThenFails(int handle, const void* bytes, std::size_t size)
{
    return size > 10 ? ::write(handle, bytes, 10) : noSpace(handle, bytes, size);
}
ssize_t writesOneByOne(int handle, const void* bytes, std::size_t) { return ::write(handle, bytes, 1); }
int syncFails(int) { return errno = EIO, -1; }
int folderSyncFails(int handle)
{
    struct stat status {};
    ::fstat(handle, &status);
    return S_ISDIR(status.st_mode) ? syncFails(handle) : ::fsync(handle);
}
int closeFails(int handle)
{
    ::close(handle);
    errno = EDQUOT;
    return -1;
}
int renameFails(const char*, const char*) { return errno = EXDEV, -1; }

} // namespace

class tst_safe_save : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aNewFileIsWritten_data();
    void aNewFileIsWritten();
    void anOldFileIsReplacedAndKeepsItsPermissions();
    void aLinkStaysALinkAndItsTargetIsReplaced();
    void aDanglingLinkGetsItsTarget();
    void shortWritesAreContinued();
    void anyFailingCallLeavesTheOldFile_data();
    void anyFailingCallLeavesTheOldFile();
    void anUnconfirmedFolderIsSaid();
    void aFileSizeLimitLeavesTheOldFile();
    void aFullDiskLeavesTheOldFile();
    void aPathThatCannotBeWrittenIsNamedWithTheReason_data();
    void aPathThatCannotBeWrittenIsNamedWithTheReason();
    void aWriteProtectedFileOrFolderIsLeftAlone();
    void aPipeIsNotReplaced();
    void noNameIsRefused();

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_safe_save::aNewFileIsWritten_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray{};
    QTest::newRow("a line") << QByteArray{"one line\n"};
    QTest::newRow("zero bytes inside") << QByteArray{"a\0b\0", 4};
    QTest::newRow("a megabyte") << QByteArray(1 << 20, 'x');
}

void tst_safe_save::aNewFileIsWritten()
{
    QFETCH(QByteArray, bytes);
    const auto target = path("B\u00e1o c\u00e1o 1.lockstep");
    QCOMPARE(sentence(safeSave(target.toStdString(), {bytes.constData(), static_cast<std::size_t>(bytes.size())})), QString{});
    QVERIFY(QFile::exists(target));
    QCOMPARE(bytesOf(target), bytes);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("B\u00e1o c\u00e1o 1.lockstep")});
}

void tst_safe_save::anOldFileIsReplacedAndKeepsItsPermissions()
{
    const auto target = path("a.lockstep");
    put(target, oldBytes);
    QCOMPARE(::chmod(target.toUtf8().constData(), 0640), 0);
    QCOMPARE(sentence(safeSave(target.toStdString(), "new")), QString{});
    QCOMPARE(bytesOf(target), QByteArray{"new"});
    QCOMPARE(modeOf(target), 0640u);
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
}

void tst_safe_save::aLinkStaysALinkAndItsTargetIsReplaced()
{
    QVERIFY(QDir{m_folder->path()}.mkdir(QStringLiteral("elsewhere")));
    put(path("elsewhere/real.lockstep"), oldBytes);
    QVERIFY(QFile::link(QStringLiteral("elsewhere/real.lockstep"), path("second")));
    QVERIFY(QFile::link(QStringLiteral("second"), path("first")));
    QCOMPARE(sentence(safeSave(path("first").toStdString(), "new")), QString{});
    QVERIFY(QFileInfo{path("first")}.isSymLink());
    QVERIFY(QFileInfo{path("second")}.isSymLink());
    QCOMPARE(bytesOf(path("elsewhere/real.lockstep")), QByteArray{"new"});
}

void tst_safe_save::aDanglingLinkGetsItsTarget()
{
    QVERIFY(QFile::link(QStringLiteral("not-yet"), path("link")));
    QCOMPARE(sentence(safeSave(path("link").toStdString(), "new")), QString{});
    QVERIFY(QFileInfo{path("link")}.isSymLink());
    QCOMPARE(bytesOf(path("not-yet")), QByteArray{"new"});
}

void tst_safe_save::shortWritesAreContinued()
{
    FileCalls calls;
    calls.write = writesOneByOne;
    QCOMPARE(sentence(saveWith(calls, path("a").toStdString(), "every byte")), QString{});
    QCOMPARE(bytesOf(path("a")), QByteArray{"every byte"});
}

void tst_safe_save::anyFailingCallLeavesTheOldFile_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("reason");
    QTest::newRow("write fails") << 0 << QStringLiteral("No space left on device");
    QTest::newRow("write stops short") << 1 << QStringLiteral("No space left on device");
    QTest::newRow("write takes nothing") << 2 << QStringLiteral("No space left on device");
    QTest::newRow("fsync fails") << 3 << QStringLiteral("Input/output error");
    QTest::newRow("close fails") << 4 << QStringLiteral("Disk quota exceeded");
    QTest::newRow("rename fails") << 5 << QStringLiteral("Invalid cross-device link");
}

void tst_safe_save::anyFailingCallLeavesTheOldFile()
{
    QFETCH(int, which);
    QFETCH(QString, reason);
    FileCalls calls;
    calls.write = which == 0 ? noSpace : which == 1 ? writesAFewThenFails : which == 2 ? writesNothing : calls.write;
    calls.fsync = which == 3 ? syncFails : calls.fsync;
    calls.close = which == 4 ? closeFails : calls.close;
    calls.rename = which == 5 ? renameFails : calls.rename;
    const auto target = path("a.lockstep");
    put(target, oldBytes);
    QCOMPARE(sentence(saveWith(calls, target.toStdString(), "a new and longer timeline")),
        QStringLiteral("Cannot write %1: %2.").arg(target, reason));
    QCOMPARE(bytesOf(target), oldBytes);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("a.lockstep")});
}

void tst_safe_save::anUnconfirmedFolderIsSaid()
{
    FileCalls calls;
    calls.fsync = folderSyncFails;
    const auto target = path("a");
    QCOMPARE(sentence(saveWith(calls, target.toStdString(), "new")),
        QStringLiteral("%1 is written, but the disk did not confirm it: Input/output error.").arg(target));
    QCOMPARE(bytesOf(target), QByteArray{"new"});
}

void tst_safe_save::aFileSizeLimitLeavesTheOldFile()
{
    const auto target = path("a.lockstep");
    put(target, oldBytes);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{20'000, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto saved = safeSave(target.toStdString(), std::string(100'000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QCOMPARE(sentence(saved), QStringLiteral("Cannot write %1: File too large.").arg(target));
    QCOMPARE(bytesOf(target), oldBytes);
    QCOMPARE(filesIn(m_folder->path()).size(), 1);
}

void tst_safe_save::aFullDiskLeavesTheOldFile()
{
    const auto disk = m_folder->path();
    if (::mount("tmpfs", disk.toUtf8().constData(), "tmpfs", 0, "size=64k") != 0)
        QSKIP("Only root can mount a small disk; the size limit above covers the rest.");
    const auto target = path("a.lockstep");
    put(target, oldBytes);
    const auto saved = safeSave(target.toStdString(), std::string(100'000, 'x'));
    const auto kept = bytesOf(target);
    const auto files = filesIn(disk);
    ::umount(disk.toUtf8().constData());
    QCOMPARE(sentence(saved), QStringLiteral("Cannot write %1: No space left on device.").arg(target));
    QCOMPARE(kept, oldBytes);
    QCOMPARE(files, QStringList{QStringLiteral("a.lockstep")});
}

void tst_safe_save::aPathThatCannotBeWrittenIsNamedWithTheReason_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing folder") << QStringLiteral("no/such/a.png") << QStringLiteral("Cannot write %1: No such file or directory.");
    QTest::newRow("a folder") << QStringLiteral(".") << QStringLiteral("Cannot write %1: Is a directory.");
    QTest::newRow("a file as folder") << QStringLiteral("file/a.png") << QStringLiteral("Cannot write %1: Not a directory.");
    QTest::newRow("a name too long") << QString{300, u'n'} << QStringLiteral("Cannot write %1: File name too long.");
}

void tst_safe_save::aPathThatCannotBeWrittenIsNamedWithTheReason()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    put(path("file"), oldBytes);
    const auto target = m_folder->path() + u'/' + name;
    QCOMPARE(sentence(safeSave(target.toStdString(), "new")), expected.arg(target));
    QCOMPARE(bytesOf(path("file")), oldBytes);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("file")});
}

void tst_safe_save::aWriteProtectedFileOrFolderIsLeftAlone()
{
    if (::geteuid() == 0)
        QSKIP("Nothing is write-protected for root.");
    const auto target = path("a");
    put(target, oldBytes);
    QCOMPARE(::chmod(target.toUtf8().constData(), 0444), 0);
    QCOMPARE(sentence(safeSave(target.toStdString(), "new")), QStringLiteral("Cannot write %1: Permission denied.").arg(target));
    QCOMPARE(bytesOf(target), oldBytes);
    QCOMPARE(::chmod(target.toUtf8().constData(), 0644), 0);
    QCOMPARE(::chmod(m_folder->path().toUtf8().constData(), 0555), 0);
    const auto saved = safeSave(target.toStdString(), "new");
    ::chmod(m_folder->path().toUtf8().constData(), 0755);
    QCOMPARE(sentence(saved), QStringLiteral("Cannot write %1: Permission denied.").arg(target));
    QCOMPARE(bytesOf(target), oldBytes);
}

void tst_safe_save::aPipeIsNotReplaced()
{
    const auto pipe = path("pipe");
    QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
    QCOMPARE(sentence(safeSave(pipe.toStdString(), "new")), QStringLiteral("Cannot write %1: it is no ordinary file.").arg(pipe));
    struct stat status {};
    QCOMPARE(::stat(pipe.toUtf8().constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
}

void tst_safe_save::noNameIsRefused()
{
    QCOMPARE(sentence(safeSave("", "new")), QStringLiteral("Cannot write: no file name was given."));
}

QTEST_GUILESS_MAIN(tst_safe_save)
#include "tst_safe_save.moc"
