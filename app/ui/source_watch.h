#pragma once
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace lockstep {

/// Notices when the bytes of one file become others than those that were last known. A large file counts as another when
/// its size or the time it was written is.
class SourceWatch : public QObject {
    Q_OBJECT
public:
    explicit SourceWatch(QObject* parent = nullptr);

    /// Watches this file from now on, as it is now; an empty path or "-" watches none.
    void watch(const QString& path);
    /// The program wrote the file itself: its bytes are known.
    void accept();

signals:
    void changed();
    void gone(bool isGone); ///< the file was taken away, or is there again as it was

private:
    void look();
    void listen();

    QString m_path;
    QByteArray m_known; ///< digest of the bytes
    QFileSystemWatcher m_watcher;
    QTimer m_settle, m_absence;
    bool m_isGone = false;
};

} // namespace lockstep
