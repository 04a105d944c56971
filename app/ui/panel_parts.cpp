#include "ui/panel_parts.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

namespace lockstep::panel {

namespace {

/// Esc takes back what was typed; whoever holds the field hears the key as well. With nothing typed,
/// Ctrl+Z is the window's: it takes back the last change.
class Field : public QLineEdit {
public:
    explicit Field(const QString& value) : QLineEdit(value), m_value(value) {}

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() != Qt::Key_Escape)
            return QLineEdit::keyPressEvent(event);
        setText(m_value);
        event->ignore();
    }
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if ((key->matches(QKeySequence::Undo) && !isUndoAvailable()) || (key->matches(QKeySequence::Redo) && !isRedoAvailable())) {
                event->ignore();
                return false;
            }
        }
        return QLineEdit::event(event);
    }

private:
    QString m_value;
};

/// A link that is as tall as its words need: a long one is wrapped, never cut.
class WrappedLink : public QPushButton {
public:
    explicit WrappedLink(const QString& text, const char* name) : QPushButton(text)
    {
        setObjectName(QLatin1String(name));
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return wordsIn(width).height() + 2 * padding; }
    QSize sizeHint() const override { return wordsIn(QWIDGETSIZE_MAX).size() + QSize(1, 2 * padding); }
    QSize minimumSizeHint() const override { return {1, fontMetrics().height() + 2 * padding}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QFont underlined = font();
        underlined.setUnderline(underMouse() || hasFocus());
        painter.setFont(underlined);
        style()->drawItemText(&painter, rect().adjusted(0, padding, 0, -padding), flags, palette(), isEnabled(), words(), QPalette::ButtonText);
    }

private:
    static constexpr int padding = 2;
    static constexpr int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;
    /// An ampersand on a button announces a key; two are one.
    QString words() const { return text().replace(QLatin1String("&&"), QLatin1String("&")); }
    QRect wordsIn(int width) const { return fontMetrics().boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), flags, words()); }
};

/// A label wraps between words alone: a word too long for the panel, such as a line of a log without blanks, may be broken.
QString breakable(const QString& text)
{
    constexpr qsizetype longest = 24;
    QString broken;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c.isSpace() || c == QChar(0x200B) ? 0 : run + 1;
        if (run > longest && !c.isLowSurrogate() && !c.isMark()) {
            broken += QChar(0x200B); // ZERO WIDTH SPACE
            run = 1;
        }
        broken += c;
    }
    return broken;
}

QLabel* plain(const QString& text, const char* name)
{
    auto* made = new QLabel;
    made->setTextFormat(Qt::PlainText);
    made->setText(breakable(text));
    made->setWordWrap(true);
    made->setObjectName(QLatin1String(name));
    return made;
}

/// What runs may rebuild the panel that holds the sender: it runs when the sender is done.
template <class Run> void later(QWidget* context, Run run)
{
    QTimer::singleShot(0, context->window(), run);
}

QLabel* fieldName(QVBoxLayout* column, const QString& name, QWidget* buddy)
{
    QLabel* made = label(column, name, "muted");
    made->setBuddy(buddy);
    buddy->setAccessibleName(name);
    return made;
}

} // namespace

QLabel* label(QVBoxLayout* column, const QString& text, const char* name)
{
    QLabel* made = plain(text, name);
    column->addWidget(made);
    return made;
}

void heading(QVBoxLayout* column, const QString& text) { label(column, text, "heading"); }
void muted(QVBoxLayout* column, const QString& text) { label(column, text, "muted"); }
void section(QVBoxLayout* column, const QString& text) { label(column, text, "section"); }

