#include "whatif/study_file.h"
#include "formats/safe_save.h"
#include "formats/writer.h"
#include <QFileInfo>
#include <algorithm>

namespace lockstep {

namespace {

/// The same file by whatever name; false where one of them does not exist.
bool isSameFile(const QString& a, const QString& b)
{
    const auto canonical = QFileInfo{a}.canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo{b}.canonicalFilePath();
}

} // namespace

bool isStudyFile(const QString& path)
{
    return path.endsWith(QLatin1String{".lockstep"}, Qt::CaseInsensitive);
}

Result<void> saveStudy(const QString& path, const QString& opened, const Incident& incident, const Resolved& resolved,
                       const TimelineView& view, const Scenario& scenario)
{
    if (!isStudyFile(opened) && isSameFile(path, opened))
        return refusal("This is the document that was opened; it is never written.", "Choose another name for the study.");
    const auto writers = allWriters();
    const auto writer = std::find_if(writers.begin(), writers.end(), [](const Writer* w) { return w->id == "lockstep"; });
    const auto bytes = (*writer)->write({incident, resolved, view, scenario});
    if (!bytes)
        return tl::unexpected<Problem>{bytes.error()};
    return safeSave(path.toStdString(), *bytes);
}

} // namespace lockstep
