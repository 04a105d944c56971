#include "ui/readable_patterns.h"
#include <QTest>

class ReadablePatternsTest : public QObject {
    Q_OBJECT

private slots:
    void theFileDialogOffersEveryFormatThatCanBeRead();
};

void ReadablePatternsTest::theFileDialogOffersEveryFormatThatCanBeRead()
{
    const auto patterns = lockstep::readablePatterns().split(QLatin1Char{' '});
    for (const char* suffix : {"md", "markdown", "txt", "lockstep", "csv", "tsv", "tab", "json", "jsonl", "ndjson"})
        QVERIFY2(patterns.contains(QStringLiteral("*.") + QString::fromUtf8(suffix)), suffix);
}

QTEST_GUILESS_MAIN(ReadablePatternsTest)
#include "tst_readable_patterns.moc"
