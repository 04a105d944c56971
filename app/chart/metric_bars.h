#pragma once
#include "chart/theme.h"
#include <QWidget>
#include <memory>
#include <vector>

namespace lockstep {

/// One version of a figure: the record's, or a what-if's.
struct MetricBar {
    QString name;         ///< "As recorded"
    QString figure;       ///< "60 to 65 min"
    double least = 0;     ///< the solid part, in any unit all bars share
    double most = 0;      ///< the lighter part ends here
    bool isWhatIf = false;
    bool isShown = false; ///< the one on the chart
};

/// One figure in the record and the what-ifs, bar under bar. Names and figures are plain text.
class MetricBars : public QWidget {
    Q_OBJECT
public:
    MetricBars(std::vector<MetricBar> bars, const Theme& theme, QWidget* parent = nullptr);
    ~MetricBars() override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lockstep
