#include "chart/png_writer.h"
#include <QtEndian>
#include <libdeflate.h>
#include <memory>
#include <string_view>

namespace lockstep {

namespace {

constexpr int level = 5;

void addNumber(QByteArray& out, quint32 value)
{
    const quint32 big = qToBigEndian(value);
    out.append(reinterpret_cast<const char*>(&big), 4);
}

/// Length, name, content, and a checksum over the last two.
void addChunk(QByteArray& out, std::string_view name, const QByteArray& content)
{
    addNumber(out, static_cast<quint32>(content.size()));
    const qsizetype start = out.size();
    out.append(name.data(), static_cast<qsizetype>(name.size()));
    out.append(content);
    addNumber(out, libdeflate_crc32(0, out.constData() + start, static_cast<std::size_t>(out.size() - start)));
}

QByteArray header(const QImage& image)
{
    QByteArray content;
    addNumber(content, static_cast<quint32>(image.width()));
    addNumber(content, static_cast<quint32>(image.height()));
    content.append("\x08\x02\x00\x00\x00", 5); // 8 bits, red green blue, deflate, standard filters, no interlace
    return content;
}

/// Each row: a byte that names its filter (none), then its pixels.
QByteArray rows(const QImage& image)
{
    QByteArray raw((qsizetype{3} * image.width() + 1) * image.height(), Qt::Uninitialized);
    char* out = raw.data();
    for (int y = 0; y < image.height(); ++y) {
        *out++ = 0;
        const auto* pixel = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x, ++pixel) {
            *out++ = static_cast<char>(qRed(*pixel));
            *out++ = static_cast<char>(qGreen(*pixel));
            *out++ = static_cast<char>(qBlue(*pixel));
        }
    }
    return raw;
}

QByteArray compressed(const QByteArray& raw)
{
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> deflate{
        libdeflate_alloc_compressor(level), libdeflate_free_compressor};
    if (!deflate)
        return {};
    const auto size = static_cast<std::size_t>(raw.size());
    QByteArray out(static_cast<qsizetype>(libdeflate_zlib_compress_bound(deflate.get(), size)), Qt::Uninitialized);
    const std::size_t used
        = libdeflate_zlib_compress(deflate.get(), raw.constData(), size, out.data(), static_cast<std::size_t>(out.size()));
    out.truncate(static_cast<qsizetype>(used));
    return out;
}

} // namespace

Result<QByteArray> pngOf(const QImage& image)
{
    const QImage pixels = image.format() == QImage::Format_RGB32 ? image : image.convertToFormat(QImage::Format_RGB32);
    if (pixels.isNull())
        return refusal("There is no picture to write.", "Choose a smaller size or scale.");
    const QByteArray content = compressed(rows(pixels));
    if (content.isEmpty())
        return refusal("There is not enough memory to write the picture.", "Choose a smaller size or scale.");
    QByteArray out("\x89PNG\r\n\x1a\n", 8);
    addChunk(out, "IHDR", header(pixels));
    addChunk(out, "IDAT", content);
    addChunk(out, "IEND", {});
    return out;
}

} // namespace lockstep
