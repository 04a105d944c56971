#include "ui/what_if_box.h"
#include "ui/look.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace lockstep {

namespace {

constexpr int noteRole = Qt::UserRole;
constexpr int lineHeight = 22;
constexpr int padding = 6;

/// A name, and a note under it.
class NoteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString note = index.data(noteRole).toString();
        const int width = std::max(option.fontMetrics.horizontalAdvance(index.data().toString()), option.fontMetrics.horizontalAdvance(note));
        return {std::min(width, mostWidth) + 4 * padding, (note.isEmpty() ? 1 : 2) * lineHeight + 2 * padding};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Look look = Look::ofDesktop();
        const bool isChosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(option.rect, isChosen ? look.accent : look.card);
        QRect line = option.rect.adjusted(2 * padding, padding, -2 * padding, 0);
        line.setHeight(lineHeight);
        QFont name = option.font;
        name.setWeight(QFont::DemiBold);
        painter->setFont(name);
        painter->setPen(isChosen ? look.accentText : look.text);
        write(*painter, line, index.data().toString());
        painter->setFont(option.font);
        painter->setPen(isChosen ? look.accentText : look.muted);
        write(*painter, line.translated(0, lineHeight), index.data(noteRole).toString());
        painter->restore();
    }

private:
    static constexpr int mostWidth = 520;
    static void write(QPainter& painter, const QRect& line, const QString& text)
    {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    }
};

} // namespace

WhatIfBox::WhatIfBox(QWidget* parent)
    : QComboBox(parent)
{
    setObjectName(QStringLiteral("showing"));
    setAccessibleName(tr("Showing"));
    setMinimumWidth(232);
    setMaximumWidth(420);
    setMaxVisibleItems(16);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setItemDelegate(new NoteDelegate(this));
    empty();
}

void WhatIfBox::empty()
{
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("As recorded"));
    setEnabled(false);
}

void WhatIfBox::fill(const Study& study)
{
    empty();
    const QSignalBlocker quiet(this);
    for (const Scenario& scenario : study.scenarios) {
        const QString note = shown(scenario.note);
        addItem(shown(scenario.name));
        setItemData(count() - 1, note, noteRole);
        setItemData(count() - 1, note, Qt::AccessibleDescriptionRole);
    }
    setCurrentIndex(study.current + 1);
    setToolTip(forTip(itemData(currentIndex(), noteRole).toString()));
    setEnabled(true);
}

} // namespace lockstep
