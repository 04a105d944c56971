#include "ui/compare_card.h"
#include "chart/painting.h"
#include "core/compare_figures.h"
#include "formats/compare_text.h"
#include "ui/look.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <deque>

namespace lockstep {

namespace {

constexpr int mostOthers = 3;
constexpr int rowHeight = 32;
constexpr int rowData = Qt::UserRole, windowData = Qt::UserRole + 1;

QString recordName()
{
    return CompareCard::tr("As recorded");
}

const Theme& themeNow()
{
    return Theme::of(Look::ofDesktop().isDark ? Theme::Id::Dark : Theme::Id::Light);
}

/// A look-up's mark as the chart draws it: the shape tells what became of it, not the colour alone.
QIcon markOf(Outcome outcome, LaneId lane, qreal ratio)
{
    constexpr int side = 30;
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, {side / 2.0, side / 2.0}, 12, {.kind = Kind::Read, .outcome = outcome, .dropped = false, .colour = themeNow().lane(lane), .overlaps = false},
        themeNow());
    return QIcon(picture);
}

QFont fontOf(QFont::Weight weight)
{
    return themeNow().font(14, weight);
}

} // namespace

struct CompareCard::Views {
    std::deque<TimelineView> held;
    SideBySide sides;
};

CompareCard::CompareCard(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_choose(new QToolButton(this))
    , m_sentences(new QListWidget(this))
    , m_table(new QTableWidget(this))
{
    setObjectName(QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 6);
    column->setSpacing(0);
    column->addLayout(makeHead());
    auto* body = new QHBoxLayout;
    body->setContentsMargins(6, 0, 6, 0);
    body->setSpacing(10);
    body->addWidget(m_sentences, 5);
    body->addWidget(m_table, 7);
    column->addLayout(body, 1);
    m_sentences->setWordWrap(true);
    m_sentences->setFrameShape(QFrame::NoFrame);
    m_sentences->setAccessibleName(tr("What differs"));
    m_sentences->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setAccessibleName(tr("Look-ups and figures side by side"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setIconSize(QSize(30, 30));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_sentences, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (!item)
            return;
        if (const int row = item->data(rowData).toInt(); row > 0)
            emit rowChosen(row);
        else if (const QString window = item->data(windowData).toString(); !window.isEmpty())
            emit windowChosen(bytes(window));
    });
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        const QTableWidgetItem* item = m_table->item(row, 0);
        if (item && item->data(rowData).toInt() > 0)
            emit rowChosen(item->data(rowData).toInt());
    });
    setMinimumHeight(150);
    hide();
}

QPushButton* CompareCard::addLink(QHBoxLayout* row, const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QStringLiteral("link"));
    button->setCursor(Qt::PointingHandCursor);
    row->addWidget(button);
    return button;
}

QHBoxLayout* CompareCard::makeHead()
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setObjectName(QStringLiteral("section"));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_choose->setObjectName(QStringLiteral("link"));
    m_choose->setCursor(Qt::PointingHandCursor);
    m_choose->setPopupMode(QToolButton::InstantPopup);
    m_choose->setFocusPolicy(Qt::TabFocus);
    m_choose->setMenu(new QMenu(m_choose));
    m_choose->setAccessibleName(tr("Compare with"));
    connect(m_choose->menu(), &QMenu::aboutToShow, this, &CompareCard::fillChoices);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 4, 10, 2);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_choose);
    head->addStretch(1);
    connect(addLink(head, tr("Copy as Markdown")), &QPushButton::clicked, this, [this] { copy(asMarkdown(), tr("The comparison is on the clipboard, as Markdown.")); });
    connect(addLink(head, tr("Copy as text")), &QPushButton::clicked, this, [this] { copy(asText(), tr("The comparison is on the clipboard, as text.")); });
    connect(addLink(head, tr("Close")), &QPushButton::clicked, this, [this] { setWanted(false); });
    return head;
}

void CompareCard::setWanted(bool wanted)
{
    if (m_isWanted == wanted)
        return;
    m_isWanted = wanted;
    refresh();
    emit wantedChanged(wanted);
}

void CompareCard::setOthers(const QStringList& names)
{
    m_others = names.mid(0, mostOthers);
    refresh();
}

/// Those that are still there, in the order of the list; the record where none is left.
CompareCard::Views CompareCard::views() const
{
    Views views;
    const Timeline& record = m_document.resolved().timeline;
    const auto add = [&](const QString& name, const Scenario& scenario) {
        views.held.push_back(applied(record, scenario));
        views.sides.others.push_back({bytes(name), &views.held.back()});
    };
    if (m_others.contains(recordName()))
        add(recordName(), {});
    for (const Scenario& scenario : m_document.study().scenarios)
        if (scenario.name != m_document.scenario().name && m_others.contains(QString::fromStdString(scenario.name)))
            add(QString::fromStdString(scenario.name), scenario);
    if (views.sides.others.empty())
        add(recordName(), {});
    views.sides.now = {m_document.scenario().name, &m_document.view()};
    return views;
}

