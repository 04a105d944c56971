#include "ui/metric_list.h"
#include "chart/metric_bars.h"
#include "core/wording.h"
#include "ui/look.h"
#include "ui/moments.h"
#include "ui/panel_parts.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QComboBox>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

namespace {

bool isKnown(const Measured& measured)
{
    return measured.count || measured.least;
}

/// What the chart flags: the moments by name, else the rows themselves.
std::vector<Anchor> flagsOf(const Timeline& record, const Measured& measured)
{
    std::vector<Anchor> flags;
    for (const std::string& name : {measured.from, measured.to})
        for (const Anchor& anchor : record.anchors)
            if (anchor.name == name && !name.empty())
                flags.push_back(anchor);
    if (!measured.from.empty())
        return flags;
    for (const EventId row : measured.rows)
        flags.push_back({.name = bytes(MetricList::tr("row %1").arg(row)), .event = row});
    return flags;
}

std::optional<Measured> measuredIn(const TimelineView& view, const std::string& id)
{
    for (Measured& measured : metricsOf(view))
        if (measured.id == id)
            return std::move(measured);
    return {};
}

MetricBar barOf(const QString& name, const std::optional<Measured>& measured)
{
    MetricBar bar{.name = name, .figure = MetricList::tr("not known")};
    if (!measured)
        return bar;
    bar.figure = shown(figureWords(*measured));
    if (measured->count) {
        bar.least = bar.most = *measured->count;
    } else if (measured->least) {
        bar.least = static_cast<double>(measured->least->count());
        bar.most = static_cast<double>(measured->most.value_or(*measured->least).count());
    }
    return bar;
}

} // namespace

MetricRow::MetricRow(const QString& name, const QString& figure, bool isOpen, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("metric"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name + QStringLiteral(": ") + figure);
    constexpr qsizetype longFigure = 20; // a longer one beside its name would leave it room for a word a line
    const bool isUnder = figure.size() > longFigure;
    auto* row = new QBoxLayout(isUnder ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(isUnder ? 0 : 10);
    const std::pair<QString, const char*> texts[] = {{name, isOpen ? "value" : "muted"}, {figure, "figure"}};
    for (const auto& [text, look] : texts) {
        auto* label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setText(text);
        label->setObjectName(QLatin1String(look));
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        const bool isName = row->isEmpty();
        label->setWordWrap(isName);
        row->addWidget(label, isName ? 1 : 0, isName ? Qt::Alignment{} : isUnder ? Qt::AlignRight : Qt::AlignTop);
    }
}

void MetricRow::enterEvent(QEnterEvent*) { emit pointed(true); }
void MetricRow::leaveEvent(QEvent*) { emit pointed(hasFocus()); }

void MetricRow::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    emit pointed(true);
}

void MetricRow::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    emit pointed(underMouse());
}

void MetricRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit chosen();
}

void MetricRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        return emit chosen();
    QFrame::keyPressEvent(event);
}

MetricList::MetricList(Document& document, const std::vector<Measured>& measured, MetricListState& state, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_state(state)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const Measured& each : measured)
        if (isKnown(each))
            addRow(column, each);
    const auto unknown = std::ranges::count_if(measured, [](const Measured& m) { return !isKnown(m); });
    if (unknown > 0)
        addLink(column, m_state.showsUnknown ? tr("Fold what is not known") : tr("%1 not known").arg(unknown), [this] {
            m_state.showsUnknown = !m_state.showsUnknown;
            emit changed();
        });
    for (const Measured& each : measured)
        if (m_state.showsUnknown && !isKnown(each))
            addRow(column, each);
    m_state.isAdding ? addForm(column) : addLink(column, tr("Add a figure\u2026"), [this] {
        m_state.isAdding = true;
        emit changed();
    });
}

void MetricList::addLink(QVBoxLayout* column, const QString& text, std::function<void()> run)
{
    panel::link(column, text, [self = QPointer(this), run = std::move(run)] {
        if (self)
            run();
    });
}

