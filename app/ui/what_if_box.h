#pragma once
#include <QComboBox>

namespace lockstep {

struct Study;

/// "Showing": the record and the what-ifs, each with its note under its name in the list.
class WhatIfBox : public QComboBox {
    Q_OBJECT
public:
    explicit WhatIfBox(QWidget* parent = nullptr);

    /// The list of a study, with what it shows chosen.
    void fill(const Study& study);
    /// With nothing open there is only the record, and no choice.
    void empty();
};

} // namespace lockstep
