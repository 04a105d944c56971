#include "ui/compare_card.h"
#include "chart/theme.h"
#include "core/compare_figures.h"
#include "core/limits.h"
#include "formats/compare_text.h"
#include "ui/compare_table.h"
#include "ui/look.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <deque>

namespace lockstep {

namespace {

constexpr int mostOthers = 3;
constexpr int mostHead = 400; ///< pixels: the names above the comparison never widen the window
constexpr int rowData = Qt::UserRole, windowData = Qt::UserRole + 1;

QString recordName()
{
    return CompareCard::tr("As recorded");
}

QFont fontOf(QFont::Weight weight)
{
    return Look::ofDesktop().theme().font(14, weight);
}

} // namespace

struct CompareCard::Views {
    std::deque<TimelineView> held;
    SideBySide sides;
};

CompareCard::CompareCard(Document& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
{
    setObjectName(QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    setMinimumHeight(150);
    hide();
}

void CompareCard::make()
{
    m_title = new QLabel(this);
    m_choose = new QToolButton(this);
    m_sentences = new QListWidget(this);
    m_table = new CompareTable(this);
    m_body = new QHBoxLayout;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 6);
    column->setSpacing(0);
    column->addLayout(makeHead());
    m_body->setContentsMargins(6, 0, 6, 0);
    m_body->setSpacing(10);
    m_body->addWidget(m_sentences, 5);
    m_body->addWidget(m_table, 7);
    column->addLayout(m_body, 1);
    m_sentences->setWordWrap(true);
    m_sentences->setFrameShape(QFrame::NoFrame);
    m_sentences->setAccessibleName(tr("What differs"));
    m_sentences->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_sentences, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (!item)
            return;
        if (const int row = item->data(rowData).toInt(); row > 0)
            emit rowChosen(row);
        else if (const QString window = item->data(windowData).toString(); !window.isEmpty())
            emit windowChosen(bytes(window));
    });
    connect(m_table, &CompareTable::rowChosen, this, &CompareCard::rowChosen);
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

/// A long log is compared anew when the drag is done.
void CompareCard::setPreview(const std::optional<TimelineView>& drawn)
{
    if (drawn && drawn->eventCount() > limits::findingPerFrame)
        return;
    m_preview = drawn;
    if (isVisible())
        refresh();
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
    views.sides.now = {m_document.scenario().name, m_preview ? &*m_preview : &m_document.view()};
    return views;
}

void CompareCard::refresh()
{
    const bool isShown = m_isWanted && m_document.isOpen() && !m_document.isOnRecord();
    if (isShown && !m_table)
        make();
    setVisible(isShown);
    if (!isShown)
        return;
    const Views compared = views();
    QStringList names;
    for (const NamedView& other : compared.sides.others)
        names << shown(other.name);
    m_title->setText(tr("\u2018%1\u2019 compared with").arg(m_title->fontMetrics().elidedText(shown(compared.sides.now.name), Qt::ElideRight, mostHead)));
    m_choose->setText(m_choose->fontMetrics().elidedText(names.join(QStringLiteral(", ")), Qt::ElideRight, mostHead));
    fillSentences(compared.sides);
    m_table->fill(compared.sides);
    m_body->setStretch(1, 4 + 3 * static_cast<int>(compared.sides.others.size())); // each column needs its room
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
    const QSignalBlocker quiet(m_sentences);
    const int scrolled = m_sentences->verticalScrollBar()->value();
    m_sentences->clear();
    for (const NamedView& other : sides.others) {
        if (sides.others.size() > 1) {
            auto* head = new QListWidgetItem(tr("Compared with \u2018%1\u2019").arg(shownName(other.name)), m_sentences);
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
    m_sentences->verticalScrollBar()->setValue(scrolled);
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
