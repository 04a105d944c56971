#pragma once
#include "chart/picture.h"
#include <QDialog>

class QComboBox;
class QLabel;
class QSpinBox;

namespace lockstep {

/// Size, scale and theme of a picture, with a small preview.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `name`: the file name that will be proposed.
    ExportDialog(const ChartContent& content, const PictureOptions& start, const QString& name, QWidget* parent);

    PictureOptions options() const;

private:
    void refresh();

    const ChartContent& m_content;
    PictureOptions m_start;
    QComboBox* m_size;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QComboBox* m_scale;
    QComboBox* m_theme;
    QLabel* m_preview;
    QLabel* m_result;
};

} // namespace lockstep
