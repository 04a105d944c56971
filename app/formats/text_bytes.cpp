#include "formats/text_bytes.h"
#include <QStringDecoder>
#include <algorithm>
#include <cstring>

namespace lockstep {

namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

int lineAt(std::string_view bytes, std::size_t offset)
{
    int line = 1;
    for (std::size_t at = 0; at < offset && at < bytes.size(); ++at)
        line += bytes[at] == '\n' || (bytes[at] == '\r' && (at + 1 >= bytes.size() || bytes[at + 1] != '\n')) ? 1 : 0;
    return line;
}

/// How many bytes the character at `at` has; 0 where the bytes are no UTF-8 (cut, overlong, surrogate, beyond U+10FFFF).
std::size_t characterBytes(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool inRange = !(lead == 0xE0 && byte(1) < 0xA0) && !(lead == 0xED && byte(1) > 0x9F);
        return inRange && follows(1) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool inRange = !(lead == 0xF0 && byte(1) < 0x90) && !(lead == 0xF4 && byte(1) > 0x8F);
        return inRange && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

constexpr std::size_t plainStep = sizeof(std::uint64_t);

/// Whether the next eight bytes are all ASCII and none is NUL: most of most files, so looked at together.
bool arePlain(std::string_view bytes, std::size_t at)
{
    if (bytes.size() - at < plainStep)
        return false;
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, plainStep);
    constexpr std::uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
    return ((eight | (eight - ones)) & high) == 0; // a borrow into a byte's high bit: it was NUL
}

std::string withPlainLineEnds(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            plain += text[at];
        else if (at + 1 >= text.size() || text[at + 1] != '\n')
            plain += '\n';
    }
    return plain;
}

Result<Text> fromUtf16(std::string_view bytes, QStringDecoder::Encoding encoding, const std::string& name)
{
    QStringDecoder decode{encoding};
    const QString text = decode(QByteArrayView{bytes.data(), static_cast<qsizetype>(bytes.size())});
    if (decode.hasError() || bytes.size() % 2 != 0)
        return refusal(name + " begins like UTF-16 text but is damaged.", "Save it as UTF-8 and open it again.");
    return Text{text.toStdString()};
}

} // namespace

Result<Text> textOf(const Text& bytesOfFile, const std::string& name)
{
    Text decoded = bytesOfFile;
    std::string_view bytes = bytesOfFile;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        const bool little = bytes.front() == '\xFF';
        auto text = fromUtf16(bytes, little ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE, name);
        if (!text)
            return text;
        decoded = std::move(*text);
        bytes = decoded;
    }
    if (bytes.starts_with(utf8Mark))
        bytes.remove_prefix(utf8Mark.size());
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return refusal(name + " is empty.", "Open a file that holds a postmortem.");
    for (std::size_t at = 0; at < bytes.size();) {
        if (arePlain(bytes, at)) {
            at += plainStep;
            continue;
        }
        if (bytes[at] == '\0')
            return refusal("This is no text: a NUL byte stands here.",
                "Open a text file, or save this one as UTF-8.", lineAt(bytes, at));
        const auto length = characterBytes(bytes, at);
        if (length == 0)
            return refusal("This is not UTF-8 text.",
                "Save the file as UTF-8 and open it again.", lineAt(bytes, at));
        at += length;
    }
    return bytes.find('\r') == std::string_view::npos ? decoded.part(bytes) : Text{withPlainLineEnds(bytes)};
}

} // namespace lockstep
