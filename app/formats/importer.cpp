#include "formats/importer.h"
#include "core/limits.h"
#include "formats/text_bytes.h"
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>

namespace lockstep {

namespace {

constexpr std::size_t headBytes = 64u << 10;

std::string hashOf(std::string_view bytes)
{
    const auto digest = QCryptographicHash::hash(QByteArrayView{bytes.data(), static_cast<qsizetype>(bytes.size())}, QCryptographicHash::Sha256);
    return "sha256:" + digest.toHex().toStdString();
}

std::string nameWithoutFolders(const std::string& path)
{
    const auto slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// What a person calls the source in a sentence.
std::string spokenName(const std::string& sourceName) { return sourceName == "-" ? "standard input" : sourceName; }

std::string knownFormats()
{
    std::string names;
    for (const auto* importer : allImporters())
        names += (names.empty() ? "" : ", ") + std::string{importer->id};
    return names;
}

Result<const Importer*> chosenImporter(std::string_view text, std::string_view format, const std::string& name)
{
    const auto all = allImporters();
    if (!format.empty()) {
        const auto named = std::ranges::find(all, format, &Importer::id);
        if (named == all.end())
            return refusal("There is no format named '" + std::string{format} + "'.", "The formats are: " + knownFormats() + ".");
        return *named;
    }
    const Importer* best = nullptr;
    int most = 0;
    for (const auto* importer : all)
        if (const int sure = importer->confidence(text.substr(0, headBytes)); sure > most) {
            most = sure;
            best = importer;
        }
    if (!best)
        return refusal("The format of " + name + " is not known.", "The formats are: " + knownFormats() + ".");
    return best;
}

void putName(std::string& sentence, const std::string& name)
{
    if (const auto at = sentence.find(sourcePlaceholder); at != std::string::npos)
        sentence.replace(at, sourcePlaceholder.size(), name);
}

Result<std::string> bytesOf(QFile& file, const std::string& name)
{
    const QByteArray bytes = file.read(static_cast<qint64>(limits::sourceBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return refusal(name + " cannot be read: " + file.errorString().toStdString() + ".");
    if (static_cast<std::size_t>(bytes.size()) > limits::sourceBytes)
        return refusal(name + " is larger than " + std::to_string(limits::sourceBytes >> 20) + " MiB.", "Cut it to the part that holds the timeline.");
    return bytes.toStdString();
}

Result<std::string> readFile(const std::string& path)
{
    QFile file{QString::fromStdString(path)};
    const QFileInfo info{file};
    if (info.isDir())
        return refusal(path + " is a folder, not a file.", "Open one of the files in it.");
    if (!info.exists())
        return refusal("There is no file " + path + ".", "Check its name and folder.");
    if (info.isFile() && static_cast<std::size_t>(std::max<qint64>(info.size(), 0)) > limits::sourceBytes)
        return refusal(path + " is larger than " + std::to_string(limits::sourceBytes >> 20) + " MiB.", "Cut it to the part that holds the timeline.");
    if (!file.open(QIODevice::ReadOnly))
        return refusal(path + " cannot be read: " + file.errorString().toStdString() + ".", "Check who may read it.");
    return bytesOf(file, path);
}

Result<std::string> readStandardInput()
{
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly))
        return refusal("Standard input cannot be read: " + file.errorString().toStdString() + ".");
    return bytesOf(file, "Standard input");
}

} // namespace

Result<Incident> readIncident(std::string_view bytes, const std::string& sourceName, std::string_view format, std::string_view columns)
{
    const auto name = spokenName(sourceName);
    const auto text = textOf(bytes, name);
    if (!text)
        return tl::unexpected{text.error()};
    const auto importer = chosenImporter(*text, format, name);
    if (!importer)
        return tl::unexpected{importer.error()};
    if (!columns.empty() && !(*importer)->parseColumns)
        return refusal(name + " is read as " + std::string{(*importer)->title} + ", which has no columns to name.", "Choose its format with --input csv, tsv, json or jsonl.");
    auto incident = columns.empty() ? (*importer)->parse(*text) : (*importer)->parseColumns(*text, columns);
    if (!incident) {
        auto problem = incident.error();
        putName(problem.what, name);
        putName(problem.instead, name);
        return tl::unexpected{std::move(problem)};
    }
    auto& draft = incident->draft;
    // A .lockstep file names the document its record was read from; that stays.
    if (draft.sourceName.empty()) {
        draft.sourceName = sourceName;
        draft.sourceHash = hashOf(bytes);
    }
    if (draft.format.empty())
        draft.format = (*importer)->id;
    return incident;
}

Result<Incident> openIncident(const std::string& path, std::string_view format, std::string_view columns)
{
    const auto bytes = path == "-" ? readStandardInput() : readFile(path);
    if (!bytes)
        return tl::unexpected{bytes.error()};
    return readIncident(*bytes, nameWithoutFolders(path), format, columns);
}

} // namespace lockstep
