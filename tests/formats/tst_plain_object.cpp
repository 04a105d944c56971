#include "formats/table/json_objects.h"
#include "formats/table/plain_object.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::table;

class TestPlainObject : public QObject {
    Q_OBJECT

private slots:
    void plainValuesAreFound()
    {
        const std::string text = R"( { "time" : "10:05","n":-12 , "big":123456789012345678,"ok":true,"no":false,"gone":null,"empty":""} )";
        PlainValues values;
        QVERIFY(readPlainObject(text, values));
        const PlainValues expected{{"time", "10:05"}, {"n", "-12"}, {"big", "123456789012345678"}, {"ok", "true"}, {"no", "false"}, {"empty", ""}};
        QVERIFY(values == expected);
        QVERIFY(values.front().second.data() == text.data() + text.find("10:05"));
        QVERIFY(readPlainObject("{}", values) && values.empty());
    }

    void allElseIsLeftToTheLibrary_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "{", "{}x", "[]", "{\"a\":1,}", "{\"a\":\"b\\n\"}", "{\"a\\u0041\":1}", "{\"a\":{}}", "{\"a\":[1]}", "{\"a\":1.5}", "{\"a\":1e3}", "{\"a\":-0}",
                 "{\"a\":01}", "{\"a\":1234567890123456789}", "{\"a\":-}", "{\"a\" 1}", "{a:1}", "{\"a\":\"b}", "{\"a\":\"b\tc\"}", "{\"a\":tru}", "{\"a\":nullx}", "{\"a\":1 \"b\":2}"})
            QTest::newRow(text) << QByteArray{text};
    }
    void allElseIsLeftToTheLibrary()
    {
        QFETCH(QByteArray, text);
        PlainValues values;
        QVERIFY(!readPlainObject(text.toStdString(), values));
    }

    /// The same object once plainly and once with a list, which only the library reads.
    void bothWaysGiveTheSameCells()
    {
        const std::string plain = R"({"b":"x","a":7,"b":"y","n":null,"t":true})", nested = R"({"l":[],"b":"x","a":7,"b":"y","n":null,"t":true})";
        const Text text{plain + nested};
        ObjectTable objects{text};
        QVERIFY(objects.add(text.view().substr(0, plain.size()), {1, 1, 0, plain.size()}));
        QVERIFY(objects.add(text.view().substr(plain.size()), {2, 2, plain.size(), nested.size()}));
        QCOMPARE(objects.heads(), (std::vector<std::string>{"b", "a", "t"}));
        for (int column = 0; column < 3; ++column)
            QVERIFY(objects.table().cell(0, column) == objects.table().cell(1, column));
        QVERIFY(objects.table().cell(0, 0) == "y" && objects.table().cell(0, 1) == "7" && objects.table().cell(0, 2) == "true");
    }
};

QTEST_GUILESS_MAIN(TestPlainObject)
#include "tst_plain_object.moc"
