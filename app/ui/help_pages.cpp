#include "ui/help_pages.h"
#include "core/version.h"
#include "core/zone.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/words.h"
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lockstep {

namespace {

struct Gesture {
    const char* hand;
    const char* does;
};

constexpr Gesture gestures[] = {
    {QT_TRANSLATE_NOOP("Help", "Drag a mark, the lock, or its edge"), QT_TRANSLATE_NOOP("Help", "ask what would have happened; Esc gives up")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl while dragging"), QT_TRANSLATE_NOOP("Help", "no snapping")},
    {QT_TRANSLATE_NOOP("Help", "Shift while dragging"), QT_TRANSLATE_NOOP("Help", "what depends on it stays")},
    {QT_TRANSLATE_NOOP("Help", "Alt+drag a mark"), QT_TRANSLATE_NOOP("Help", "move it and everything later in its lane")},
    {QT_TRANSLATE_NOOP("Help", "Alt+Left, Alt+Right"), QT_TRANSLATE_NOOP("Help", "move what is selected by a minute; with Shift by five")},
    {QT_TRANSLATE_NOOP("Help", "F2, Enter, double click"), QT_TRANSLATE_NOOP("Help", "correct a clock; in a what-if, type another time")},
    {QT_TRANSLATE_NOOP("Help", "Left, Right on a window"), QT_TRANSLATE_NOOP("Help", "choose its begin or its end")},
    {QT_TRANSLATE_NOOP("Help", "Insert, Delete"), QT_TRANSLATE_NOOP("Help", "add a row, leave rows or a window out, as a what-if")},
    {QT_TRANSLATE_NOOP("Help", "L with two rows selected"), QT_TRANSLATE_NOOP("Help", "mark a lock between them")},
    {QT_TRANSLATE_NOOP("Help", "K with two rows selected"), QT_TRANSLATE_NOOP("Help", "link them: the earlier one triggers the later")},
    {QT_TRANSLATE_NOOP("Help", "M"), QT_TRANSLATE_NOOP("Help", "measure between selected rows, or two clicks; Enter keeps the length")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+drag the empty chart, Shift+drag a ruler"), QT_TRANSLATE_NOOP("Help", "measure a stretch, and see what lies in it")},
    {QT_TRANSLATE_NOOP("Help", "Drag the dot beside a selected mark"), QT_TRANSLATE_NOOP("Help", "link it to what it caused")},
    {QT_TRANSLATE_NOOP("Help", "Drag across the strip of what ran"), QT_TRANSLATE_NOOP("Help", "mark a lock")},
    {QT_TRANSLATE_NOOP("Help", "Arrow keys, Home, End"), QT_TRANSLATE_NOOP("Help", "walk the rows and the lanes")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+click, Shift+drag the empty chart"), QT_TRANSLATE_NOOP("Help", "select several rows; they move together")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+A"), QT_TRANSLATE_NOOP("Help", "select the lane, then all rows")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+wheel, pinch, W, S, +, -"), QT_TRANSLATE_NOOP("Help", "zoom at the pointer")},
    {QT_TRANSLATE_NOOP("Help", "Drag the empty chart or with the middle button, Shift+wheel, A, D"), QT_TRANSLATE_NOOP("Help", "pan")},
    {QT_TRANSLATE_NOOP("Help", "Drag across a ruler"), QT_TRANSLATE_NOOP("Help", "zoom to that stretch")},
    {QT_TRANSLATE_NOOP("Help", "0, Z, Backspace"), QT_TRANSLATE_NOOP("Help", "show everything, or what is selected; go back to the zoom before")},
    {QT_TRANSLATE_NOOP("Help", "Click on a cut"), QT_TRANSLATE_NOOP("Help", "shows the quiet time that is cut out there; Backspace cuts it out again")},
    {QT_TRANSLATE_NOOP("Help", "G"), QT_TRANSLATE_NOOP("Help", "cut quiet time out, or show it")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+Z, Ctrl+Shift+Z"), QT_TRANSLATE_NOOP("Help", "undo, redo")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+N, Ctrl+Shift+N"), QT_TRANSLATE_NOOP("Help", "a new what-if; a copy of the one on show")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+Page Up, Ctrl+Page Down"), QT_TRANSLATE_NOOP("Help", "show another what-if; with Shift move it in the list")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+M"), QT_TRANSLATE_NOOP("Help", "compare with the record, or with other what-ifs")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+Shift+M"), QT_TRANSLATE_NOOP("Help", "try every start of a window")},
    {QT_TRANSLATE_NOOP("Help", "Alt+Up, Alt+Down"), QT_TRANSLATE_NOOP("Help", "move a lane up or down; its name can be dragged, too")},
    {QT_TRANSLATE_NOOP("Help", "Right click on a lane's name"), QT_TRANSLATE_NOOP("Help", "pin, fold or hide it; draw lanes by actor, zone, kind or file")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+Shift+F, Esc"), QT_TRANSLATE_NOOP("Help", "choose which rows are shown; show all again")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+F, F3, Shift+F3"), QT_TRANSLATE_NOOP("Help", "find rows by words, lane, number or any clock; the next, the one before")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+D"), QT_TRANSLATE_NOOP("Help", "set the date of the first row")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+I"), QT_TRANSLATE_NOOP("Help", "how the document was read, and what else it could mean")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+Shift+O, Shift+drop"), QT_TRANSLATE_NOOP("Help", "add a file to this timeline")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+E, Ctrl+Shift+C"), QT_TRANSLATE_NOOP("Help", "export the picture, copy the picture")},
};

