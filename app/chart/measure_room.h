#pragma once
#include "chart/chart_layout.h"

namespace lockstep {

/// Where the lines and lengths of measures find room among the lanes' words and marks.
class MeasureRoom {
public:
    explicit MeasureRoom(const ChartLayout&);

    struct Wish {
        double plateLeft = 0, plateWidth = 0, plateHeight = 0;
        double left = 0, right = 0;   ///< of the line
        double y = 0;                 ///< where it would best run
        std::optional<double> kept;   ///< where it ran before, and stays while its length covers nothing
    };
    struct Place {
        double y = 0, cost = 0;
    };
    /// The height of the line. What its length would cover counts most, then the words its line passes behind, then
    /// how far it is from where it would best run.
    Place find(const Wish& wish) const;
    /// A measure that is placed takes room from those after it.
    void take(const MeasureBox&);
    double top() const { return m_top; }

private:
    struct Obstacle {
        QRectF rect;
        bool isWords = true; ///< else a line behind which another may pass
    };
    double m_top = 0, m_bottom = 0;
    std::vector<Obstacle> m_obstacles;
};

} // namespace lockstep
