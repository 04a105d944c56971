#include "ui/look.h"
#include "chart/theme.h"
#include <QGuiApplication>
#include <QWidget>
#include <algorithm>
#include <vector>

namespace lockstep {

namespace {

Look lightLook()
{
    Look look;
    look.window = QColor(0xF4F6F8);
    look.card = QColor(0xFFFFFF);
    look.edge = QColor(0xDCE0E5);
    look.text = QColor(0x1B2430);
    look.muted = QColor(0x5B6673);
    look.accent = QColor(0x0063A3);
    look.accentText = QColor(0xFFFFFF);
    look.button = QColor(0xF4F6F8);
    look.notice = QColor(0xFFF3D6);
    look.noticeText = QColor(0x5C4300);
    look.error = QColor(0xFDE7EA);
    look.errorText = QColor(0x7A1022);
    look.strong = QColor(0xE3E7EC);
    return look;
}

Look darkLook()
{
    Look look;
    look.isDark = true;
    look.window = QColor(0x14181D);
    look.card = QColor(0x1C2229);
    look.edge = QColor(0x343C46);
    look.text = QColor(0xE8ECF1);
    look.muted = QColor(0xA3AEBB);
    look.accent = QColor(0x5FB0EA);
    look.accentText = QColor(0x0B1620);
    look.button = QColor(0x262D36);
    look.notice = QColor(0x3A3115);
    look.noticeText = QColor(0xF4E3B2);
    look.error = QColor(0x42191F);
    look.errorText = QColor(0xF8C9D0);
    look.strong = QColor(0x0F1317);
    return look;
}

/// Named places in the sheet, so that no rule is a row of %1 %2 %3.
QString filled(QString sheet, const Look& look)
{
    const std::pair<const char*, QColor> names[] = {{"@window", look.window}, {"@card", look.card}, {"@edge", look.edge},
        {"@text", look.text}, {"@muted", look.muted}, {"@accentText", look.accentText}, {"@accent", look.accent},
        {"@button", look.button}, {"@noticeText", look.noticeText}, {"@notice", look.notice}, {"@errorText", look.errorText},
        {"@error", look.error}, {"@strong", look.strong},
        {"@lock", look.theme().lock}, {"@scenario", look.theme().scenario}};
    // Longer names come before those they begin with, whatever the order above.
    std::vector<std::pair<QString, QString>> ordered;
    for (const auto& [name, colour] : names)
        ordered.emplace_back(QLatin1String(name), colour.name());
    std::ranges::sort(ordered, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    for (const auto& [name, colour] : ordered)
        sheet.replace(name, colour);
    sheet.replace(QStringLiteral("@look"), look.isDark ? QStringLiteral("dark") : QStringLiteral("light"));
    // A style sheet that sets a weight forgets the family of the widget's font.
    return sheet.replace(QStringLiteral("@family"), Theme::of(Theme::Id::Light).font(14).family());
}

constexpr auto sheetText = R"(
QWidget { font-family: "@family"; font-size: 14px; }
QMainWindow, QDialog { background: @window; }
QWidget#card { background: @card; border: 1px solid @edge; border-radius: 8px; }
QWidget#toolbar { background: @card; border: none; border-bottom: 1px solid @edge; }
QWidget#toolbarRule { background: @edge; border: none; }
QStatusBar { background: @strong; color: @muted; border: none; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @muted; }
QStatusBar QLabel#clocks { color: @text; font-weight: 500; }
QMenuBar { background: @strong; color: @text; border: none; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: @edge; border-radius: 4px; }
QPushButton, QToolButton#tool { background: @button; color: @text; border: 1px solid @edge; border-radius: 6px;
    padding: 6px 10px; font-weight: 500; }
QPushButton:hover, QToolButton#tool:hover { border-color: @accent; }
QPushButton:pressed, QToolButton#tool:pressed { background: @edge; }
QPushButton:disabled, QToolButton#tool:disabled { color: @muted; border-color: @edge; }
QPushButton:focus, QToolButton#tool:focus { border: 2px solid @accent; padding: 5px 9px; }
QToolButton#tool:checked { background: @strong; }
QToolButton#tool::menu-indicator { image: none; }
QToolButton#tool[popupMode="1"] { padding-right: 26px; }
QToolButton#tool[popupMode="1"]:focus { padding-right: 25px; }
QToolButton#tool::menu-button { border: none; border-left: 1px solid @edge; width: 20px; }
QToolButton#tool::menu-arrow { image: url(:/icons/arrow-down.svg); width: 11px; height: 11px; }
QPushButton#primary, QToolButton#primary { background: @accent; color: @accentText; border: 1px solid @accent;
    border-radius: 6px; padding: 6px 26px; font-weight: 600; }
QPushButton#primary:focus, QToolButton#primary:focus { border: 2px solid @text; padding: 5px 25px; }
QPushButton#primary:disabled, QToolButton#primary:disabled { background: @edge; border-color: @edge; color: @muted; }
QPushButton#big { background: @accent; color: @accentText; border: 1px solid @accent; border-radius: 8px;
    padding: 14px 26px; font-size: 17px; font-weight: 600; }
