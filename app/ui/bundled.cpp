#include "ui/bundled.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QSettings>
#include <QStandardPaths>

namespace lockstep {

namespace {
constexpr auto recentKey = "recent";
constexpr auto shownKey = "shown";
constexpr int mostRecent = 10;

QMutex changing; ///< a list is read, changed and written: by one thread at a time
} // namespace

QString bundledFolder()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/../share/lockstep/timelines");
    for (const QString& folder : {beside, QStringLiteral(LOCKSTEP_TIMELINES_DIR)})
        if (QDir(folder).exists())
            return QDir(folder).canonicalPath();
    return {};
}

QString bankIncident()
{
    const QString folder = bundledFolder();
    for (const QString& name : {QStringLiteral("bank-vietnam.md"), QStringLiteral("bank-vietnam.lockstep")})
        if (!folder.isEmpty() && QFileInfo::exists(folder + QLatin1Char('/') + name))
            return folder + QLatin1Char('/') + name;
    return {};
}

QString startFolder(const QString& openFile)
{
    const QString program = QCoreApplication::applicationDirPath();
    const auto isOurs = [&](const QString& folder) {
        return folder == bundledFolder() || folder == program || folder.startsWith(program + QLatin1Char('/'));
    };
    const bool isFile = !openFile.isEmpty() && openFile != QLatin1String("-");
    const QString folders[] = {isFile ? QFileInfo(openFile).absolutePath() : QString{}, QDir::currentPath(),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)};
    for (const QString& folder : folders)
        if (!folder.isEmpty() && QDir(folder).exists() && !QDir(folder).isRoot() && !isOurs(QDir(folder).canonicalPath()))
            return folder;
    return QDir::homePath();
}

QStringList recentFiles()
{
    return QSettings{}.value(QLatin1String(recentKey)).toStringList();
}

void rememberFile(const QString& path)
{
    if (path.isEmpty() || path == QLatin1String("-"))
        return;
    const QString whole = QFileInfo(path).absoluteFilePath();
    const QMutexLocker locker{&changing};
    QStringList files = recentFiles();
    files.removeAll(whole);
    files.prepend(whole);
    QSettings{}.setValue(QLatin1String(recentKey), QStringList(files.mid(0, mostRecent)));
}

void forgetFile(const QString& path)
{
    const QMutexLocker locker{&changing};
    QStringList files = recentFiles();
    files.removeAll(path);
    QSettings{}.setValue(QLatin1String(recentKey), files);
}

QString lastShown(const QString& study)
{
    return QSettings{}.value(QLatin1String(shownKey)).toMap().value(QFileInfo(study).absoluteFilePath()).toString();
}

void rememberShown(const QString& study, const QString& scenario)
{
    if (study.isEmpty())
        return;
    const QVariantMap old = QSettings{}.value(QLatin1String(shownKey)).toMap();
    QVariantMap kept;
    for (const QString& path : recentFiles())
        if (old.contains(path))
            kept.insert(path, old.value(path));
    kept.insert(QFileInfo(study).absoluteFilePath(), scenario);
    QSettings{}.setValue(QLatin1String(shownKey), kept);
}

} // namespace lockstep
