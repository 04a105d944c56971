#pragma once
#include "core/side_by_side.h"
#include <QTableWidget>

namespace lockstep {

/// The table of a comparison: a line for each look-up and each figure, a column for each view.
class CompareTable : public QTableWidget {
    Q_OBJECT
public:
    explicit CompareTable(QWidget* parent = nullptr);

    /// Keeps where it was scrolled to.
    void fill(const SideBySide& sides);

signals:
    void rowChosen(EventId id);

private:
    void addHead(const SideBySide& sides);
    void addLines(const SideBySide& sides, const std::vector<ComparedLine>& lines, bool areLookUps);
};

} // namespace lockstep
