#include "formats/importer.h"
#include <QDir>
#include <QFile>
#include <QTest>

using namespace lockstep;

namespace {

const char* wordOf(Where where)
{
    constexpr const char* words[]{"Row", "DayLine", "Heading", "ColumnHead", "Sentence", "FirstEvent", "Title", "FrontMatter", "Summary"};
    return words[static_cast<int>(where)];
}

QString shown(const Clock& c) { return QString::asprintf(c.second ? "%02d:%02d:%02d" : "%02d:%02d", c.hour, c.minute, c.second); }

QString shown(const StatedDate& d)
{
    return (d.year ? QString::number(*d.year) : QStringLiteral("?")) + QString::asprintf("-%02u-%02u", d.month, d.day);
}

/// "9 | 2024-03-04 Row | 09:15 | CET Row | Ana | Deploys v2.3.1"
QString shown(const DraftEvent& e)
{
    QString day, clock, zone, who = QString::fromStdString(e.role);
    if (e.group > 0)
        day += QStringLiteral("group %1 ").arg(e.group);
    if (e.date)
        day += shown(e.date->value) + QStringLiteral(" ") + QString::fromLatin1(wordOf(e.date->where));
    if (e.clock)
        clock = QString::fromLatin1(e.approx ? "~" : "") + shown(*e.clock);
    if (e.endClock)
        clock += QStringLiteral("-") + shown(*e.endClock);
    if (e.zone)
        zone = QString::fromStdString(e.zone->value) + QStringLiteral(" ") + QString::fromLatin1(wordOf(e.zone->where));
    if (!e.person.empty())
        who += QStringLiteral(": ") + QString::fromStdString(e.person);
    if (!e.place.empty())
        who += QStringLiteral(" @ ") + QString::fromStdString(e.place);
    QStringList cells{QString::number(e.line), day, clock, zone, who, QString::fromStdString(e.text)};
    for (auto& cell : cells)
        cell = cell.isEmpty() ? QStringLiteral("") : cell + QStringLiteral(" ");
    return cells.join(QStringLiteral("| ")).trimmed();
}

QStringList shown(const Draft& draft)
{
    QStringList lines{QStringLiteral("title: ") + QString::fromStdString(draft.title)};
    for (const auto& event : draft.events)
        lines += shown(event);
    for (const auto& event : draft.events)
        for (const auto& doubt : event.doubts)
            lines += QStringLiteral("doubt %1: ").arg(event.line) + QString::fromStdString(doubt);
    for (const auto& problem : draft.problems)
        lines += QStringLiteral("problem %1: ").arg(problem.line) + QString::fromStdString(problem.what);
    for (const auto& prose : draft.prose)
        lines += QStringLiteral("prose %1: ").arg(prose.line) + QString::fromStdString(prose.text);
    return lines;
}

QStringList linesOf(const QString& path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char{'\n'});
}

} // namespace

class TestMarkdownDocuments : public QObject {
    Q_OBJECT

private slots:
    void aDocumentGivesTheRowsACarefulReaderSees_data();
    void aDocumentGivesTheRowsACarefulReaderSees();
    void everyRowKeepsItsSourceLines_data() { aDocumentGivesTheRowsACarefulReaderSees_data(); }
    void everyRowKeepsItsSourceLines();
};

void TestMarkdownDocuments::aDocumentGivesTheRowsACarefulReaderSees_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder{QStringLiteral(LOCKSTEP_SOURCE_DIR "/tests/formats/data")};
    const auto names = folder.entryList({QStringLiteral("*.md"), QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 12);
    for (const auto& name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestMarkdownDocuments::aDocumentGivesTheRowsACarefulReaderSees()
{
    QFETCH(QString, path);
    const auto incident = openIncident(path.toStdString());
    QVERIFY2(incident.has_value(), incident ? "" : incident.error().what.c_str());
    const auto expected = linesOf(path.left(path.lastIndexOf(QLatin1Char{'.'})) + QStringLiteral(".rows"));
    const auto read = shown(incident->draft);
    QVERIFY2(!expected.isEmpty(), "no .rows file");
    for (qsizetype i = 0; i < std::max(expected.size(), read.size()); ++i)
        QCOMPARE(read.value(i), expected.value(i));
}

void TestMarkdownDocuments::everyRowKeepsItsSourceLines()
{
    QFETCH(QString, path);
    const auto incident = openIncident(path.toStdString());
    QVERIFY(incident.has_value());
    QFile file{path};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char{'\n'});
    for (const auto& event : incident->draft.events) {
        QVERIFY(event.line >= 1 && event.lastLine >= event.line);
        const auto source = lines.mid(event.line - 1, event.lastLine - event.line + 1).join(QLatin1Char{'\n'});
        QCOMPARE(QString::fromStdString(event.source), source);
        QVERIFY(event.source.find(event.written) != std::string::npos || event.written.empty());
    }
}

QTEST_GUILESS_MAIN(TestMarkdownDocuments)
#include "tst_markdown_documents.moc"
