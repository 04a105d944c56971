#pragma once
#include <QWidget>
#include <functional>

class QGridLayout;
class QLabel;
class QVBoxLayout;

/// The few pieces a panel is made of. Every text is plain.
namespace lockstep::panel {

QLabel* label(QVBoxLayout* column, const QString& text, const char* name);
void heading(QVBoxLayout* column, const QString& text);
void muted(QVBoxLayout* column, const QString& text);
void section(QVBoxLayout* column, const QString& text);
void quote(QVBoxLayout* column, const QString& text);
void rule(QVBoxLayout* column);

/// Rows of name and value; `asFigures` puts the value at the right.
class Facts {
public:
    Facts(QVBoxLayout* column, bool asFigures = false);
    void add(const QString& name, const QString& value);

private:
    QGridLayout* m_grid;
    bool m_asFigures;
};

void link(QVBoxLayout* column, const QString& text, std::function<void()> run);
/// A link among several that could be taken.
void quietLink(QVBoxLayout* column, const QString& text, std::function<void()> run);
/// A link that does not ask to be taken: where something stands.
void mutedLink(QVBoxLayout* column, const QString& text, std::function<void()> run);

/// Pieces that belong together, closer than others.
QVBoxLayout* group(QVBoxLayout* column);
/// A link with what it unfolds in its place.
QVBoxLayout* unfolding(QVBoxLayout* column, const QString& text);

/// A field that hands over what was typed on Enter or on leaving it, when it changed.
/// `accept` answers with a sentence when the text will not do; it is shown under the field.
void field(QVBoxLayout* column, const QString& name, const QString& value, const QString& hint,
    std::function<QString(const QString&)> accept);

/// A choice out of a few; `take` gets the index.
void choice(QVBoxLayout* column, const QString& name, const QStringList& options, int current, std::function<void(int)> take);
void check(QVBoxLayout* column, const QString& name, bool isOn, std::function<void(bool)> take);

} // namespace lockstep::panel
