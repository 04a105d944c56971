#include "chart/picture.h"
#include "core/grouped.h"
#include "core/limits.h"
#include "core/wording.h"
#include <QApplication>
#include <QPainter>
#include <cmath>

namespace lockstep {

namespace {

constexpr double mostTextScale = 2;
constexpr double mostBytes = 2.0 * 1024 * 1024 * 1024;

Result<QSize> pixelsFor(QSizeF size, double scale)
{
    const double width = std::round(size.width() * scale), height = std::round(size.height() * scale);
    if (!(width >= 1) || !(height >= 1))
        return refusal("The picture has no size.", "Give a width and height such as 1600x900.");
    if (std::max(width, height) > limits::imagePixels || width * height * 4 > mostBytes)
        return refusal("The picture would be " + std::to_string(std::llround(width)) + " x " + std::to_string(std::llround(height))
                + " pixels, more than this program draws.",
            "Choose a smaller size or scale.");
    return QSize{static_cast<int>(width), static_cast<int>(height)};
}

void addFootnote(ChartContent& content, const std::string& sentence)
{
    if (content.footnotes.empty())
        content.footnotes.emplace_back();
    std::string& last = content.footnotes.back();
    last += (last.empty() ? "" : " ") + sentence;
}

} // namespace

void sayWhatLanesAre(ChartContent& content)
{
    if (content.bands && !content.bands->areRecorded())
        addFootnote(content, lanesBySentence(content.bands->by()));
}

void sayWhatIsHidden(ChartContent& content)
{
    if (content.hidden)
        addFootnote(content, hiddenWords(*content.hidden));
}

void sayWhatIsShown(ChartContent& content, const Span& visible)
{
    int shown = 0, filtered = 0;
    for (EventId id = 1; id <= content.view.eventCount(); ++id) {
        const bool inside = content.view.event(id).hasInstant && content.view.at(id) >= visible.begin && content.view.at(id) <= visible.end;
        const bool isHidden = content.hidden && content.hidden->has(id);
        shown += inside && !isHidden ? 1 : 0;
        filtered += inside && isHidden ? 1 : 0;
    }
    if (shown == content.view.eventCount())
        return;
    addFootnote(content, grouped(shown) + " of " + counted(content.view.eventCount(), "row") + " shown.");
    if (filtered > 0)
        addFootnote(content, counted(filtered, "row") + " in this stretch" + (filtered == 1 ? " is" : " are") + " filtered out.");
}

Result<QImage> renderImage(const ChartContent& content, const PictureOptions& options)
{
    if (!qobject_cast<QApplication*>(QCoreApplication::instance()))
        return refusal("Pictures need a widget application.", "Start the program with the offscreen platform.");
    if (!hasFonts())
        return refusal("No font was found, so a picture would be full of boxes.", "Install a font, for example the package fonts-inter.");
    if (const auto asked = pixelsFor(options.size, options.scale); !asked)
        return tl::unexpected{asked.error()};

    ChartScene scene;
    scene.setTheme(options.theme);
    scene.setMostTextScale(mostTextScale);
    scene.setLinear(options.linear);
    scene.setOpened(options.opened);
    ChartContent told = content;
    sayWhatLanesAre(told);
    if (!options.range)
        sayWhatIsHidden(told);
    scene.setContent(told);
    QSizeF size = options.size;
    if (options.range) {
        scene.setSize(size);
        sayWhatIsShown(told, scene.axis().showing(*options.range).visible());
        scene.setContent(std::move(told));
    }
    size.setHeight(std::max(size.height(), std::ceil(scene.leastHeightFor(size.width()))));
    scene.setSize(size);
    if (options.range)
        scene.setAxis(scene.axis().showing(*options.range));

    const auto pixels = pixelsFor(size, options.scale);
    if (!pixels)
        return tl::unexpected{pixels.error()};
    QImage image(*pixels, QImage::Format_RGB32);
    if (image.isNull())
        return refusal("There is not enough memory for a picture of that size.", "Choose a smaller size or scale.");
    image.fill(Theme::of(options.theme).background);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    // The target is always given: without it a picture at twice the scale is cut.
    scene.render(&painter, QRectF{QPointF{}, QSizeF{*pixels}}, QRectF{QPointF{}, size}, Qt::IgnoreAspectRatio);
    painter.end();
    return image;
}

} // namespace lockstep
