#include "formats/file_bytes.h"
#include "core/limits.h"
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>

namespace lockstep {
namespace {

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

Result<Text> readBytes(const std::string& path)
{
    return path == "-" ? readStandardInput() : readFile(path);
}

} // namespace lockstep
