#include "chart/picture.h"
#include "cli/command.h"
#include "cli/names.h"
#include "cli/opened.h"
#include "cli/output.h"
#include "cli/shown_span.h"
#include "cli/targets.h"
#include "core/limits.h"
#include "core/version.h"
#include "formats/lockstep_file/values.h"
#include "formats/text_for.h"
#include <QApplication>
#include <QBuffer>
#include <QImageReader>
#include <algorithm>
#include <charconv>

namespace lockstep::cli {
namespace {

/// The picture kind of a file name's suffix; standard output gets a PNG.
OrStop<const Picture*> pictureFor(const std::string& target)
{
    const std::string suffix = target == "-" ? "png" : suffixOf(target);
    std::string known;
    for (const Picture* picture : allPictures()) {
        if (hasSuffix(picture->suffixes, suffix))
            return picture;
        known += ' ' + std::string{picture->suffixes};
    }
    return stop(Exit::Usage, "No picture can be written as '" + forTerminal(target) + "'. Suffixes of pictures:" + known + '.');
}

template <class Number> std::optional<Number> number(std::string_view text)
{
    Number value{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

OrStop<QSize> sizeFrom(const std::string& written)
{
    constexpr int least = 200;
    const auto cross = written.find('x');
    if (cross != std::string::npos) {
        const auto width = number<int>(std::string_view{written}.substr(0, cross));
        const auto height = number<int>(std::string_view{written}.substr(cross + 1));
        if (width && height && *width >= least && *height >= least && *width <= limits::imagePixels
            && *height <= limits::imagePixels)
            return QSize{*width, *height};
    }
    return stop(Exit::Usage, "'" + forTerminal(written) + "' is no size. Write it as 1600x900, each side from "
                                 + std::to_string(least) + " to " + std::to_string(limits::imagePixels) + '.');
}

OrStop<Theme::Id> themeFrom(const std::string& written)
{
    if (sameName(written, "light"))
        return Theme::Id::Light;
    if (sameName(written, "dark"))
        return Theme::Id::Dark;
    if (sameName(written, "print"))
        return Theme::Id::Print;
    return stop(Exit::Usage, "Unknown theme '" + forTerminal(written) + "'. Themes: light, dark and print.");
}

OrStop<PictureOptions> optionsFrom(const Arguments& arguments)
{
    PictureOptions options;
    if (const auto written = arguments.value("size")) {
        const auto size = sizeFrom(*written);
        if (!size)
            return tl::unexpected{size.error()};
        options.size = *size;
    }
    if (const auto written = arguments.value("scale")) {
        const auto scale = number<double>(*written);
        if (!scale || !(*scale >= 0.5 && *scale <= 8))
            return stop(Exit::Usage, "'" + forTerminal(*written) + "' is no scale. It lies between 0.5 and 8.");
        options.scale = *scale;
    }
    if (std::max(options.size.width(), options.size.height()) * options.scale > limits::imagePixels)
        return stop(Exit::Usage, "That picture is too large. No side may pass " + std::to_string(limits::imagePixels) + " pixels.");
    if (const auto written = arguments.value("theme")) {
        const auto theme = themeFrom(*written);
        if (!theme)
            return tl::unexpected{theme.error()};
        options.theme = *theme;
    }
    options.linear = arguments.has("linear");
    return options;
}

/// The lanes as the study has them, or by what the person says.
OrStop<LanesShown> lanesFrom(const Arguments& arguments, const Opened& opened)
{
    LanesShown shown = opened.incident().lanes;
    const auto written = arguments.value("lanes-by");
    if (!written)
        return shown;
    std::vector<std::string> known{"record"};
    for (const auto& [by, name] : lockstep_file::namesOf(LanesBy{}))
        known.emplace_back(name);
    const auto found = std::ranges::find_if(known, [&](const std::string& name) { return sameName(name, *written); });
    if (found == known.end())
        return stop(Exit::Usage, "Lanes cannot be drawn by '" + forTerminal(*written) + "'. They can by: " + listed(known) + '.');
    shown.by = allLanesBy[found - known.begin()];
    if (!canTell(opened.resolved.timeline, shown.by))
        return stop(Exit::Usage, "No row tells a lane by its " + *found + '.');
    return shown;
}

ChartContent contentOf(const Opened& opened, const LanesShown& shown)
{
    const auto bands = std::make_shared<const Bands>(opened.resolved.timeline, shown.by);
    return {.view = opened.view,
            .scenario = opened.scenario,
            .finding = findingOf(opened.view, opened.scenario, opened.incident().reading, opened.resolved),
            .footnotes = footnotes(opened.view, opened.scenario, opened.incident().reading, opened.resolved),
            .corner = "tz " + tzVersion() + " · " + std::string{versionLabel()},
            .measures = opened.incident().measures,
            .bands = bands,
            .lanes = lanePlaces(*bands, shown),
            .hidden = hiddenRows(opened.view, withHidden({}, shown))};
}

/// Without a session there is no XDG_RUNTIME_DIR, and a picture needs none: Qt's remark on that is dropped.
void sayAllButRuntimeFolder(QtMsgType, const QMessageLogContext&, const QString& message)
{
    if (!message.contains(QLatin1String("XDG_RUNTIME_DIR")))
        printMessage(message.toStdString());
}

/// Content that does not fit makes the picture taller than was asked for.
void sayGrown(const QByteArray& picture, const PictureOptions& options)
{
    QBuffer buffer;
    buffer.setData(picture);
    const QSize made = QImageReader{&buffer}.size() / options.scale;
    if (made.height() > options.size.height() + 1)
        printMessage("The picture is " + std::to_string(made.width()) + 'x' + std::to_string(made.height()) + ": its content needs more height than "
            + std::to_string(options.size.height()) + '.');
}

/// Draws with Qt on no display at all.
OrStop<Exit> draw(const Picture& picture, const ChartContent& content, const PictureOptions& options, const std::string& target)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(sayAllButRuntimeFolder);
    int argc = 1;
    char name[] = "lockstep";
    char* argv[] = {name, nullptr};
    const QApplication application{argc, argv};
    const auto bytes = picture.render(content, options);
    if (!bytes)
        return stop(Exit::CannotReadOrWrite, problemText(target, bytes.error()));
    sayGrown(*bytes, options);
    return writeTarget(target, {bytes->constData(), static_cast<std::size_t>(bytes->size())});
}

} // namespace

OrStop<Exit> runExport(const Arguments& arguments)
{
    const auto target = targetOf(arguments);
    if (!target)
        return tl::unexpected{target.error()};
    const auto picture = pictureFor(*target);
    if (!picture)
        return tl::unexpected{picture.error()};
    auto options = optionsFrom(arguments);
    if (!options)
        return tl::unexpected{options.error()};
    const auto opened = openFor(arguments);
    if (!opened)
        return tl::unexpected{opened.error()};
    const auto shown = shownSpan(arguments, (*opened)->resolved.timeline, wholeSpan((*opened)->view));
    if (!shown)
        return tl::unexpected{shown.error()};
    options->range = *shown;
    const auto lanes = lanesFrom(arguments, **opened);
    if (!lanes)
        return tl::unexpected{lanes.error()};
    printWarnings(**opened);
    return draw(**picture, contentOf(**opened, *lanes), *options, *target);
}

} // namespace lockstep::cli