void quote(QVBoxLayout* column, const QString& text)
{
    label(column, text, "quote")->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void rule(QVBoxLayout* column)
{
    auto* line = new QFrame;
    line->setObjectName(QStringLiteral("rule"));
    column->addSpacing(6);
    column->addWidget(line);
    column->addSpacing(6);
}

Facts::Facts(QVBoxLayout* column, bool asFigures)
    : m_grid(new QGridLayout)
    , m_asFigures(asFigures)
{
    m_grid->setVerticalSpacing(12);
    m_grid->setHorizontalSpacing(10);
    m_grid->setColumnStretch(asFigures ? 0 : 1, 1);
    if (!asFigures)
        m_grid->setColumnMinimumWidth(0, 82);
    column->addLayout(m_grid);
}

void Facts::add(const QString& name, const QString& value)
{
    if (value.isEmpty())
        return;
    const int row = m_grid->rowCount();
    QLabel* key = plain(name, "muted");
    key->setWordWrap(m_asFigures);
    m_grid->addWidget(key, row, 0, Qt::AlignTop);
    QLabel* shown = plain(value, m_asFigures ? "figure" : "value");
    shown->setAccessibleName(name + QStringLiteral(": ") + value);
    if (m_asFigures) {
        shown->setWordWrap(false);
        m_grid->addWidget(shown, row, 1, Qt::AlignRight | Qt::AlignTop);
        return;
    }
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(shown, row, 1, Qt::AlignTop);
}

namespace {

void addLink(QVBoxLayout* column, const QString& text, const char* name, std::function<void()> run)
{
    auto* button = new WrappedLink(text, name);
    QObject::connect(button, &QPushButton::clicked, button, [button, run = std::move(run)] { later(button, run); });
    column->addWidget(button, 0, Qt::AlignLeft);
}

} // namespace

void link(QVBoxLayout* column, const QString& text, std::function<void()> run) { addLink(column, text, "panelLink", std::move(run)); }
void quietLink(QVBoxLayout* column, const QString& text, std::function<void()> run) { addLink(column, text, "quietLink", std::move(run)); }
void mutedLink(QVBoxLayout* column, const QString& text, std::function<void()> run) { addLink(column, text, "mutedLink", std::move(run)); }

QVBoxLayout* group(QVBoxLayout* column)
{
    auto* inner = new QVBoxLayout;
    inner->setSpacing(4);
    inner->setContentsMargins(0, 4, 0, 4);
    column->addLayout(inner);
    return inner;
}

QVBoxLayout* unfolding(QVBoxLayout* column, const QString& text)
{
    auto* button = new WrappedLink(text, "mutedLink");
    auto* folded = new QWidget;
    auto* inner = new QVBoxLayout(folded);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(column->spacing());
    folded->hide();
    QObject::connect(button, &QPushButton::clicked, folded, [button, folded] {
        button->hide();
        folded->show();
    });
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(folded);
    return inner;
}

void field(QVBoxLayout* column, const QString& name, const QString& value, const QString& hint,
    std::function<QString(const QString&)> accept)
{
    auto* edit = new Field(value);
    edit->setPlaceholderText(hint);
    fieldName(column, name, edit);
    column->addWidget(edit);
    QLabel* fault = label(column, {}, "fault");
    fault->hide();
    QObject::connect(edit, &QLineEdit::editingFinished, edit, [edit, fault, value, accept = std::move(accept)] {
        const QString text = edit->text().trimmed();
        if (text == value)
            return fault->hide();
        later(edit, [fault = QPointer<QLabel>(fault), accept, text] {
            const QString sentence = accept(text);
            // Accepted, the panel was made anew and the label is gone.
            if (fault) {
                fault->setText(sentence);
                fault->setVisible(!sentence.isEmpty());
            }
        });
    });
}

void choice(QVBoxLayout* column, const QString& name, const QStringList& options, int current, std::function<void(int)> take)
{
    auto* box = new QComboBox;
    box->addItems(options);
    // A long option is cut in the field and whole in the list: it never widens the panel.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setCurrentIndex(current);
    fieldName(column, name, box);
    column->addWidget(box);
    QObject::connect(box, &QComboBox::activated, box, [box, take = std::move(take)](int index) { later(box, [take, index] { take(index); }); });
}

void check(QVBoxLayout* column, const QString& name, bool isOn, std::function<void(bool)> take)
{
    auto* box = new QCheckBox(name);
    box->setChecked(isOn);
    column->addWidget(box);
    QObject::connect(box, &QCheckBox::clicked, box, [box, take = std::move(take)](bool on) { later(box, [take, on] { take(on); }); });
}

} // namespace lockstep::panel
