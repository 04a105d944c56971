#include "chart/picture.h"
#include <QBuffer>

namespace lockstep::pictures {

namespace {

Result<QByteArray> render(const ChartContent& content, const PictureOptions& options)
{
    const Result<QImage> image = renderImage(content, options);
    if (!image)
        return tl::unexpected{image.error()};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image->save(&buffer, "PNG"))
        return refusal("The picture could not be written as PNG.", "Choose a smaller size or scale.");
    return bytes;
}

} // namespace

extern const Picture png;
const Picture png{"png", "PNG picture", "png", render};

} // namespace lockstep::pictures
