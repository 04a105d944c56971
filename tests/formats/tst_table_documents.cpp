#include "formats/importer.h"
#include "support/shown_draft.h"
#include <QDir>
#include <QFile>
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;

class TestTableDocuments : public QObject {
    Q_OBJECT

private slots:
    void aTableGivesTheRowsACarefulReaderSees_data();
    void aTableGivesTheRowsACarefulReaderSees();
    void everyRowIsFoundInItsSourceLines_data() { aTableGivesTheRowsACarefulReaderSees_data(); }
    void everyRowIsFoundInItsSourceLines();
    void aTableIsKnownByItsContentWhateverItsName_data() { aTableGivesTheRowsACarefulReaderSees_data(); }
    void aTableIsKnownByItsContentWhateverItsName();
    void aDocumentOfSentencesIsNoTable_data();
    void aDocumentOfSentencesIsNoTable();
};

namespace {

const QDir folder{QStringLiteral(LOCKSTEP_SOURCE_DIR "/tests/formats/data")};

QByteArray bytesOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

void TestTableDocuments::aTableGivesTheRowsACarefulReaderSees_data()
{
    QTest::addColumn<QString>("path");
    const auto names = folder.entryList({QStringLiteral("*.csv"), QStringLiteral("*.tsv"), QStringLiteral("*.json"), QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 12);
    for (const auto& name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestTableDocuments::aTableGivesTheRowsACarefulReaderSees()
{
    QFETCH(QString, path);
    const auto incident = openIncident(path.toStdString());
    QVERIFY2(incident.has_value(), incident ? "" : incident.error().what.c_str());
    const auto expected = linesOf(path.left(path.lastIndexOf(QLatin1Char{'.'})) + QStringLiteral(".rows"));
    const auto read = shown(incident->draft);
    QVERIFY2(expected.size() > 1, "no .rows file");
    for (qsizetype i = 0; i < std::max(expected.size(), read.size()); ++i)
        QCOMPARE(read.value(i).trimmed(), expected.value(i));
}

void TestTableDocuments::everyRowIsFoundInItsSourceLines()
{
    QFETCH(QString, path);
    const auto incident = openIncident(path.toStdString());
    QVERIFY(incident.has_value());
    auto text = QString::fromUtf8(bytesOf(path));
    const auto lines = text.remove(QLatin1Char{'\r'}).split(QLatin1Char{'\n'});
    for (const auto& event : incident->draft.events) {
        QVERIFY(event.line >= 1 && event.lastLine >= event.line);
        const auto source = lines.mid(event.line - 1, event.lastLine - event.line + 1).join(QLatin1Char{'\n'});
        QVERIFY2(source.contains(QString::fromStdString(event.source)), event.source.str().c_str());
        QVERIFY(!event.source.empty() && event.source.find(event.written) != std::string::npos);
    }
}

void TestTableDocuments::aTableIsKnownByItsContentWhateverItsName()
{
    QFETCH(QString, path);
    const auto bytes = bytesOf(path);
    const auto incident = readIncident(bytes.toStdString(), "notes.txt");
    QVERIFY(incident.has_value());
    QCOMPARE(QString::fromStdString(incident->draft.format), path.section(QLatin1Char{'.'}, -1));
}

void TestTableDocuments::aDocumentOfSentencesIsNoTable_data()
{
    QTest::addColumn<QString>("path");
    for (const auto& name : folder.entryList({QStringLiteral("*.md"), QStringLiteral("*.txt")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
    QTest::newRow("the bank incident") << QStringLiteral(LOCKSTEP_SOURCE_DIR "/timelines/bank-vietnam.md");
}

void TestTableDocuments::aDocumentOfSentencesIsNoTable()
{
    QFETCH(QString, path);
    const auto incident = openIncident(path.toStdString());
    QVERIFY(incident.has_value());
    QCOMPARE(incident->draft.format, std::string{"markdown"});
}

QTEST_GUILESS_MAIN(TestTableDocuments)
#include "tst_table_documents.moc"
