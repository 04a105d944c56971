#include "formats/importer.h"
#include "core/limits.h"
#include "formats/text_bytes.h"
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>
#include <future>

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

Result<Text> bytesOf(QFile& file, const std::string& name)
{
    constexpr std::size_t piece = 1u << 20;
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::clamp<qint64>(file.size(), 0, limits::sourceBytes)) + 1);
    while (bytes.size() <= limits::sourceBytes) {
        const auto before = bytes.size();
        bytes.resize(before + std::clamp(bytes.capacity() - before, std::size_t{1}, piece));
        const auto read = file.read(bytes.data() + before, static_cast<qint64>(bytes.size() - before));
        bytes.resize(before + static_cast<std::size_t>(std::max<qint64>(read, 0)));
        if (read <= 0)
            break;
    }
    if (file.error() != QFileDevice::NoError)
        return refusal(name + " cannot be read: " + file.errorString().toStdString() + ".");
    if (bytes.size() > limits::sourceBytes)
        return refusal(name + " is larger than " + std::to_string(limits::sourceBytes >> 20) + " MiB.", "Cut it to the part that holds the timeline.");
    return Text{std::move(bytes)};
}

Result<Text> readFile(const std::string& path)
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

Result<Text> readStandardInput()
{
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly))
        return refusal("Standard input cannot be read: " + file.errorString().toStdString() + ".");
    return bytesOf(file, "Standard input");
}

} // namespace

Result<Incident> readIncident(const Text& bytes, const std::string& sourceName, std::string_view format, std::string_view columns)
{
    const auto name = spokenName(sourceName);
    // The hash of a large file takes as long as reading it; it is made beside it.
    constexpr std::size_t large = 1u << 20;
    auto hash = std::async(bytes.size() < large ? std::launch::deferred : std::launch::async | std::launch::deferred, [&bytes] { return hashOf(bytes); });
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
        draft.sourceHash = hash.get();
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
