#include "formats/importer.h"
#include "support/shown_draft.h"
#include <QDir>
#include <QFile>
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;

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