QPushButton#link, QToolButton#link { background: transparent; border: none; color: @accent; font-weight: 600; padding: 4px 6px;
    text-align: left; }
QPushButton#panelLink { background: transparent; border: none; color: @accent; font-weight: 600; padding: 2px 0px; text-align: left; }
QPushButton#quietLink { background: transparent; border: none; color: @accent; font-weight: 400; padding: 2px 0px; text-align: left; }
QPushButton#mutedLink { background: transparent; border: none; color: @muted; font-weight: 400; padding: 2px 0px; text-align: left; }
QPushButton#panelLink:focus, QPushButton#quietLink:focus, QPushButton#mutedLink:focus { border: none; padding: 2px 0px; }
QFrame#metric { background: transparent; border: 1px solid transparent; border-radius: 4px; }
QFrame#metric:hover { background: @button; }
QFrame#metric:focus { border-color: @accent; }
QToolButton#link[popupMode="2"] { padding-right: 20px; }
QToolButton#link[popupMode="2"]:focus { padding-right: 19px; }
QToolButton#link::menu-indicator { image: url(:/icons/arrow-down.svg); width: 11px; height: 11px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 5px; }
QPushButton#link:hover, QToolButton#link:hover { text-decoration: underline; }
QPushButton#link:focus, QToolButton#link:focus { border: 1px solid @accent; border-radius: 4px; padding: 3px 5px; }
QComboBox, QLineEdit, QSpinBox, QDoubleSpinBox { background: @card; color: @text; border: 1px solid @edge; border-radius: 6px;
    padding: 5px 10px; selection-background-color: @accent; selection-color: @accentText; }
QComboBox:focus, QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 2px solid @accent; padding: 4px 9px; }
QComboBox#showing { border: 2px solid @accent; font-weight: 600; padding: 4px 10px; }
QComboBox#showing:focus { border: 2px solid @text; }
QComboBox#showing:disabled { border: 1px solid @edge; color: @muted; font-weight: 500; padding: 5px 11px; background: @button; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down.svg); width: 11px; height: 11px; }
QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @edge; selection-background-color: @accent;
    selection-color: @accentText; outline: none; }
QCheckBox { color: @text; spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; background: @card; border: 1px solid @muted; border-radius: 3px; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/tick-@look.svg); }
QLabel { color: @text; background: transparent; }
QLabel#muted { color: @muted; }
QLabel#heading { font-size: 18px; font-weight: 700; }
QLabel#section { font-weight: 600; }
QLabel#value { font-weight: 500; }
QLabel#figure { font-weight: 600; }
QLabel#quote { background: @window; border-radius: 6px; padding: 10px 12px; }
QLabel#display { font-size: 28px; font-weight: 700; }
QLabel#outcome { color: @lock; font-weight: 600; }
QLabel#fault { color: @errorText; }
QFrame#rule { background: @edge; border: none; max-height: 1px; min-height: 1px; }
QWidget#notice { background: @notice; }
QWidget#notice QLabel { color: @noticeText; font-weight: 500; }
QWidget#error { background: @error; }
QWidget#error QLabel { color: @errorText; font-weight: 500; }
QTableView { background: @card; color: @text; border: none; gridline-color: @edge; outline: none;
    selection-background-color: @strong; selection-color: @text; }
