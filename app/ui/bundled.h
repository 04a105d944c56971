#pragma once
#include <QString>
#include <QStringList>

namespace lockstep {

/// The folder of the timelines that come with the program: installed, else of the source tree. Empty when neither is there.
QString bundledFolder();
/// The incident the program was made for; empty when it is not there.
QString bankIncident();
/// Where a file dialog starts: beside the open file, else in the current folder or Documents. Never among our own files.
QString startFolder(const QString& openFile);

/// Files opened before, newest first, at most ten.
QStringList recentFiles();
void rememberFile(const QString& path);
void forgetFile(const QString& path);

/// Which what-if of a study was last on show here; empty for the record. It is a person's view and no part of the file.
QString lastShown(const QString& study);
void rememberShown(const QString& study, const QString& scenario);

} // namespace lockstep
