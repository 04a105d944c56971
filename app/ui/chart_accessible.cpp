#include "ui/chart_accessible.h"
#include "ui/chart_view.h"
#include <QAccessibleWidget>
#include <QPointer>
#include <vector>

namespace lockstep {

namespace {

/// One row of the chart.
class RowAccessible : public QAccessibleInterface {
public:
    RowAccessible(ChartView* view, EventId id)
        : m_view(view)
        , m_id(id)
    {
    }
    bool isValid() const override { return m_view && m_id <= m_view->rowCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override { }
    QString text(QAccessible::Text kind) const override { return isValid() && kind == QAccessible::Name ? m_view->rowInWords(m_id) : QString{}; }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect mark = m_view->inView(m_view->chart().markRect(m_id));
        return {m_view->viewport()->mapToGlobal(mark.topLeft()), mark.size()};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.invalid = !isValid();
        state.selected = isValid() && m_view->isRowSelected(m_id);
        state.focused = isValid() && m_view->hasFocus() && m_view->currentRow() == m_id;
        state.offscreen = isValid() && m_view->chart().markRect(m_id).isEmpty();
        return state;
    }

private:
    QPointer<ChartView> m_view;
    EventId m_id;
};

class ChartAccessible : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartView* view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    ~ChartAccessible() override
    {
        for (const QAccessible::Id id : m_rows)
            QAccessible::deleteAccessibleInterface(id);
    }
    int childCount() const override { return m_view->rowCount(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_rows.size()) <= index)
            m_rows.push_back(QAccessible::registerAccessibleInterface(new RowAccessible(m_view, static_cast<EventId>(m_rows.size()) + 1)));
        return QAccessible::accessibleInterface(m_rows[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* row) const override
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (QAccessible::accessibleInterface(m_rows[i]) == row)
                return static_cast<int>(i);
        return -1;
    }
    QAccessibleInterface* focusChild() const override { return m_view->hasFocus() ? child(m_view->currentRow() - 1) : nullptr; }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPointF at = m_view->sceneAt(m_view->viewport()->mapFromGlobal(QPoint(x, y)));
        const Hit hit = m_view->rowCount() > 0 ? m_view->chart().hitTest(at) : Hit{};
        return hit.what == Hit::What::Event ? child(hit.event - 1) : nullptr;
    }

private:
    ChartView* m_view;
    mutable std::vector<QAccessible::Id> m_rows;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* view = qobject_cast<ChartView*>(object);
    return view ? new ChartAccessible(view) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    QAccessible::installFactory(makeAccessible);
}

} // namespace lockstep
