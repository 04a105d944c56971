#pragma once
#include "core/scenario.h"
#include <functional>

class QVBoxLayout;

namespace lockstep {

class Document;

/// The causes and effects of a row, each to be chosen; `choose` gets both of its rows. Nothing where there are none.
void showLinksOf(QVBoxLayout* column, const TimelineView& view, EventId id, const std::function<void(const Link&)>& choose);
/// Of two selected rows: their link to change and to remove, or the offer to link them.
void showLinkBetween(QVBoxLayout* column, Document& document, const TimelineView& view, const std::set<EventId>& rows);

} // namespace lockstep
