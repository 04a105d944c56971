#include "ui/selection_panel.h"
#include "core/finding_words.h"
#include "core/limits.h"
#include "core/wording.h"
#include "ui/figures.h"
#include "ui/how_read_panel.h"
#include "ui/measure_panel.h"
#include "ui/panel_parts.h"
#include "ui/selection.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace lockstep {

namespace {

bool hasLock(const Document& document)
{
    const auto& windows = document.view().windows();
    return std::ranges::find(windows, Effect::Blocks, &Window::effect) != windows.end();
}

/// A selected window is gone when making it is undone.
bool hasWindow(const TimelineView& view, const WindowId& id)
{
    const auto& windows = view.windows();
    return std::ranges::find(windows, id, &Window::id) != windows.end();
}

} // namespace

SelectionPanel::SelectionPanel(Document& document, Selection& selection, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_selection(selection)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Selection"));
    setFocusPolicy(Qt::NoFocus);
    connect(&m_selection, &Selection::changed, this, [this] {
        m_isOther = true;
        refresh();
    });
    connect(&m_document, &Document::viewChanged, this, [this] { m_isMeasured = false; });
}

const TimelineView& SelectionPanel::view() const
{
    return m_preview ? *m_preview : m_document.view();
}

/// A long log is measured anew when the drag is done.
const std::vector<Measured>& SelectionPanel::measured()
{
    const bool isTooLong = m_preview && view().eventCount() > limits::findingPerFrame;
    if (!isTooLong && !std::exchange(m_isMeasured, true))
        m_measured = metricsOf(view());
    return m_measured;
}

void SelectionPanel::setPreview(const std::optional<TimelineView>& drawn)
{
    m_preview = drawn;
    m_isMeasured = false;
    refresh();
}

void SelectionPanel::refresh()
{
    // One step of a person changes the selection and the document: the page is made once, for both.
    if (!std::exchange(m_isStale, true))
        QMetaObject::invokeMethod(this, &SelectionPanel::buildInTurn, Qt::QueuedConnection);
}

/// The chart is what a person waits for: the first page is made right after the window has been painted once.
void SelectionPanel::buildInTurn()
{
    if (m_isPainted || !isVisible())
        build();
}

void SelectionPanel::paintEvent(QPaintEvent* event)
{
    QScrollArea::paintEvent(event);
    if (!std::exchange(m_isPainted, true))
        QMetaObject::invokeMethod(this, &SelectionPanel::buildInTurn, Qt::QueuedConnection);
}

void SelectionPanel::build()
{
    if (!std::exchange(m_isStale, false))
        return;
    // Of another selection the head comes first; the same one stays where it was being read.
    const int scrolled = std::exchange(m_isOther, false) ? 0 : verticalScrollBar()->value();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(18, 16, 14, 16);
    column->setSpacing(10);
    if (m_document.isOpen()) {
        const bool isSelection = showSelected(column);
        if (!isSelection)
            showNothing(column);
        if (!isSelection)
            showMeasures(column, m_document, view(), m_selection);
        showFigures(column);
        if (!isSelection)
            showHowRead(column, m_document, m_selection, [this](const SetColumns& columns, const std::string& was) { emit columnsNamed(columns, was); });
        showClaims(column);
    }
    column->addStretch(1);
    const QWidget* focused = QApplication::focusWidget();
    const bool hadFocus = focused && widget() && widget()->isAncestorOf(focused);
    // A field just answered is left, so that Ctrl+Z takes the answer back and not a letter.
    const auto* field = qobject_cast<const QLineEdit*>(focused);
    const QString name = hadFocus && !(field && field->isModified()) ? focused->accessibleName() : QString{};
    setWidget(page);
    verticalScrollBar()->setValue(scrolled);
    if (hadFocus)
        focusAgain(name);
}

/// False where nothing is selected that is still there.
bool SelectionPanel::showSelected(QVBoxLayout* column)
{
    const auto lanes = static_cast<LaneId>(m_document.resolved().timeline.lanes.size());
    if (m_selection.measure())
        showMeasure(column, m_document, view(), m_selection);
    else if (m_selection.events().size() > 1)
        showRows(column);
    else if (m_selection.current() > 0 && m_selection.current() <= view().eventCount())
        showEvent(column, m_selection.current());
    else if (hasWindow(view(), m_selection.window()))
        showChosenWindow(column);
    else if (m_selection.lane() >= 0 && m_selection.lane() < lanes)
        showLane(column, m_document, m_selection, m_typedPlace);
    else
        return false;
    return true;
}

/// The page was made anew under the keyboard: it stays at the part of the same name, or goes back to the chart.
void SelectionPanel::focusAgain(const QString& name)
{
    for (QWidget* part : widget()->findChildren<QWidget*>())
        if (!name.isEmpty() && part->focusPolicy() != Qt::NoFocus && part->accessibleName() == name)
            return part->setFocus();
    emit left();
}

void SelectionPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QScrollArea::keyPressEvent(event);
    emit left();
}

void SelectionPanel::askWhat()
{
    build();
    if (auto* field = widget() ? widget()->findChild<QLineEdit*>() : nullptr)
        field->setFocus();
}

void SelectionPanel::lookAtHowRead()
{
    build();
    for (QLabel* label : widget() ? widget()->findChildren<QLabel*>(QStringLiteral("section")) : QList<QLabel*>{}) {
        if (label->text() != howReadTitle())
            continue;
        // The page has not been laid out yet.
        QTimer::singleShot(0, label, [this, label] { verticalScrollBar()->setValue(label->y() - 16); });
        return;
    }
}

void SelectionPanel::showNothing(QVBoxLayout* column)
{
    const Timeline& record = m_document.resolved().timeline;
    panel::heading(column, shown(record.title.empty() ? sourceNames(record) : record.title));
    panel::muted(column, countsLine(m_document.view()));
    panel::muted(column, tr("Click a mark to see what the document says there."));
    panel::muted(column, hasLock(m_document) ? tr("Drag a mark, or the lock, to ask \u201cwhat if?\u201d") : tr("Drag a mark to ask \u201cwhat if?\u201d"));
    if (!hasLock(m_document))
        panel::muted(column, tr("Did something lock? Select the rows where it began and ended, and press L."));
}

void SelectionPanel::showFigures(QVBoxLayout* column)
{
    panel::rule(column);
    panel::section(column, tr("Figures"));
    auto* figures = new MetricList(m_document, measured(), m_figures);
    column->addWidget(figures);
    connect(figures, &MetricList::momentsShown, this, &SelectionPanel::momentsShown);
    connect(figures, &MetricList::changed, this, &SelectionPanel::refresh);
    emit momentsShown(figures->openMoments());
}

void SelectionPanel::showClaims(QVBoxLayout* column)
{
    const std::vector<CheckedClaim>& claims = m_document.resolved().claims;
    if (claims.empty())
        return;
    panel::rule(column);
    panel::section(column, tr("What the document claims"));
    for (const CheckedClaim& claim : claims) {
        panel::label(column, tr("\u201c%1\u201d %2").arg(shown(claim.written), shown(verdictWords(claim.verdict))), "value");
        panel::muted(column, shown(claim.says) + QLatin1Char(' ') + shown(claim.shows));
    }
}

void SelectionPanel::showChosenWindow(QVBoxLayout* column)
{
    const WindowId id = m_selection.window();
    showWindow(column, m_document, view(), id);
    if (windowIn(view(), id)->effect != Effect::Informs)
        panel::link(column, tr("Try every start\u2026"), [this, id] { emit sweepWanted(id); });
}

} // namespace lockstep
