#include "cli/arguments.h"
#include <QTest>

using namespace lockstep::cli;

namespace {

constexpr Option switchOption{.name = "json", .value = {}, .help = {}};
constexpr Option outputOption{.name = "output", .value = "OUT", .help = {}, .letter = 'o'};
constexpr Option zoneOption{.name = "zone", .value = "LANE=ZONE", .help = {}, .repeats = true};
const std::vector<Option> options{switchOption, outputOption, zoneOption};

OrStop<Arguments> read(const std::vector<std::string>& words)
{
    return readArguments(words, options);
}

} // namespace

class ArgumentsTest : public QObject {
    Q_OBJECT

private slots:
    void filesKeepTheirOrder()
    {
        const auto arguments = read({"b.md", "--json", "a.md", "-"});
        QVERIFY(arguments.has_value());
        QCOMPARE(arguments->files, (std::vector<std::string>{"b.md", "a.md", "-"}));
        QVERIFY(arguments->has("json"));
        QVERIFY(!arguments->has("output"));
    }

    void valuesAreTakenInEveryUsualForm_data()
    {
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char* name, const QStringList& words) { QTest::newRow(name) << words; };
        row("long, apart", {QStringLiteral("--output"), QStringLiteral("x y.png")});
        row("long, joined", {QStringLiteral("--output=x y.png")});
        row("short, apart", {QStringLiteral("-o"), QStringLiteral("x y.png")});
        row("short, joined", {QStringLiteral("-ox y.png")});
    }

    void valuesAreTakenInEveryUsualForm()
    {
        QFETCH(QStringList, words);
        std::vector<std::string> plain;
        for (const QString& word : words)
            plain.push_back(word.toStdString());
        const auto arguments = read(plain);
        QVERIFY(arguments.has_value());
        QCOMPARE(arguments->value("output"), std::optional<std::string>{"x y.png"});
        QVERIFY(arguments->files.empty());
    }

    void aValueMayHoldAnEqualsSign()
    {
        const auto arguments = read({"--zone=Bank=Washington", "--zone", "Client=Vietnam"});
        QVERIFY(arguments.has_value());
        QCOMPARE(arguments->values("zone"), (std::vector<std::string>{"Bank=Washington", "Client=Vietnam"}));
    }

    void afterTwoDashesAllAreFiles()
    {
        const auto arguments = read({"--", "--json", "-o"});
        QVERIFY(arguments.has_value());
        QCOMPARE(arguments->files, (std::vector<std::string>{"--json", "-o"}));
    }

    void aWrongWordIsNamed_data()
    {
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("unknown") << QByteArrayList{"--jsno"} << QByteArray{"Unknown option --jsno."};
        QTest::newRow("unknown letter") << QByteArrayList{"-x"} << QByteArray{"Unknown option -x."};
        QTest::newRow("a part of a name") << QByteArrayList{"--out", "a"} << QByteArray{"Unknown option --out."};
        QTest::newRow("no value") << QByteArrayList{"a.md", "-o"} << QByteArray{"-o needs a value: -o OUT."};
        QTest::newRow("unwanted value") << QByteArrayList{"--json=yes"} << QByteArray{"--json takes no value."};
        QTest::newRow("twice") << QByteArrayList{"-oa", "--output=b"} << QByteArray{"--output is given twice."};
        QTest::newRow("escape sequence") << QByteArrayList{"--\033[31mred"} << QByteArray{};
    }

    void aWrongWordIsNamed()
    {
        QFETCH(QByteArrayList, words);
        QFETCH(QByteArray, says);
        std::vector<std::string> plain;
        for (const QByteArray& word : words)
            plain.push_back(word.toStdString());
        const auto arguments = read(plain);
        QVERIFY(!arguments.has_value());
        QCOMPARE(arguments.error().exit, Exit::Usage);
        if (!says.isEmpty())
            QCOMPARE(QByteArray::fromStdString(arguments.error().message), says);
        QVERIFY(arguments.error().message.find('\033') == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
