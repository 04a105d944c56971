#include "cli/display.h"
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace lockstep::cli {
namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// Whether somebody listens at a local socket. `path` may begin with a zero byte (Linux's abstract names).
bool answers(const std::string& path)
{
    sockaddr_un address{};
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return false;
    const int handle = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (handle < 0)
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + (path[0] != '\0' ? 1 : 0));
    // connect() takes every kind of address through this one type
    const bool connected = connect(handle, reinterpret_cast<const sockaddr*>(&address), length) == 0;
    close(handle);
    return connected;
}

/// ":0" and "unix:0" are asked; a display on another machine ("host:10.0") is taken at its word.
bool hasX()
{
    const std::string display = environment("DISPLAY");
    const auto colon = display.rfind(':');
    if (colon == std::string::npos)
        return false;
    if (colon > 0 && display.substr(0, colon) != "unix")
        return true;
    const std::string number = display.substr(colon + 1, display.find('.', colon) - colon - 1);
    const std::string path = "/tmp/.X11-unix/X" + number;
    return answers(path) || answers(std::string(1, '\0') + path);
}

bool hasWayland()
{
    const std::string display = environment("WAYLAND_DISPLAY");
    if (display.empty())
        return false;
    return answers(display[0] == '/' ? display : environment("XDG_RUNTIME_DIR") + '/' + display);
}

} // namespace

bool hasDisplay()
{
    const std::string platform = environment("QT_QPA_PLATFORM");
    const bool needsServer = platform.empty() || platform.starts_with("xcb") || platform.starts_with("wayland");
    return !needsServer || hasX() || hasWayland();
}

} // namespace lockstep::cli
