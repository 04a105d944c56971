#include "ui/read_out.h"
#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

namespace lockstep {

namespace {
constexpr int widest = 460;
constexpr int away = 18;
} // namespace

ReadOut::ReadOut(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
{
    setObjectName(QStringLiteral("readOut"));
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(m_label);
    hide();
}

void ReadOut::showAt(QPoint at, const QString& text)
{
    m_label->setText(text);
    const int line = m_label->fontMetrics().horizontalAdvance(text);
    const int width = std::min({widest, parentWidget()->width() - 2 * away, line + 30});
    const int height = m_label->heightForWidth(width - 24) + 16;
    QPoint corner = at + QPoint(away, away);
    if (corner.x() + width > parentWidget()->width())
        corner.setX(std::max(0, at.x() - away - width));
    if (corner.y() + height > parentWidget()->height())
        corner.setY(std::max(0, at.y() - away - height));
    setGeometry(QRect(corner, QSize(width, height)));
    raise();
    show();
}

QString ReadOut::text() const
{
    return m_label->text();
}

} // namespace lockstep
