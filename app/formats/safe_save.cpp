#include "formats/safe_save.h"
#include "formats/file_calls.h"
#include "formats/text_for.h"
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace lockstep {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Problem> cannotWrite(const std::string& path, int reason)
{
    return refusal("Cannot write " + forTerminal(path) + ": " + std::generic_category().message(reason) + ".",
        "Nothing was changed. Choose another folder or make room.");
}

/// The file a link leads to, whether it exists or not.
fs::path behindLinks(fs::path path)
{
    constexpr int mostLinks = 40; // as the system itself allows
    std::error_code failed;
    for (int i = 0; i < mostLinks && fs::is_symlink(path, failed); ++i) {
        const auto target = fs::read_symlink(path, failed);
        if (failed)
            break;
        path = path.parent_path() / target; // an absolute target replaces the folder
    }
    return path;
}

/// A new file beside the old one; gone again unless it was kept.
class NewFile {
public:
    NewFile(const FileCalls& calls, const fs::path& target)
        : m_calls(calls)
    {
        constexpr int mostTries = 1000;
        const auto name = ".lockstep-save." + std::to_string(::getpid()) + "-";
        for (int i = 0; i < mostTries && m_handle < 0; ++i) {
            m_path = target.parent_path() / (name + std::to_string(i));
            m_handle = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            m_reason = errno;
            if (m_handle < 0 && m_reason != EEXIST)
                return;
        }
        m_created = m_handle >= 0;
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile()
    {
        if (m_handle >= 0)
            ::close(m_handle);
        if (m_created && !m_kept)
            ::unlink(m_path.c_str());
    }

    bool isOpen() const { return m_handle >= 0; }
    bool write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto written = m_calls.write(m_handle, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return failed(written == 0 ? ENOSPC : errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    /// The owner is kept where the system allows it, the permissions always.
    bool takeAfter(const struct stat& old)
    {
        const bool ownerKept = ::fchown(m_handle, old.st_uid, old.st_gid) == 0;
        const mode_t unsafeForOthers = ownerKept ? 0 : S_ISUID | S_ISGID;
        return ::fchmod(m_handle, old.st_mode & 07777 & ~unsafeForOthers) == 0 || failed(errno);
    }
    bool toDisk()
    {
        if (m_calls.fsync(m_handle) != 0)
            return failed(errno);
        const int handle = std::exchange(m_handle, -1);
        return m_calls.close(handle) == 0 || failed(errno);
    }
    bool replace(const fs::path& target)
    {
        m_kept = m_calls.rename(m_path.c_str(), target.c_str()) == 0;
        return m_kept || failed(errno);
    }
    int reason() const { return m_reason; }

private:
    bool failed(int reason)
    {
        m_reason = reason;
        return false;
    }
    const FileCalls& m_calls;
    fs::path m_path;
    int m_handle = -1, m_reason = 0;
    bool m_created = false, m_kept = false;
};

/// The new name is on disk once its folder is. Not every file system can do that; those say EINVAL.
int syncFolder(const FileCalls& calls, const fs::path& folder)
{
    const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return errno == EACCES ? 0 : errno; // a folder one may write into but not list
    const int reason = calls.fsync(handle) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
    ::close(handle);
    return reason;
}

/// What stands at the path now; a folder, a device or a write-protected file is refused.
Result<std::optional<struct stat>> oldFile(const std::string& shown, const fs::path& target)
{
    struct stat old {};
    if (::stat(target.c_str(), &old) != 0) {
        if (errno != ENOENT)
            return cannotWrite(shown, errno);
        return std::nullopt;
    }
    if (S_ISDIR(old.st_mode))
        return cannotWrite(shown, EISDIR);
    if (!S_ISREG(old.st_mode))
        return refusal("Cannot write " + forTerminal(shown) + ": it is no ordinary file.", "Name a file in a folder.");
    if (::access(target.c_str(), W_OK) != 0)
        return cannotWrite(shown, errno);
    return old;
}

} // namespace

Result<void> saveWith(const FileCalls& calls, const std::string& path, std::string_view bytes)
{
    if (path.empty())
        return refusal("Cannot write: no file name was given.");
    const auto target = behindLinks(path);
    const auto old = oldFile(path, target);
    if (!old)
        return tl::unexpected{old.error()};
    NewFile file{calls, target};
    const bool complete = file.isOpen() && file.write(bytes) && (!*old || file.takeAfter(**old)) && file.toDisk()
        && file.replace(target);
    if (!complete)
        return cannotWrite(path, file.reason());
    if (const int reason = syncFolder(calls, target.parent_path()); reason != 0)
        return refusal(forTerminal(path) + " is written, but the disk did not confirm it: "
                + std::generic_category().message(reason) + ".",
            "Save again, or to another disk.");
    return {};
}

Result<void> safeSave(const std::string& path, std::string_view bytes)
{
    return saveWith(FileCalls{}, path, bytes);
}

} // namespace lockstep
