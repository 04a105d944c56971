#include "ui/sweep_window.h"
#include "chart/png_writer.h"
#include "core/finding_words.h"
#include "core/sweep_nights.h"
#include "core/wording.h"
#include "formats/activity_file.h"
#include "formats/safe_save.h"
#include "formats/text_for.h"
#include "ui/bundled.h"
#include "ui/figures.h"
#include "ui/look.h"
#include "ui/sweep_view.h"
#include "ui/words.h"
#include "whatif/document.h"
#include "whatif/edits.h"
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

namespace {

constexpr int progressAfter = 400; // milliseconds: shorter work needs no bar
constexpr QSize pictureSize{1600, 900};
enum Choice { illustration, none, file };

QLabel* plainLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

} // namespace

SweepWindow::SweepWindow(Document& document, const WindowId& window, QWidget* parent)
    : QDialog(parent)
    , m_document(document)
    , m_window(window)
    , m_view(new SweepView(this))
    , m_activities(new QComboBox(this))
    , m_readOut(plainLabel(this, "startWords"))
    , m_progressRow(new QWidget(this))
    , m_progress(new QProgressBar(m_progressRow))
    , m_safe(new QVBoxLayout)
    , m_date(new QPushButton(tr("Set date\u2026"), this))
    , m_picture(new QPushButton(tr("Save picture\u2026"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Try every start"));
    layOut();
    dress(*this);
    m_view->plot().setTheme(Look::ofDesktop().isDark ? Theme::Id::Dark : Theme::Id::Light);
    connect(&m_job, &SweepJob::finished, this, [this](const std::shared_ptr<const Result<Sweep>>& sweep) { take(*sweep); });
    connect(&m_job, &SweepJob::progressed, this, [this](int done, int all) {
        m_progress->setMaximum(all);
        m_progress->setValue(done);
    });
    connect(m_view, &SweepView::pointed, this, &SweepWindow::say);
    connect(m_view, &SweepView::chosen, this, &SweepWindow::tryStart);
    connect(&document, &Document::viewChanged, this, &SweepWindow::follow);
    m_base = document.scenario();
    chooseActivity(illustration);
}

void SweepWindow::layOut()
{
    m_activities->addItems({tr("An illustration, not data"), tr("None"), tr("From a file\u2026")});
    m_activities->setAccessibleName(tr("When inquiries come in"));
    connect(m_activities, &QComboBox::activated, this, &SweepWindow::chooseActivity);
    m_date->setObjectName(QStringLiteral("link"));
    connect(m_date, &QPushButton::clicked, this, &SweepWindow::dateWanted);
    connect(m_picture, &QPushButton::clicked, this, &SweepWindow::saveDialog);
    auto* top = new QHBoxLayout;
    auto* name = plainLabel(this, "muted");
    name->setWordWrap(false);
    name->setText(tr("When inquiries come in"));
    top->addWidget(name);
    top->addWidget(m_activities);
    top->addWidget(m_date);
    top->addStretch(1);
    top->addWidget(m_picture);
    auto* progress = new QHBoxLayout(m_progressRow);
    progress->setContentsMargins(0, 0, 0, 0);
    auto* cancel = new QPushButton(tr("Cancel"), m_progressRow);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_job.stop();
        m_progressRow->hide();
        m_readOut->setText(tr("Stopped. Choose when inquiries come in to try again."));
    });
    progress->addWidget(m_progress, 1);
    progress->addWidget(cancel);
    m_progressRow->hide();
    m_readOut->setMinimumHeight(m_readOut->fontMetrics().lineSpacing() * 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addWidget(m_progressRow);
    column->addWidget(m_readOut);
    column->addLayout(m_safe);
    resize(1080, 760);
}

void SweepWindow::chooseActivity(int index)
{
    if (index == file) {
        const QString path = QFileDialog::getOpenFileName(this, tr("When inquiries come in"), startFolder(m_document.path()), tr("Hours and weights (*.csv *.tsv *.txt);;All files (*)"));
        const QSignalBlocker quiet(m_activities);
        m_activities->setCurrentIndex(m_activity ? m_activity->isIllustration ? illustration : file : none);
        if (path.isEmpty())
            return;
        const QString fault = useActivityFile(path);
        return fault.isEmpty() ? void() : m_readOut->setText(fault);
    }
    m_activity.reset();
    m_noActivity.clear();
    if (index == illustration) {
        auto builtIn = activityIllustration();
        if (builtIn)
            m_activity = std::move(*builtIn);
        else
            m_noActivity = builtIn.error().what;
    }
    ask();
}

QString SweepWindow::useActivityFile(const QString& path)
{
    auto activity = readActivityFile(bytes(path));
    if (!activity)
        return tr("%1 was not used.").arg(QFileInfo(path).fileName()) + QLatin1Char(' ') + shownProblem(activity.error());
    m_activity = std::move(*activity);
    m_activities->setItemText(file, shown(m_activity->name));
    m_activities->setCurrentIndex(file);
    ask();
    return {};
}

/// Sweeps anew over what the document has now.
void SweepWindow::ask()
{
    m_record = std::make_shared<const Timeline>(m_document.resolved().timeline);
    m_onAxis.reset();
    if (m_activity) {
        auto onAxis = onAxisOf(*m_record, *m_activity);
        m_noActivity = onAxis ? std::string{} : onAxis.error().what + ' ' + onAxis.error().instead;
        if (onAxis)
            m_onAxis = std::move(*onAxis);
    }
    m_date->setVisible(m_activity && !m_onAxis && !std::ranges::all_of(m_record->sources, &Source::dated));
    m_readOut->clear();
    m_job.start({.record = m_record, .scenario = m_base, .window = m_window, .activity = m_onAxis});
    QTimer::singleShot(progressAfter, this, [this] { m_progressRow->setVisible(m_job.isRunning()); });
}

void SweepWindow::take(const Result<Sweep>& sweep)
{
    m_progressRow->hide();
    if (!sweep) {
        m_readOut->setText(shownProblem(sweep.error()));
        return;
    }
    m_view->plot().setContent(sweepContentOf(applied(*m_record, m_base), *sweep, m_onAxis, m_noActivity));
    markNow();
    setWindowTitle(tr("Try every start: %1").arg(shown(sweep->window.name)));
    showSafeStarts();
    say({});
}

void SweepWindow::showSafeStarts()
{
    while (QLayoutItem* item = m_safe->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const SweepContent& content = m_view->plot().content();
    for (std::size_t i = 0; i < content.safe.size(); ++i) {
        const SafeStart& safe = content.safe[i];
        auto* row = new QWidget(this);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto* words = plainLabel(row, "safeStart");
        words->setText(tr("%1  %2. %3").arg(QString::number(i + 1), shown(safe.rule), shown(safe.sentence)));
        auto* use = new QPushButton(tr("Try it"), row);
        use->setObjectName(QStringLiteral("try%1").arg(i + 1));
        use->setAccessibleName(tr("Try: %1").arg(shown(safe.rule)));
        const bool isOne = safe.starts.size() == 1;
        connect(use, &QPushButton::clicked, this, [this, isOne, start = safe.starts.front()] { isOne ? tryStart(start) : tryNights(); });
        line->addWidget(words, 1);
        line->addWidget(use);
        m_safe->addWidget(row);
    }
}

void SweepWindow::say(std::optional<std::size_t> start)
{
    if (!m_view->plot().hasContent())
        return;
    const SweepContent& content = m_view->plot().content();
    if (!start)
        return m_readOut->setText(tr("Point at a start to read it. Click it to try it as a what-if."));
    const SweepStart& at = content.sweep.starts[*start];
    std::string words = startClocks(*m_record, at.at) + ". " + startWords(at);
    if (content.activity)
        words += ' ' + touchedWords(*content.activity, content.sweep.touched[*start]);
    m_readOut->setText(shown(words));
}

QString SweepWindow::startName(std::size_t start) const
{
    const Sweep& sweep = m_view->plot().content().sweep;
    const QString clock = shown(clockLabel(*m_record, Zone::utc().wallAt(sweep.starts[start].at)));
    return tr("%1 at %2").arg(shown(sweep.window.name), clock + (hasZones(*m_record) ? QStringLiteral(" UTC") : QString{}));
}

void SweepWindow::tryStart(std::size_t start)
{
    const Sweep& sweep = m_view->plot().content().sweep;
    Scenario scenario = withEdits(*m_record, m_base, {sweep.editOf(sweep.starts[start])});
    scenario.name = bytes(startName(start));
    put(std::move(scenario), startName(start));
}

void SweepWindow::tryNights()
{
    const SweepContent& content = m_view->plot().content();
    const auto edits = onePerRegion(applied(*m_record, m_base), content.sweep, *content.activity);
    if (!edits)
        return m_readOut->setText(shownProblem(edits.error()));
    Scenario scenario = withEdits(*m_record, m_base, *edits);
    scenario.name = bytes(tr("%1 in each region\u2019s night").arg(shown(content.sweep.window.name)));
    put(scenario, shown(scenario.name));
}

/// Where the window lies in what the chart shows, be it one of the starts that were tried.
void SweepWindow::markNow()
{
    if (const Window* now = windowIn(m_document.view(), m_window); now && m_view->plot().hasContent())
        m_view->plot().setNow(now->begin.earliest);
}

bool SweepWindow::showsMade() const
{
    return !m_document.isOnRecord() && m_document.scenario().name == m_made;
}

void SweepWindow::put(Scenario scenario, const QString& label)
{
    m_isPutting = true;
    m_document.putScenario(std::move(scenario), label, showsMade());
    m_isPutting = false;
    m_made = m_document.scenario().name;
    markNow();
    m_readOut->setText(tr("Now shown: %1. Undo takes it back.").arg(label));
}

/// Another reading or what-if: the starts are tried over that.
void SweepWindow::follow()
{
    if (m_isPutting || !m_document.isOpen())
        return;
    const bool isSameRecord = m_record && *m_record == m_document.resolved().timeline;
    if (isSameRecord && (showsMade() || m_document.scenario() == m_base))
        return markNow();
    if (!showsMade())
        m_base = m_document.scenario();
    if (windowIn(applied(m_document.resolved().timeline, m_base), m_window))
        return ask();
    close();
}

QString SweepWindow::savePicture(const QString& path)
{
    const auto image = renderSweep(m_view->plot().content(), pictureSize, 2, Theme::Id::Light);
    if (!image)
        return shownProblem(image.error());
    const auto png = pngOf(*image);
    if (!png)
        return shownProblem(png.error());
    const auto saved = safeSave(bytes(path), {png->constData(), static_cast<std::size_t>(png->size())});
    return saved ? QString{} : shownProblem(saved.error());
}

void SweepWindow::saveDialog()
{
    if (!m_view->plot().hasContent())
        return;
    const QString name = QString::fromStdString(forFileName(m_view->plot().content().sweep.window.name + " - every start")) + QStringLiteral(".png");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save picture"), startFolder(m_document.path()) + QLatin1Char('/') + name, tr("PNG picture (*.png)"));
    if (path.isEmpty())
        return;
    const QString fault = savePicture(path);
    m_readOut->setText(fault.isEmpty() ? tr("The picture is in %1.").arg(QFileInfo(path).fileName()) : fault);
}

} // namespace lockstep
