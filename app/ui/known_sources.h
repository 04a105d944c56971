#pragma once
#include "core/incident.h"
#include <QByteArray>
#include <QString>
#include <map>

namespace lockstep {

/// Where the text of the files on the timeline is to be had once more: what was opened, added or pasted in this window.
class KnownSources {
public:
    void keepPath(const Draft& file, const QString& path);
    void keepText(const Draft& file, const QByteArray& utf8);

    /// The same bytes read by other columns; empty: by those the program finds. What is not known is looked for in `folder`.
    /// Errors: it is nowhere to be had, or is another text by now.
    Result<Incident> readAgain(const Draft& file, const QString& folder, const std::string& columns) const;

private:
    std::map<std::string, QString> m_paths; ///< by hash
    std::map<std::string, QByteArray> m_texts;
};

} // namespace lockstep
