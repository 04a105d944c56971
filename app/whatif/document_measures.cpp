// The measures that are kept: each step one entry of the undo stack.
#include "whatif/document_private.h"
#include <algorithm>

namespace lockstep {

void Document::keepMeasure(const Measure& measure, const QString& label)
{
    if (isKept(measure))
        return;
    Study next = d->study;
    next.measures.push_back(measure);
    d->push(std::move(next), label);
}

void Document::removeMeasure(const Measure& measure, const QString& label)
{
    Study next = d->study;
    std::erase(next.measures, measure);
    d->push(std::move(next), label);
}

bool Document::isKept(const Measure& measure) const
{
    return std::ranges::find(d->study.measures, measure) != d->study.measures.end();
}

} // namespace lockstep
