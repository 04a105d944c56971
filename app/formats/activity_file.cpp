#include "formats/activity_file.h"
#include "core/activity_text.h"
#include "formats/file_bytes.h"
#include "formats/text_bytes.h"

namespace lockstep {

Result<Activity> readActivityFile(const std::string& path)
{
    const auto bytes = readBytes(path);
    if (!bytes)
        return tl::unexpected{bytes.error()};
    const auto text = textOf(*bytes, path == "-" ? "standard input" : path);
    if (!text)
        return tl::unexpected{text.error()};
    auto activity = readActivity(text->view());
    if (activity)
        activity->name = path == "-" ? "standard input" : path.substr(path.rfind('/') + 1);
    return activity;
}

} // namespace lockstep
