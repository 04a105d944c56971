#include "ui/sight.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <utility>

namespace lockstep {

Sight::Sight(const Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
}

void Sight::setFilter(RowFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    refresh();
    emit changed();
}

void Sight::refresh()
{
    m_hidden = m_document.isOpen() ? hiddenRows(m_document.view(), m_filter) : nullptr;
}

const TimelineView* Sight::view() const
{
    return m_document.isOpen() ? &m_document.view() : nullptr;
}

QString Sight::sentence() const
{
    return m_hidden ? shown(hiddenWords(*m_hidden)) : QString{};
}

} // namespace lockstep
