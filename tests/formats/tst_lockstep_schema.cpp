#include "formats/lockstep_round.h"
#include "support/json_schema.h"
#include <QDir>
#include <QProcess>

using namespace lockstep;
using namespace lockstep::test;

namespace {

const char* const schemaPath = "resources/schema/lockstep-1.schema.json";

Schema schema()
{
    return Schema{Json::parse(fileText(schemaPath))};
}

Json sample()
{
    return Json::parse(fileText("tests/formats/data/every_kind.lockstep"));
}

QStringList studies()
{
    QStringList paths{QStringLiteral("tests/formats/data/every_kind.lockstep")};
    const QDir timelines{QStringLiteral(LOCKSTEP_SOURCE_DIR "/timelines")};
    for (const auto& name : timelines.entryList({QStringLiteral("*.lockstep")}))
        paths << QStringLiteral("timelines/") + name;
    return paths;
}

void collectPointers(const Json& value, const Json::json_pointer& at, std::vector<Json::json_pointer>& all)
{
    all.push_back(at);
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i)
        collectPointers(value[i], at / i, all);
    if (value.is_object()) {
        for (const auto& [name, member] : value.items())
            collectPointers(member, at / name, all);
    }
}

} // namespace

class TestLockstepSchema : public QObject {
    Q_OBJECT
private slots:
    void everyWordOfTheSchemaIsChecked();
    void everyStudyConforms_data();
    void everyStudyConforms();
    void whatTheSchemaRefusesTheReaderRefuses();
    void anotherValidatorAgrees();
};

void TestLockstepSchema::everyWordOfTheSchemaIsChecked()
{
    QCOMPARE(Schema::unknownWords(Json::parse(fileText(schemaPath))), QSet<QString>{});
    QVERIFY(!Schema::unknownWords(Json{{"items", {{"maxItems", 1}}}}).isEmpty());
}

void TestLockstepSchema::everyStudyConforms_data()
{
    QTest::addColumn<QString>("path");
    for (const auto& path : studies())
        QTest::newRow(qPrintable(path)) << path;
}

void TestLockstepSchema::everyStudyConforms()
{
    QFETCH(QString, path);
    QCOMPARE(schema().fault(Json::parse(fileText(qPrintable(path)))), std::string{});
}

void TestLockstepSchema::whatTheSchemaRefusesTheReaderRefuses()
{
    const auto rules = schema();
    const auto whole = sample();
    std::vector<Json::json_pointer> pointers;
    collectPointers(whole, Json::json_pointer{}, pointers);
    int refused = 0;
    std::string firstDisagreement;
    const auto compare = [&](const Json& changed, const Json::json_pointer& at) {
        const auto fault = rules.fault(changed);
        refused += fault.empty() ? 0 : 1;
        if (!fault.empty() && firstDisagreement.empty() && readStudy(changed.dump()))
            firstDisagreement = at.to_string() + " was accepted, but " + fault;
    };
    for (const auto& at : pointers) {
        for (const auto& other : {Json(nullptr), Json(true), Json(-1), Json(1.5), Json(5'000'000'000), Json("nonsense"), Json(""),
                 Json::array(), Json::array({1}), Json::object()}) {
            auto changed = whole;
            changed[at] = other;
            compare(changed, at);
        }
        if (at.empty() || !whole[at.parent_pointer()].is_object())
            continue;
        auto changed = whole;
        changed[at.parent_pointer()].erase(at.back());
        compare(changed, at);
    }
    QCOMPARE(firstDisagreement, std::string{});
    QVERIFY(refused > 1000);
}

void TestLockstepSchema::anotherValidatorAgrees()
{
    QProcess python;
    python.setWorkingDirectory(QStringLiteral(LOCKSTEP_SOURCE_DIR));
    const auto script = QStringLiteral("import json, sys\n"
                                       "try:\n    from jsonschema import Draft202012Validator as V\n"
                                       "except ImportError:\n    sys.exit(77)\n"
                                       "s = json.load(open(sys.argv[1], encoding='utf-8'))\n"
                                       "V.check_schema(s)\n"
                                       "for p in sys.argv[2:]:\n    V(s).validate(json.load(open(p, encoding='utf-8')))\n");
    python.start(QStringLiteral("python3"), QStringList{QStringLiteral("-c"), script, QString::fromLatin1(schemaPath)} + studies());
    if (!python.waitForStarted() || !python.waitForFinished() || python.exitCode() == 77)
        QSKIP("python3-jsonschema is not here; the checks above do not need it.");
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
}

QTEST_GUILESS_MAIN(TestLockstepSchema)
#include "tst_lockstep_schema.moc"
