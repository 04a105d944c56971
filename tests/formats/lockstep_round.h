#pragma once
#include "formats/importer.h"
#include "formats/writer.h"
#include <QFile>
#include <QtTest>
#include <algorithm>

/// Writing and reading .lockstep text without files in between.
namespace lockstep::test {

inline Result<Incident> readStudy(std::string_view text)
{
    const auto all = allImporters();
    const auto found = std::find_if(all.begin(), all.end(), [](const auto* importer) { return importer->id == "lockstep"; });
    return (*found)->parse(text);
}

inline Result<std::string> writeStudy(const Incident& incident, const Resolved& resolved = {})
{
    const auto all = allWriters();
    const auto found = std::find_if(all.begin(), all.end(), [](const auto* writer) { return writer->id == "lockstep"; });
    return (*found)->write({incident, resolved, TimelineView{}, Scenario{}});
}

inline std::string fileText(const char* belowSource)
{
    QFile file{QStringLiteral(LOCKSTEP_SOURCE_DIR "/") + QString::fromLatin1(belowSource)};
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

/// "12: what" of a refusal, "" of a success.
inline std::string lineAndWhat(const Result<Incident>& result)
{
    return result ? std::string{} : std::to_string(result.error().line) + ": " + result.error().what;
}

} // namespace lockstep::test
