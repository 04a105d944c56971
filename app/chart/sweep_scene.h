#pragma once
#include "chart/chart_layout.h"
#include "chart/theme.h"
#include "core/sweep_words.h"
#include <QGraphicsScene>
#include <QImage>

namespace lockstep {

/// What a plot of a sweep shows.
struct SweepContent {
    Sweep sweep;
    std::optional<Activity> activity;
    std::vector<SafeStart> safe;
    std::string title, foot;
    Instant now;                    ///< where the window lies in what is on show
    std::vector<RulerZone> zones;   ///< UTC first
    struct Days { std::string first, next; }; ///< "Sun 6 Oct 2019", "day 1"; empty where none is known
    std::vector<Days> days;         ///< per zone: that of the first start, and the one after
};

/// `noActivity`: why there are no shares, for the foot; may be empty.
SweepContent sweepContentOf(const TimelineView&, Sweep, std::optional<Activity>, const std::string& noActivity);

/// Look-ups touched, and below them shares of inquiries, for every start of a day; the clocks of the lanes above.
class SweepScene : public QGraphicsScene {
    Q_OBJECT
public:
    explicit SweepScene(QObject* parent = nullptr);
    ~SweepScene() override;

    void setContent(SweepContent content);
    void setTheme(Theme::Id id);
    void setSize(QSizeF size);
    /// Where the window lies in what is on show.
    void setNow(Instant begin);
    /// The start under the pointer, or the one chosen by keys; nullopt for none.
    void setPointed(std::optional<std::size_t> start);

    bool hasContent() const;
    const SweepContent& content() const;
    std::optional<std::size_t> startAt(QPointF scenePos) const; ///< none beside the plot
    QPointF pointOf(std::size_t start) const;                   ///< where a start lies, in the middle of the plot

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The plot as pixels, as the chart's pictures are made.
/// Errors: no font, no memory for that size.
Result<QImage> renderSweep(const SweepContent&, QSize size, double scale, Theme::Id theme);

} // namespace lockstep
