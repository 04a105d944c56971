#pragma once
#include <QProcess>
#include <QString>
#include <QStringList>

/// Runs the real program, as a person at a terminal does.
namespace program {

struct Ran {
    int code = -1; ///< exit code; -1 when it crashed or never started
    QByteArray out, err;
};

/// A display that is not there, unless the case is about one.
inline QProcessEnvironment headless()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromUtf8(name));
    return environment;
}

inline Ran run(const QStringList& arguments, const QByteArray& input = {},
               const QProcessEnvironment& environment = headless(), const QString& folder = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(LOCKSTEP_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

/// A timeline of the repository.
inline QString timeline(const char* name)
{
    return QStringLiteral(LOCKSTEP_SOURCE_DIR "/timelines/") + QString::fromUtf8(name);
}

} // namespace program
