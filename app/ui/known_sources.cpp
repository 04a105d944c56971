#include "ui/known_sources.h"
#include "formats/importer.h"
#include "ui/words.h"
#include "whatif/study_file.h"
#include <QDir>
#include <QFileInfo>

namespace lockstep {

void KnownSources::keepPath(const Draft& file, const QString& path)
{
    if (!path.isEmpty() && !isStudyFile(path))
        m_paths[file.sourceHash] = path;
}

void KnownSources::keepText(const Draft& file, const QByteArray& utf8)
{
    m_texts[file.sourceHash] = utf8;
}

Result<Incident> KnownSources::readAgain(const Draft& file, const QString& folder, const std::string& columns) const
{
    if (const auto text = m_texts.find(file.sourceHash); text != m_texts.end())
        return readIncident(text->second.toStdString(), file.sourceName, file.format, columns);
    const QString name = shown(file.sourceName);
    const auto known = m_paths.find(file.sourceHash);
    const QFileInfo beside{QDir{folder}, name};
    const bool isBeside = !folder.isEmpty() && name == beside.fileName() && !isStudyFile(name);
    if (known == m_paths.end() && !isBeside)
        return refusal("They are read from the file of the table.", "Open it as a file first.");
    auto again = openIncident(bytes(known == m_paths.end() ? beside.filePath() : known->second), file.format, columns);
    if (again && again->draft.sourceHash != file.sourceHash)
        return refusal(file.sourceName + " has changed since it was read.", "Read it again first.");
    return again;
}

} // namespace lockstep