void MetricList::addRow(QVBoxLayout* column, const Measured& measured)
{
    const bool isOpen = m_state.opened == measured.id;
    auto* row = new MetricRow(shown(measured.title), shown(figureWords(measured)), isOpen, this);
    column->addWidget(row);
    const std::vector<Anchor> flags = flagsOf(m_document.resolved().timeline, measured);
    if (isOpen)
        m_openMoments = flags;
    connect(row, &MetricRow::pointed, this, [this, flags](bool isOn) { emit momentsShown(isOn ? flags : m_openMoments); });
    connect(row, &MetricRow::chosen, this, [this, id = measured.id, isOpen] {
        m_state.opened = isOpen ? std::string{} : id;
        emit changed();
    });
    if (isOpen)
        addDetails(column, measured);
}

void MetricList::addDetails(QVBoxLayout* column, const Measured& measured)
{
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(6, 0, 6, 8);
    inside->setSpacing(8);
    column->addLayout(inside);
    panel::muted(inside, shown(measured.basis));
    addBars(inside, measured);
    const auto& definitions = m_document.resolved().timeline.metrics;
    if (std::ranges::find(definitions, measured.id, &MetricDefinition::id) != definitions.end())
        addLink(inside, tr("Take this figure out"), [this, id = measured.id] { removeMetric(m_document, id); });
}

/// The figure as recorded and in each what-if; alone it needs no bar.
void MetricList::addBars(QVBoxLayout* column, const Measured& measured)
{
    const std::vector<Scenario>& scenarios = m_document.study().scenarios;
    const Timeline& record = m_document.resolved().timeline;
    if (scenarios.empty())
        return;
    std::vector<MetricBar> bars{barOf(tr("As recorded"), measuredIn(applied(record, {}), measured.id))};
    for (const Scenario& scenario : scenarios) {
        bars.push_back(barOf(shown(scenario.name), measuredIn(applied(record, scenario), measured.id)));
        bars.back().isWhatIf = true;
    }
    bars[static_cast<std::size_t>(m_document.study().current + 1)].isShown = true;
    const Theme& theme = Look::ofDesktop().theme();
    column->addWidget(new MetricBars(std::move(bars), theme, this));
}

/// A name and two moments make a figure. Only Enter or the link adds it: leaving the field is no answer.
void MetricList::addForm(QVBoxLayout* column)
{
    panel::section(column, tr("A figure of your own"));
    QComboBox* from = addMomentBox(column, tr("From"), false);
    QComboBox* to = addMomentBox(column, tr("To"), true);
    panel::muted(column, tr("What is it called?"));
    auto* name = new QLineEdit(this);
    name->setAccessibleName(tr("What is it called?"));
    name->setPlaceholderText(tr("Time to restore"));
    column->addWidget(name);
    QLabel* fault = panel::label(column, {}, "fault");
    fault->hide();
    const auto take = [this, from, to, name, fault] {
        const std::vector<std::string> moments = momentNames(m_document.resolved().timeline);
        const auto at = [&](const QComboBox* box) { return moments[static_cast<std::size_t>(box->currentIndex())]; };
        m_state.isAdding = false;
        const QString sentence = addMetric(m_document, name->text().trimmed(), at(from), at(to));
        m_state.isAdding = !sentence.isEmpty();
        fault->setText(sentence);
        fault->setVisible(m_state.isAdding);
    };
    connect(name, &QLineEdit::returnPressed, this, take, Qt::QueuedConnection);
    addLink(column, tr("Add it"), take);
    addLink(column, tr("Never mind"), [this] {
        m_state.isAdding = false;
        emit changed();
    });
}

QComboBox* MetricList::addMomentBox(QVBoxLayout* column, const QString& title, bool isLast)
{
    auto* box = new QComboBox(this);
    for (const std::string& name : momentNames(m_document.resolved().timeline))
        box->addItem(shown(name));
    box->setCurrentIndex(isLast ? box->count() - 1 : 0);
    box->setAccessibleName(title);
    panel::muted(column, title);
    column->addWidget(box);
    return box;
}

} // namespace lockstep
