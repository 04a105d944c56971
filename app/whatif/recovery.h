#pragma once
#include "whatif/document.h"
#include <QDateTime>
#include <QTimer>

class QLockFile;

namespace lockstep {

/// Unsaved work of a run that did not end well.
struct LostWork {
    QString journal;         ///< the journal's file
    QString path, studyPath; ///< as the document had them; each may be empty
    QString title;           ///< the document's title
    QDateTime changed;       ///< when it was last written
};

/// Keeps a journal of a document's unsaved work, so that little is lost when the program ends badly.
/// The journal is written at most two seconds after a change and removed when the work is saved or let go.
class Recovery : public QObject {
    Q_OBJECT
public:
    /// `folder` holds the journals of all running programs; each locks its own. The document must outlive this.
    Recovery(Document& document, const QString& folder, QObject* parent = nullptr);
    /// Ending well: the journal goes.
    ~Recovery() override;

    /// Where the program keeps its journals: below the user's data folder.
    static QString standardFolder();
    /// Work in journals that no running program owns, newest first. Journals that cannot be read are left out.
    static std::vector<LostWork> lostWork(const QString& folder);

    /// Opens lost work in the document, as modified, and keeps it in a journal of its own before the old one goes.
    /// Errors: the journal cannot be read; it then stays where it is, and so does what is open.
    Result<void> recover(const LostWork& work);
    static void discard(const LostWork& work);

    /// Writes the journal now if there is unsaved work. For tests and for the moments before something risky.
    void writeNow();

signals:
    /// The journal could not be written; the sentence says why.
    void failed(const QString& what);

private:
    void noteChange();
    void removeJournal();

    Document& m_document;
    QString m_journal;
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
};

} // namespace lockstep
