#include "ui/decisions.h"
#include "ui/panel_parts.h"
#include "ui/selection_panel.h"
#include "ui/window_edit.h"
#include "ui/words.h"
#include "whatif/document.h"
#include "whatif/edits.h"
#include <QCoreApplication>
#include <QVBoxLayout>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("AddedRowPanel", text);
}

/// The row as the view has it, to state it anew: a move of it becomes part of the statement.
std::optional<AddEvent> statedNow(const Document& document, EventId id)
{
    const AddEvent* added = addedRow(document.resolved().timeline, document.scenario(), id);
    if (!added)
        return {};
    AddEvent stated = *added;
    stated.at = pointAt(document.resolved().timeline, document.view().at(id));
    return stated;
}

} // namespace

QStringList kindNames()
{
    return {said("Something that is done"), said("Something scheduled"), said("A look-up"), said("A message"), said("It is noticed"), said("It is restored")};
}

void showAddedRow(QVBoxLayout* column, Document& document, EventId id)
{
    const std::optional<AddEvent> row = statedNow(document, id);
    if (!row)
        return;
    panel::muted(column, said("F2 types another time for this row.\nAlt and an arrow key moves it by a minute."));
    panel::field(column, said("What happens"), shown(row->text), {}, [&document, id](const QString& text) {
        std::optional<AddEvent> stated = statedNow(document, id);
        if (text.isEmpty() || !stated)
            return said("A row needs words.");
        stated->text = bytes(text);
        restateRow(document, id, *stated);
        return QString{};
    });
    panel::choice(column, said("Kind"), kindNames(), static_cast<int>(row->kind), [&document, id](int index) {
        if (std::optional<AddEvent> stated = statedNow(document, id)) {
            stated->kind = static_cast<Kind>(index);
            restateRow(document, id, *stated);
        }
    });
    QStringList lanes;
    int current = -1;
    for (const Lane& lane : document.resolved().timeline.lanes) {
        if (lane.role == row->lane)
            current = static_cast<int>(lanes.size());
        lanes << shown(lane.role);
    }
    panel::choice(column, said("Lane"), lanes, current, [&document, id](int index) {
        if (std::optional<AddEvent> stated = statedNow(document, id)) {
            stated->lane = document.resolved().timeline.lane(index).role;
            restateRow(document, id, *stated);
        }
    });
    if (row->kind == Kind::Read)
        panel::field(column, said("Which copy it reads"), shown(row->reads), said("as its lane"), [&document, id](const QString& text) {
            if (std::optional<AddEvent> stated = statedNow(document, id)) {
                stated->reads = text.isEmpty() ? ResourceId{} : resourceCalled(document.resolved().timeline, text);
                restateRow(document, id, *stated);
            }
            return QString{};
        });
    panel::link(column, said("Take this row away"), [&document, id] { dropRows(document, {id}); });
}

} // namespace lockstep
