#include "ui/readable_patterns.h"
#include "formats/importer.h"
#include <QStringList>

namespace lockstep {

QString readablePatterns()
{
    QStringList patterns;
    for (const Importer* importer : allImporters())
        for (const QString& suffix : QString::fromUtf8(importer->suffixes.data(), static_cast<qsizetype>(importer->suffixes.size())).split(QLatin1Char{' '}))
            patterns += QStringLiteral("*.") + suffix;
    return patterns.join(QLatin1Char{' '});
}

} // namespace lockstep