QTableView::item { padding: 0px 10px; border: none; }
QTableView::item:focus { border: 1px solid @accent; }
QFrame#popup { background: @card; border: 1px solid @edge; }
QLabel#notShown { background: @notice; color: @noticeText; border-radius: 4px; padding: 3px 8px; font-weight: 600; }
QTreeView { background: @card; color: @text; border: none; outline: none; }
QTreeView::item { padding: 4px 6px; border: none; }
QTreeView::item:selected { background: @strong; color: @text; }
QTreeView::branch { background: transparent; }
QTreeView::indicator { width: 14px; height: 14px; background: @card; border: 1px solid @muted; border-radius: 3px; }
QTreeView::indicator:hover { border-color: @accent; }
QTreeView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/tick-@look.svg); }
QTreeView::indicator:indeterminate { background: @edge; border-color: @accent; }
QListWidget { background: @card; color: @text; border: none; outline: none; }
QListWidget::item { padding: 4px 10px; border: none; }
QListWidget::item:selected { background: @strong; color: @text; }
QListWidget::item:focus { border: 1px solid @accent; }
QHeaderView { background: @window; border: none; }
QHeaderView::section { background: @window; color: @muted; border: none; padding: 6px 10px; font-weight: 600; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow { image: url(:/icons/arrow-up.svg); width: 11px; height: 11px; }
QHeaderView::down-arrow { image: url(:/icons/arrow-down.svg); width: 11px; height: 11px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: @edge; border-radius: 3px; min-height: 28px; }
QScrollBar::handle:vertical:hover { background: @muted; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: @edge; border-radius: 3px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMenu { background: @card; color: @text; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 6px 26px 6px 22px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @accentText; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @edge; margin: 4px 8px; }
QToolTip { background: @card; color: @text; border: 1px solid @edge; padding: 4px; }
QWidget#readOut { background: @card; border: 1px solid @scenario; border-radius: 6px; }
QLabel#readOutTitle { color: @scenario; font-weight: 700; }
QLabel#readOutClock { color: @text; font-weight: 600; }
QLabel#readOutCell, QLabel#readOutNotes { color: @text; }
QLabel#assumption { color: @scenario; font-weight: 600; }
QFrame#dropZone { border: 2px dashed @edge; border-radius: 10px; background: transparent; }
QFrame#dropZone[over="true"] { border-color: @accent; }
)";

} // namespace

Look Look::ofDesktop()
{
    const QPalette desktop = QGuiApplication::palette();
    return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness() ? darkLook() : lightLook();
}

const Theme& Look::theme() const
{
    return Theme::of(isDark ? Theme::Id::Dark : Theme::Id::Light);
}

QPalette Look::palette() const
{
    QPalette colours;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {{QPalette::Window, window}, {QPalette::Base, card},
        {QPalette::AlternateBase, window}, {QPalette::Button, button}, {QPalette::WindowText, text}, {QPalette::Text, text},
        {QPalette::ButtonText, text}, {QPalette::ToolTipBase, card}, {QPalette::ToolTipText, text}, {QPalette::PlaceholderText, muted},
        {QPalette::Highlight, accent}, {QPalette::HighlightedText, accentText}, {QPalette::Link, accent}, {QPalette::Mid, edge}};
    for (const auto& [role, colour] : roles)
        colours.setColor(role, colour);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        colours.setColor(QPalette::Disabled, role, muted);
    return colours;
}

QString Look::styleSheet() const
{
    return filled(QString::fromUtf8(sheetText), *this);
}

void dress(QWidget& widget)
{
    const Look look = Look::ofDesktop();
    widget.setPalette(look.palette());
    widget.setFont(look.theme().font(14));
    widget.setStyleSheet(look.styleSheet());
}

} // namespace lockstep
