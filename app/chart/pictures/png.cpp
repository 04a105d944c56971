#include "chart/picture.h"
#include "chart/png_writer.h"

namespace lockstep::pictures {

namespace {

Result<QByteArray> render(const ChartContent& content, const PictureOptions& options)
{
    const Result<QImage> image = renderImage(content, options);
    if (!image)
        return tl::unexpected{image.error()};
    return pngOf(*image);
}

} // namespace

extern const Picture png;
const Picture png{"png", "PNG picture", "png", render};

} // namespace lockstep::pictures
