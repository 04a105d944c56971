#include "ui/export_dialog.h"
#include "core/limits.h"
#include "ui/look.h"
#include "ui/words.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

namespace {

const QSize presets[] = {{1600, 900}, {1920, 1080}, {3200, 1800}};
constexpr QSize previewSize{480, 300};

QSpinBox* sizeBox(int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(400, limits::imagePixels);
    box->setValue(value);
    box->setSuffix(QStringLiteral(" px"));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

} // namespace

ExportDialog::ExportDialog(const ChartContent& content, const PictureOptions& start, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_content(content)
    , m_start(start)
    , m_size(new QComboBox(this))
    , m_width(sizeBox(start.size.width(), this))
    , m_height(sizeBox(start.size.height(), this))
    , m_scale(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_preview(new QLabel(this))
    , m_result(new QLabel(this))
{
    setWindowTitle(tr("Export PNG"));
    for (const QSize size : presets)
        m_size->addItem(tr("%1 \u00d7 %2").arg(size.width()).arg(size.height()));
    m_size->addItem(tr("Own size"));
    m_scale->addItems({tr("1\u00d7"), tr("2\u00d7, sharp on dense screens"), tr("3\u00d7, for print")});
    m_theme->addItems({tr("Light"), tr("Dark"), tr("Print")});
    m_preview->setFixedSize(previewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setObjectName(QStringLiteral("muted"));
    m_result->setWordWrap(true);
    auto* own = new QHBoxLayout;
    own->addWidget(m_width, 1);
    own->addWidget(new QLabel(QStringLiteral("\u00d7"), this));
    own->addWidget(m_height, 1);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(10);
    auto* file = new QLabel(this);
    file->setTextFormat(Qt::PlainText);
    file->setText(name);
    file->setWordWrap(true);
    form->addRow(tr("Name"), file);
    form->addRow(tr("Size"), m_size);
    form->addRow(tr("Width and height"), own);
    form->addRow(tr("Scale"), m_scale);
    form->addRow(tr("Colours"), m_theme);
    auto* buttons = new QDialogButtonBox(this);
    auto* save = buttons->addButton(tr("Save as\u2026"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("primary"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* left = new QVBoxLayout;
    left->addLayout(form);
    left->addWidget(m_result);
    left->addStretch(1);
    auto* top = new QHBoxLayout;
    top->setSpacing(24);
    top->addLayout(left);
    top->addWidget(m_preview);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(16);
    column->addLayout(top);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QComboBox* box : {m_size, m_scale, m_theme})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    for (QSpinBox* box : {m_width, m_height})
        connect(box, &QSpinBox::editingFinished, this, &ExportDialog::refresh);
    m_scale->setCurrentIndex(1);
    dress(*this);
    refresh();
}

PictureOptions ExportDialog::options() const
{
    PictureOptions options = m_start;
    options.size = {m_width->value(), m_height->value()};
    options.scale = m_scale->currentIndex() + 1;
    const Theme::Id themes[] = {Theme::Id::Light, Theme::Id::Dark, Theme::Id::Print};
    options.theme = themes[m_theme->currentIndex()];
    return options;
}

void ExportDialog::refresh()
{
    const int index = m_size->currentIndex();
    const bool isOwn = index >= static_cast<int>(std::size(presets));
    m_width->setEnabled(isOwn);
    m_height->setEnabled(isOwn);
    if (!isOwn) {
        m_width->setValue(presets[index].width());
        m_height->setValue(presets[index].height());
    }
    PictureOptions small = options();
    const double scale = std::min(double(previewSize.width()) / small.size.width(), double(previewSize.height()) / small.size.height());
    small.scale = scale;
    const Result<QImage> image = renderImage(m_content, small);
    if (!image) {
        m_preview->setPixmap({});
        m_result->setText(shownProblem(image.error()));
        return;
    }
    m_preview->setPixmap(QPixmap::fromImage(image->scaled(previewSize, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    const PictureOptions chosen = options();
    m_result->setText(tr("%1 \u00d7 %2 pixels. No tool, panel or selection is in the picture.")
                          .arg(qRound(chosen.size.width() * chosen.scale))
                          .arg(qRound(chosen.size.height() * chosen.scale)));
}

} // namespace lockstep
