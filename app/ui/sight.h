#pragma once
#include "core/row_filter.h"
#include <QObject>

namespace lockstep {

class Document;

/// Which rows of the document are in sight. Chart, table, search, overview and pictures share one; what is counted,
/// measured and said of the document never asks it.
class Sight : public QObject {
    Q_OBJECT
public:
    explicit Sight(Document& document, QObject* parent = nullptr);

    const RowFilter& filter() const { return m_filter; }
    void setFilter(RowFilter filter);
    /// Without a filter and without hidden lanes: those one step that can be undone.
    void showAll();
    /// A lane of the record: hidden by itself, kept with the study, and not by the filter.
    bool isLaneHidden(const std::string& lane) const;
    void unhide(const std::set<std::string>& lanes);
    /// nullptr: all rows are in sight.
    const std::shared_ptr<const HiddenRows>& hidden() const { return m_hidden; }
    bool isHidden(EventId id) const { return m_hidden && m_hidden->has(id); }
    /// nullptr: nothing is open.
    const TimelineView* view() const;
    /// Looks again: the view has changed. Nobody is told, as all that look here look again anyway.
    void refresh();
    /// "12 of 40 rows are not shown."; empty when all are.
    QString sentence() const;

signals:
    void changed();

private:
    Document& m_document;
    RowFilter m_filter;
    std::shared_ptr<const HiddenRows> m_hidden;
};

} // namespace lockstep
