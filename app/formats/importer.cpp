#include "formats/importer.h"
#include "formats/file_bytes.h"
#include "formats/text_bytes.h"
#include <QCryptographicHash>
#include <algorithm>
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
    draft.events.close();
    for (Draft& added : draft.added)
        added.events.close();
    if (!columns.empty())
        incident->reading.push_back({SetColumns{std::string{columns}}, By::Person, {}});
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
    const auto bytes = readBytes(path);
    if (!bytes)
        return tl::unexpected{bytes.error()};
    return readIncident(*bytes, nameWithoutFolders(path), format, columns);
}

} // namespace lockstep
