#include "cli/json_line.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lockstep;

class TestJsonLine : public QObject {
    Q_OBJECT

private slots:
    void everyKindOfValueIsWritten()
    {
        std::string text = "[";
        cli::JsonLine line{text};
        line.put("id", 1).put("moved_ms", -9'000'000'000LL).put("approx", true).put("text", std::string{"a b"});
        line.put("line", std::optional<int>{}).put("actor", std::optional<std::string>{"Isa"}).put("notes", std::vector<std::string>{"One.", "Two."});
        line.end();
        QCOMPARE(text, std::string{R"([{"id":1,"moved_ms":-9000000000,"approx":true,"text":"a b","line":null,"actor":"Isa","notes":["One.","Two."]})"});
    }

    void anObjectWithoutValuesIsEmpty()
    {
        std::string text;
        cli::JsonLine{text}.end();
        QCOMPARE(text, std::string{"{}"});
    }

    void textsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("quotes") << QStringLiteral("says \"no\"");
        QTest::newRow("backslash") << QStringLiteral("C:\\logs");
        QTest::newRow("controls") << QStringLiteral("tab\tbreak\nbell\a");
        QTest::newRow("delete") << QString{QChar{0x7F}};
        QTest::newRow("accents") << QString::fromUtf8("Đà Nẵng 😀");
        QTest::newRow("nothing") << QString{QLatin1String{""}};
    }
    void textsComeBackAsTheyWere()
    {
        QFETCH(QString, said);
        std::string text;
        cli::JsonLine line{text};
        line.put(said.toStdString(), std::vector{said.toStdString()});
        line.end();
        const auto read = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
        QCOMPARE(read.keys(), QStringList{said});
        QCOMPARE(read[said].toArray().at(0).toString(), said);
    }

    void bytesThatAreNoUtf8AreReplaced()
    {
        std::string text;
        cli::JsonLine line{text};
        line.put("text", std::string{"a\xFFz"});
        line.end();
        QCOMPARE(text, std::string{"{\"text\":\"a\xEF\xBF\xBDz\"}"});
    }
};

QTEST_GUILESS_MAIN(TestJsonLine)
#include "tst_json_line.moc"
