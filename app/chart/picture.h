#pragma once
#include "chart/chart_scene.h"
#include <QByteArray>
#include <QImage>
#include <QSize>
#include <span>

namespace lockstep {

struct PictureOptions {
    QSize size{1600, 900};    ///< pixels at scale 1; grown in height when the content needs it
    double scale = 1;         ///< 2 and 3 are sharp, not enlarged
    Theme::Id theme = Theme::Id::Light;
    std::optional<Span> range;
    bool linear = false;
    std::vector<Instant> opened = {}; ///< see ChartScene::setOpened
};

/// A kind of picture. Each lives in pictures/NAME.cpp as `const Picture NAME` in namespace pictures.
struct Picture {
    std::string_view id, title, suffixes;
    /// Errors: no font, no memory for that size.
    Result<QByteArray> (*render)(const ChartContent&, const PictureOptions&);
};

std::span<const Picture* const> allPictures();

/// Where lanes are not the record's, the last footnote says what they are by.
void sayWhatLanesAre(ChartContent& content);
/// Where a filter leaves rows out, the last footnote says so: "12 of 40 rows are not shown."
void sayWhatIsHidden(ChartContent& content);

/// Where a picture of `visible` leaves rows out, its last footnote says so: "9 of 15 rows shown." Says what a filter leaves
/// out as well.
void sayWhatIsShown(ChartContent& content, const Span& visible);

/// The chart as pixels, without tools: what PNG writes and "Copy picture" copies.
Result<QImage> renderImage(const ChartContent&, const PictureOptions&);

} // namespace lockstep
