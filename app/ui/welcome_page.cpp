#include "ui/welcome_page.h"
#include "ui/bundled.h"
#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lockstep {

namespace {

QLabel* plain(const QString& text, const char* name)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setObjectName(QLatin1String(name));
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_fault(plain({}, "fault"))
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("dropZone"));
    card->setMaximumWidth(760);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(48, 40, 48, 40);
    column->setSpacing(12);
    column->addWidget(plain(tr("What happened, on every clock at once"), "display"));
    column->addWidget(plain(tr("Open a postmortem. Lockstep puts its clocks onto one axis and shows who waited for what.\n"
                               "Then drag what happened, to see what would have happened."), "muted"));
    column->addSpacing(8);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* bank = new QPushButton(tr("Open the bank incident"));
    bank->setObjectName(QStringLiteral("big"));
    auto* open = new QPushButton(tr("Open\u2026"));
    open->setMinimumHeight(52);
    open->setMinimumWidth(120);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(bank);
    buttons->addWidget(open);
    buttons->addStretch(1);
    column->addLayout(buttons);
    bank->setVisible(!bankIncident().isEmpty()); // not before it has a parent: it would be a window of its own
    column->addWidget(plain(tr("Or drop a file here, or paste a timeline with Ctrl+V. Markdown, plain text and .lockstep files are read; none is changed."), "muted"));
    column->addSpacing(8);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    column->addLayout(m_recent);
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card, 6);
    middle->addStretch(1);
    page->addLayout(middle);
    page->addStretch(3);
    connect(bank, &QPushButton::clicked, this, [this] { emit openRequested(bankIncident()); });
    connect(open, &QPushButton::clicked, this, &WelcomePage::dialogRequested);
    refresh();
}

void WelcomePage::refresh()
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const QStringList files = recentFiles();
    if (files.isEmpty())
        return;
    m_recent->addWidget(plain(tr("Opened before"), "section"));
    for (const QString& path : files)
        addFile(path);
}

void WelcomePage::addFile(const QString& path)
{
    const QFileInfo info(path);
    const bool isThere = info.exists();
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* name = new QPushButton(info.fileName().replace(QLatin1Char('&'), QLatin1String("&&")));
    name->setObjectName(QStringLiteral("link"));
    name->setEnabled(isThere);
    row->addWidget(name);
    QLabel* folder = plain(isThere ? QDir::toNativeSeparators(info.path()) : tr("no longer there"), "muted");
    folder->setWordWrap(false);
    row->addWidget(folder, 1);
    if (!isThere) {
        auto* remove = new QPushButton(tr("Remove"));
        remove->setObjectName(QStringLiteral("link"));
        connect(remove, &QPushButton::clicked, this, [this, path] {
            forgetFile(path);
            refresh();
        });
        row->addWidget(remove);
    }
    connect(name, &QPushButton::clicked, this, [this, path] { emit openRequested(path); });
    m_recent->addWidget(line);
}

void WelcomePage::showFault(const QString& sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

} // namespace lockstep