void CompareCard::refresh()
{
    const bool isShown = m_isWanted && m_document.isOpen() && !m_document.isOnRecord();
    setVisible(isShown);
    if (!isShown)
        return;
    const Views compared = views();
    QStringList names;
    for (const NamedView& other : compared.sides.others)
        names << shown(other.name);
    m_title->setText(tr("\u2018%1\u2019 compared with").arg(shown(compared.sides.now.name)));
    m_choose->setText(names.join(QStringLiteral(", ")));
    const QSignalBlocker quietList(m_sentences), quietTable(m_table);
    fillSentences(compared.sides);
    fillTable(compared.sides);
}

void CompareCard::fillChoices()
{
    QMenu* menu = m_choose->menu();
    menu->clear();
    const Views compared = views();
    const auto& others = compared.sides.others;
    const auto offer = [&](const QString& name) {
        QAction* action = menu->addAction(forMenu(shown(bytes(name))));
        action->setCheckable(true);
        const bool isOn = std::ranges::find(others, bytes(name), &NamedView::name) != others.end();
        action->setChecked(isOn);
        action->setEnabled(isOn ? others.size() > 1 : others.size() < mostOthers);
        connect(action, &QAction::toggled, this, [this, name](bool on) { toggleOther(name, on); });
    };
    offer(recordName());
    for (const Scenario& scenario : m_document.study().scenarios)
        if (scenario.name != m_document.scenario().name)
            offer(QString::fromStdString(scenario.name));
}

void CompareCard::toggleOther(const QString& name, bool isOn)
{
    QStringList names;
    for (const NamedView& other : views().sides.others)
        names << QString::fromStdString(other.name);
    names.removeAll(name);
    if (isOn)
        names << name;
    setOthers(names);
}

void CompareCard::fillSentences(const SideBySide& sides)
{
    m_sentences->clear();
    for (const NamedView& other : sides.others) {
        if (sides.others.size() > 1) {
            auto* head = new QListWidgetItem(tr("Compared with \u2018%1\u2019").arg(shown(other.name)), m_sentences);
            head->setFlags(Qt::NoItemFlags);
            head->setFont(fontOf(QFont::DemiBold));
            head->setForeground(Look::ofDesktop().muted);
        }
        bool isFirst = true;
        for (const ComparedSentence& sentence : allSentences(other, sides.now)) {
            auto* item = new QListWidgetItem(shown(sentence.text), m_sentences);
            item->setData(rowData, sentence.row);
            item->setData(windowData, QString::fromStdString(sentence.window));
            if (std::exchange(isFirst, false))
                item->setFont(fontOf(QFont::DemiBold));
        }
    }
}

void CompareCard::fillTable(const SideBySide& sides)
{
    m_table->clear();
    m_table->setRowCount(0);
    m_table->setColumnCount(static_cast<int>(sides.others.size()) + 2);
    m_table->setHorizontalHeaderItem(0, new QTableWidgetItem(tr("Look-up or figure")));
    int column = 1;
    for (const NamedView& side : sides.all()) {
        auto* head = new QTableWidgetItem(shown(side.name));
        head->setToolTip(shown(side.name));
        m_table->setHorizontalHeaderItem(column++, head);
    }
    addLines(lookUpLines(sides), true);
    addLines(figureLines(sides), false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->setVisible(m_table->rowCount() > 0);
}

/// A line that differs stands in full, the what-if's own answer bold; where all agree it steps back.
void CompareCard::addLines(const std::vector<ComparedLine>& lines, bool areLookUps)
{
    const TimelineView& view = m_document.view();
    for (const ComparedLine& line : lines) {
        const int at = m_table->rowCount();
        m_table->insertRow(at);
        const bool differs = line.differs();
        const auto put = [&](int column, const QString& text, bool isStrong) {
            auto* item = new QTableWidgetItem(text);
            item->setData(rowData, line.row);
            item->setFont(fontOf(isStrong ? QFont::DemiBold : QFont::Normal));
            if (!differs)
                item->setForeground(Look::ofDesktop().muted);
            m_table->setItem(at, column, item);
            return item;
        };
        put(0, shown(line.title), differs);
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            const ComparedLine::Cell& cell = line.cells[i];
            auto* item = put(static_cast<int>(i) + 1, shown(cell.words), differs && i + 1 == line.cells.size());
            if (areLookUps && cell.outcome != Outcome::None)
                item->setIcon(markOf(cell.outcome, line.row > 0 ? view.event(line.row).lane : 0, devicePixelRatioF()));
        }
    }
}

QString CompareCard::asMarkdown() const
{
    return QString::fromStdString(compareMarkdown(views().sides));
}

QString CompareCard::asText() const
{
    return QString::fromStdString(compareText(views().sides));
}

void CompareCard::copy(const QString& text, const QString& sentence)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(sentence);
}

void CompareCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    emit left();
}

} // namespace lockstep
