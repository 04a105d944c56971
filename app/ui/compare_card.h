#pragma once
#include "core/side_by_side.h"
#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace lockstep {

class CompareTable;
class Document;

/// The card under the chart that sets the what-if on show beside one to three others: a sentence for each change, and
/// what became of every look-up in each of them. Never on the record.
class CompareCard : public QWidget {
    Q_OBJECT
public:
    explicit CompareCard(Document& document, QWidget* parent = nullptr);

    void setWanted(bool wanted);  ///< shows itself in every what-if until it is closed
    bool isWanted() const { return m_isWanted; }
    void refresh();               ///< the document's view changed
    void setPreview(const std::optional<TimelineView>& drawn); ///< what a drag shows now; none: the document's view
    /// With whom the what-if on show is compared; the record is always there to be chosen.
    QStringList others() const { return m_others; }
    void setOthers(const QStringList& names);

    QString asMarkdown() const;
    QString asText() const;

signals:
    void wantedChanged(bool wanted);
    void rowChosen(EventId id);
    void windowChosen(const WindowId& id);
    void copied(const QString& sentence); ///< what is on the clipboard now
    void left();                          ///< Esc: the keyboard goes back to the chart

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    /// The views that are compared, held while they are.
    struct Views;
    Views views() const;
    void make();
    QHBoxLayout* makeHead();
    QPushButton* addLink(QHBoxLayout* row, const QString& text);
    void fillChoices();
    void fillSentences(const SideBySide& sides);
    void toggleOther(const QString& name, bool isOn);
    void copy(const QString& text, const QString& sentence);

    Document& m_document;
    QStringList m_others;
    bool m_isWanted = false;
    std::optional<TimelineView> m_preview;
    QLabel* m_title = nullptr; ///< the parts are made when the card is first shown
    QToolButton* m_choose = nullptr;
    QListWidget* m_sentences = nullptr;
    CompareTable* m_table = nullptr;
    QHBoxLayout* m_body = nullptr;
};

} // namespace lockstep
