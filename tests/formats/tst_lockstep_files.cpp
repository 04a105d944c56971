#include "core/added_file.h"
#include "formats/lockstep_round.h"
#include "support/every_kind.h"
#include "support/json_schema.h"

using namespace lockstep;
using namespace lockstep::test;
using namespace std::chrono_literals;

namespace {

Draft opened(const char* belowSource)
{
    const auto incident = openIncident(std::string{LOCKSTEP_SOURCE_DIR "/"} + belowSource);
    return incident ? incident->draft : Draft{};
}

/// A log, a chat and the log of another host, with what was decided about each.
Incident together()
{
    Incident incident = withFile(incidentOf(opened("tests/several/bank-log.csv")), opened("tests/several/client-chat.md"));
    Draft other;
    other.sourceName = "bank-log.csv";
    other.format = "csv";
    other.sourceHash = "sha256:02";
    other.events = {everyKindRow(2, "another host", {9, 5})};
    other.prose = {{1, "A sentence."}};
    other.problems = {{Severity::Warning, 3, 0, "Line 3 has no clock.", "Write one."}};
    incident = withFile(std::move(incident), std::move(other));
    incident.reading = {{SetDate{date::year{2024} / 3 / 4, "bank-log.csv (2)"}, By::Person, "no date"},
        {SetZone{"", "Asia/Ho_Chi_Minh", "bank-log.csv (2)"}, By::Person, ""}, {SetClockAhead{"client-chat.md", -40s}, By::Person, ""},
        {SetClock{13, {9, 6}, std::nullopt}, By::Person, "09:05"}};
    incident.scenarios = {{"What if 1", "", {MoveEvent{12, 29min}}}};
    return incident;
}

} // namespace

class TestLockstepFiles : public QObject {
    Q_OBJECT

private slots:
    void severalFilesAreReadBackAsTheyWereWritten();
    void theSecondSaveIsByteIdentical();
    void aStudyOfSeveralFilesConformsToTheSchema();
    void aFileCanBeAddedToAnOpenedStudy();
    void rowsNumberedWronglyAreRefused();
    void oneFileIsWrittenAsBefore();
};

void TestLockstepFiles::severalFilesAreReadBackAsTheyWereWritten()
{
    const Incident incident = together();
    QCOMPARE(incident.draft.added.size(), std::size_t{2});
    QCOMPARE(incident.draft.added[1].rowsBefore, 12);
    const auto read = readStudy(*writeStudy(incident));
    QCOMPARE(lineAndWhat(read), std::string{});
    QVERIFY(read->draft == incident.draft);
    QVERIFY(*read == incident);
}

void TestLockstepFiles::theSecondSaveIsByteIdentical()
{
    const auto first = writeStudy(together());
    QCOMPARE(QString::fromStdString(*writeStudy(*readStudy(*first))), QString::fromStdString(*first));
}

void TestLockstepFiles::aStudyOfSeveralFilesConformsToTheSchema()
{
    const Schema schema{Json::parse(fileText("resources/schema/lockstep-1.schema.json"))};
    Json study = Json::parse(*writeStudy(together()));
    QCOMPARE(schema.fault(study), std::string{});
    study["added"][0].erase("source");
    QVERIFY(!schema.fault(study).empty());
}

void TestLockstepFiles::aFileCanBeAddedToAnOpenedStudy()
{
    const auto study = readStudy(*writeStudy(incidentOf(opened("tests/several/bank-log.csv"))));
    const Incident with = withFile(*study, opened("tests/several/client-chat.md"));
    QVERIFY(with == withFile(incidentOf(opened("tests/several/bank-log.csv")), opened("tests/several/client-chat.md")));
    // Its bytes are known, so that it is not added twice.
    QVERIFY(holdsFile(readStudy(*writeStudy(with))->draft, opened("tests/several/client-chat.md")));
}

void TestLockstepFiles::rowsNumberedWronglyAreRefused()
{
    Json study = Json::parse(*writeStudy(together()));
    study["added"][0]["rows"][0]["row"] = 1;
    const auto read = readStudy(study.dump());
    QVERIFY(!read);
    QCOMPARE(read.error().what, std::string{"This should be row 7."});
}

void TestLockstepFiles::oneFileIsWrittenAsBefore()
{
    const Json study = Json::parse(*writeStudy(incidentOf(opened("tests/several/client-chat.md"))));
    QVERIFY(!study.contains("added"));
    QCOMPARE(study["version"].get<int>(), 1);
}

QTEST_GUILESS_MAIN(TestLockstepFiles)
#include "tst_lockstep_files.moc"