QString said(const char* text)
{
    return QCoreApplication::translate("Help", text);
}

QLabel* plain(const QString& text, const char* name)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setObjectName(QLatin1String(name));
    return label;
}

void addClose(QDialog& dialog, QVBoxLayout* column, QPushButton* extra = nullptr)
{
    auto* buttons = new QDialogButtonBox(&dialog);
    if (extra)
        buttons->addButton(extra, QDialogButtonBox::ActionRole);
    buttons->addButton(said("Close"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace

void showShortcutsPage(QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(said("Keys and gestures"));
    dress(dialog);
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addWidget(plain(said("Keys and gestures"), "heading"));
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 12, 0);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(8);
    int row = 0;
    for (const Gesture& gesture : gestures) {
        grid->addWidget(plain(said(gesture.hand), "value"), row, 0);
        grid->addWidget(plain(said(gesture.does), "muted"), row++, 1);
    }
    // On a low screen the list scrolls and Close stays in reach.
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(page->sizeHint().width() + 24);
    column->addWidget(scroll);
    addClose(dialog, column);
    const int screen = dialog.screen()->availableSize().height();
    dialog.resize(dialog.sizeHint().width(), std::min(page->sizeHint().height() + 140, screen - 80));
    dialog.exec();
}

void showAboutPage(QWidget* parent)
{
    const QString details = said("Lockstep %1\nQt %2\ntz %3").arg(shown(version()), QString::fromLatin1(qVersion()), shown(tzVersion()));
    QDialog dialog(parent);
    dialog.setWindowTitle(said("About Lockstep"));
    dress(dialog);
    auto* column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(plain(said("Lockstep"), "heading"));
    column->addWidget(plain(said("Incident timelines from several clocks on one axis."), "muted"));
    column->addWidget(plain(details, "value"));
    column->addWidget(plain(said("Free software under the GNU General Public License, version 3 or later."), "muted"));
    auto* copy = new QPushButton(said("Copy details"));
    QObject::connect(copy, &QPushButton::clicked, &dialog, [details] { QGuiApplication::clipboard()->setText(details); });
    addClose(dialog, column, copy);
    dialog.exec();
}

void MainWindow::showShortcuts()
{
    showShortcutsPage(this);
}

void MainWindow::showAbout()
{
    showAboutPage(this);
}

} // namespace lockstep
