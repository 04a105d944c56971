#include "core/proposals.h"
#include "core/outcome.h"
#include "core/lock_end.h"
#include "core/wording.h"
#include "core/resolve.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;
using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct Row {
    int minute;
    const char* text;
};

Instant at(int minute)
{
    return Instant{minutes{minute}};
}

/// One lane, rows at minutes of one day, kinds recognised.
Timeline timelineOf(const std::vector<Row>& rows)
{
    Timeline timeline;
    timeline.lanes.push_back({.role = "Events", .person = {}, .place = {}, .zoneName = "UTC", .zone = Zone::utc(), .zoneInferred = false, .reads = {}});
    for (const Row& row : rows) {
        Event event;
        event.id = static_cast<EventId>(timeline.events.size()) + 1;
        event.line = event.id + 10;
        event.text = row.text;
        event.at = at(row.minute);
        event.local = WallTime{minutes{row.minute}};
        timeline.events.push_back(event);
    }
    recogniseKinds(timeline);
    return timeline;
}

std::vector<Prose> proseOf(std::initializer_list<const char*> sentences)
{
    std::vector<Prose> prose;
    for (const char* sentence : sentences)
        prose.push_back({.line = 30 + static_cast<int>(prose.size()), .text = sentence});
    return prose;
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The bank's rows in the words of the seed, kinds as the words give them.
Timeline recognisedBank()
{
    Timeline bank = bankTimeline(false);
    bank.windows.clear();
    for (Event& event : bank.events.open()) {
        event.kind = Kind::Action;
        event.saysRefused = event.saysCorrect = false;
    }
    recogniseKinds(bank);
    return bank;
}

const char* const seedConclusion = "The CTO determines that the deployment of backups generates a block in the tables, mirror servers "
    "also upload where they do not have the relevant synchronization before starting the backpus, so the information is restricted "
    "for at least 1 hour, while other processes run that update the financial information of customers.";
const char* const seedFailure
    = "When you start backup all tables of all databases are block, and only need is lock databases master";

std::vector<Prose> bankProse()
{
    return proseOf({"The bank decides to make updates where the percentage of inquiries is less than 5%, the system is programmed so that "
                    "23 hours of each day processes of integration of the information.",
        "A customer, by passing his silver card, finds that his card has been rejected, initiates the pertinent inquiries.",
        seedConclusion, "The CTO opens a tender to mitigate this failure.", seedFailure});
}

/// The same incident in other words.
Timeline otherBank()
{
    static constexpr std::array texts{"begin the data integration", "begin the database backups", "Ask for balance: overdrawn",
        "look at other balances: nothing moved", "open a chat with the bank", "Open a support case", "talk about the trouble",
        "Query the platform: customer data is not readable.", "bursts into tears.", "Contact with the client is lost.",
        "Raise an alert and escalate.", "Synchronization is over.", "look at balance: right balance.",
        "Publishes a notice about the integration work, gives miles to the customer, and asks the CTO for alternatives.",
        "Gets a mail with an apology and the miles."};
    Timeline bank = recognisedBank();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Event& event = bank.events.open()[i];
        event.text = texts.at(i);
        event.kind = Kind::Action;
        event.saysRefused = event.saysCorrect = false;
    }
    recogniseKinds(bank);
    return bank;
}

std::vector<Prose> otherProse()
{
    return proseOf({"A premium customer abroad wants to pay a hotel and the silver card is refused.",
        "The backup run locks every table, and the mirrors lag too, so for at least 1 hour the data is out of reach.",
        "The backup locks all databases where only the master needs a lock."});
}

QList<int> rowsThat(const Timeline& timeline, bool (*is)(const Event&))
{
    QList<int> rows;
    for (const Event& event : timeline.events) {
        if (is(event))
            rows << event.id;
    }
    return rows;
}

bool isRead(const Event& event) { return event.kind == Kind::Read; }
bool isRefused(const Event& event) { return isRead(event) && event.saysRefused; }
bool isCorrect(const Event& event) { return isRead(event) && event.saysCorrect; }

void compareBankWindows(const Timeline& bank, const std::vector<Window>& windows, const QString& backups, const QString& integration)
{
    QCOMPARE(windows.size(), std::size_t{2});
    const Window& lock = windows[0];
    QCOMPARE(lock.id, WindowId{"backups"});
    QCOMPARE(text(lock.name), backups);
    QCOMPARE(text(lock.what), u"every table"_s);
    QVERIFY(lock.effect == Effect::Blocks && lock.scope == Scope::everything() && lock.proposed);
    QVERIFY(lock.begin.tiedTo == EventId{2} && lock.begin.isCertain() && lock.begin.earliest == bank.event(2).at);
    QVERIFY(lock.end.earliest == bank.event(2).at + minutes{60});
    QVERIFY(lock.end.latest == bank.event(13).at);
    QVERIFY(!lock.end.tiedTo);
    QCOMPARE(text(lock.end.basis), u"“at least 1 hour”; first correct balance"_s);
    const Window& process = windows[1];
    QCOMPARE(process.id, WindowId{"integration"});
    QCOMPARE(text(process.name), integration);
    QVERIFY(process.effect == Effect::Informs && process.proposed);
    QVERIFY(process.begin.tiedTo == EventId{1} && process.end.tiedTo == EventId{12});
    QVERIFY(process.begin.earliest == bank.event(1).at && process.end.latest == bank.event(12).at);
}

} // namespace

class TestProposals : public QObject {
    Q_OBJECT
private slots:
    void ofALogsLookUpsTheNumberIsTold()
    {
        std::vector<Row> rows(1'000, {0, "Check balance of the account: correct balance"});
        const auto inferred = [&] { return meaningInferences(timelineOf(rows)).at(0); };
        QCOMPARE(inferred().rivals.size(), std::size_t{1'000});
        QVERIFY(inferred().answer.starts_with("rows 1, 2, 3"));
        rows.push_back(rows.front());
        QCOMPARE(inferred().answer, std::string{"1,001 rows"});
        QVERIFY(inferred().rivals.empty());
        QCOMPARE(inferred().line, 11);
    }

    void ofRowsThatStartTheSameTheFirstOpensItsWindow()
    {
        std::vector<Row> rows;
        for (int i = 0; i < 300; ++i)
            rows.push_back({i, "start the backups"});
        rows.push_back({400, "the integration starts"});
        rows.push_back({500, "the backups are finished"});
        rows.push_back({600, "the integration ended"});
        const std::vector<Window> windows = proposeWindows(timelineOf(rows), {});
        QCOMPARE(windows.size(), std::size_t{2});
        QCOMPARE(windows[0].begin.tiedTo, std::optional<EventId>{1});
        QCOMPARE(windows[1].begin.tiedTo, std::optional<EventId>{301});
    }

    void theBanksLookUpsAreRecognised()
    {
        const Timeline bank = recognisedBank();
        QCOMPARE(rowsThat(bank, isRead), (QList<int>{3, 4, 8, 13}));
        QCOMPARE(rowsThat(bank, isRefused), (QList<int>{3, 4, 8}));
        QCOMPARE(rowsThat(bank, isCorrect), (QList<int>{13}));
        const Timeline other = otherBank();
        QCOMPARE(rowsThat(other, isRead), (QList<int>{3, 4, 8, 13}));
        QCOMPARE(rowsThat(other, isRefused), (QList<int>{3, 4, 8}));
        QCOMPARE(rowsThat(other, isCorrect), (QList<int>{13}));
    }

    void theBanksLockIsReadFromItsWords()
    {
        const Timeline bank = recognisedBank();
        const std::vector<Window> windows = proposeWindows(bank, bankProse());
        compareBankWindows(bank, windows, u"Backups"_s, u"Information integration"_s);
        QCOMPARE(text(windows[0].because),
            u"Row 2 starts it. Line 34 says what it does: “When you start backup all tables of all databases are block, and only need "
            "is lock databases master”."_s);
        const Timeline other = otherBank();
        compareBankWindows(other, proposeWindows(other, otherProse()), u"Database backups"_s, u"Data integration"_s);
    }

    void whatIsReadFromTheWordsIsListedWithItsReasons()
    {
        Timeline bank = recognisedBank();
        bank.windows = proposeWindows(bank, bankProse());
        const std::vector<Inference> inferences = meaningInferences(bank);
        QCOMPARE(inferences.size(), std::size_t{3});
        QCOMPARE(text(inferences[0].about), u"look-ups"_s);
        QCOMPARE(text(inferences[0].answer), u"rows 3, 4, 8 and 13"_s);
        QCOMPARE(inferences[0].line, 16);
        QCOMPARE(text(inferences[1].about), u"window backups"_s);
        QCOMPARE(text(inferences[1].answer), u"Backups lock every table: 03:30 to between 04:30 and 04:35 UTC"_s);
        QVERIFY(text(inferences[1].because).endsWith(u"Its end: “at least 1 hour”; first correct balance."_s));
        QCOMPARE(inferences[1].line, 15);
        bank.windows[1].proposed = false; // a person confirmed it
        bank.events.open()[8].kind = Kind::Read; // a person called it a look-up
        QCOMPARE(meaningInferences(bank).size(), std::size_t{2});
        QCOMPARE(text(meaningInferences(bank)[0].answer), u"rows 3, 4, 8 and 13"_s);
    }

    void theBanksOutcomesFollow()
    {
        Timeline bank = recognisedBank();
        bank.windows = proposeWindows(bank, bankProse());
        for (const EventId id : {3, 4, 8})
            QVERIFY(outcomeOf(bank.event(id).at, {}, bank.windows).outcome == Outcome::Blocked);
        QVERIFY(outcomeOf(bank.event(13).at, {}, bank.windows).outcome == Outcome::Fresh);
    }

    void withoutTheClaimTheLastRefusalBoundsTheEnd()
    {
        const Timeline bank = recognisedBank();
        const Window lock = proposeWindows(bank, proseOf({seedFailure})).at(0);
        // Row 8 was refused in the minute from 23:44, so the lock held through it.
        QVERIFY(lock.end.earliest == bank.event(8).at + minutes{1});
        QVERIFY(lock.end.latest == bank.event(13).at);
        QCOMPARE(text(lock.end.basis), u"last refused look-up, row 8; first correct balance"_s);
    }

    void withoutASentenceThatSaysLockNothingLocks()
    {
        const std::vector<Window> windows = proposeWindows(recognisedBank(), {});
        QCOMPARE(windows.size(), std::size_t{1});
        QCOMPARE(windows[0].id, WindowId{"integration"});
    }

    void claimsThatContradictALookUpAreLeftOut()
    {
        const Timeline bank = recognisedBank();
        const Window late = proposeWindows(bank, proseOf({seedFailure, "The tables were locked for at least 3 hours."})).at(0);
        QVERIFY(late.end.earliest == bank.event(8).at + minutes{1} && late.end.latest == bank.event(13).at);
        QVERIFY(text(late.end.basis).contains(u"“at least 3 hours” does not fit: first correct balance"_s));
        const Window early = proposeWindows(bank, proseOf({seedFailure, "The tables were locked for at most 5 minutes."})).at(0);
        QVERIFY(early.end.latest == bank.event(13).at);
        const Window two
            = proposeWindows(bank, proseOf({seedFailure, "The tables were locked for at least 50 minutes.", "They were blocked for at most 40 minutes."})).at(0);
        QVERIFY(two.end.earliest <= two.end.latest);
    }

    void claimsAreReadWithTheirUnits_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("digits") << u"The tables were locked for at least 45 minutes."_s << 45 << 65;
        QTest::newRow("word") << u"The information is restricted for at least an hour."_s << 60 << 65;
        QTest::newRow("half") << u"The data was unavailable for at least half an hour."_s << 30 << 65;
        QTest::newRow("two parts") << u"The tables were locked for at least 1 hour and 2 minutes."_s << 62 << 65;
        QTest::newRow("glued") << u"Tables were blocked for at least 50min."_s << 50 << 65;
        QTest::newRow("at most") << u"Tables were blocked for at most 61 minutes."_s << 15 << 61;
        QTest::newRow("exactly") << u"Tables were blocked for 63 minutes."_s << 63 << 63;
        QTest::newRow("after a comma") << u"The tables were locked, for at least 45 minutes."_s << 45 << 65;
        QTest::newRow("Spanish") << u"Las tablas quedaron bloqueadas durante al menos 50 minutos."_s << 50 << 65;
        QTest::newRow("Spanish, last") << u"Las tablas quedaron bloqueadas durante 50 minutos como mínimo."_s << 50 << 65;
        QTest::newRow("Vietnamese") << u"Các bảng bị khóa ít nhất 50 phút."_s << 50 << 65;
        QTest::newRow("roughly is no claim") << u"Tables were blocked for about 63 minutes."_s << 15 << 65;
        QTest::newRow("not about the lock") << u"The team searched for at least 1 hour."_s << 15 << 65;
        QTest::newRow("lock elsewhere in the sentence") << u"The tables were locked, and the team searched for at least 1 hour."_s << 15 << 65;
        QTest::newRow("negated") << u"The tables were not locked for more than 61 minutes."_s << 15 << 65;
        QTest::newRow("the claim negated") << u"The tables were locked but not for at least 61 minutes."_s << 15 << 65;
        QTest::newRow("of another process") << u"The migration locked the tables for at least 1 hour."_s << 15 << 65;
    }
    void claimsAreReadWithTheirUnits()
    {
        QFETCH(QString, sentence);
        QFETCH(int, least);
        QFETCH(int, most);
        const std::string claim = sentence.toStdString();
        const Timeline bank = recognisedBank();
        const Window lock = proposeWindows(bank, proseOf({seedFailure, claim.c_str()})).at(0);
        QCOMPARE(int((lock.end.earliest - lock.begin.earliest) / minutes{1}), least);
        QCOMPARE(int((lock.end.latest - lock.begin.earliest) / minutes{1}), most);
    }

    void aSpanishMigrationThatBlocksAccounts()
    {
        const Timeline timeline = timelineOf({{60, "Comienza la migración de cuentas"}, {65, "Una clienta consulta su saldo: rechazado"},
            {70, "El equipo revisa los registros del servidor"}, {75, "Un cliente verifica el saldo: no disponible"}, {100, "Consulta de saldo: saldo correcto"}});
        QCOMPARE(rowsThat(timeline, isRead), (QList<int>{2, 4, 5}));
        QCOMPARE(rowsThat(timeline, isRefused), (QList<int>{2, 4}));
        QCOMPARE(rowsThat(timeline, isCorrect), (QList<int>{5}));
        const std::vector<Window> windows = proposeWindows(timeline,
            proseOf({"Mientras corre la migración, todas las cuentas quedan bloqueadas.", "Nadie pudo entrar: las cuentas estuvieron bloqueadas al menos media hora."}));
        QCOMPARE(windows.size(), std::size_t{1});
        const Window& lock = windows[0];
        QCOMPARE(lock.id, WindowId{"migration"});
        QCOMPARE(text(lock.name), u"Migración de cuentas"_s);
        QCOMPARE(text(lock.what), u"every account"_s);
        QVERIFY(lock.begin.tiedTo == EventId{1});
        QVERIFY(lock.end.earliest == at(90) && lock.end.latest == at(100));
        QCOMPARE(text(lock.end.basis), u"“al menos media hora”; first correct balance"_s);
    }

    void aVietnameseMaintenanceThatLocksTheDatabase()
    {
        const Timeline timeline = timelineOf({{0, "Bắt đầu bảo trì hệ thống"}, {12, "Khách hàng kiểm tra số dư: báo lỗi"},
            {20, "Kỹ sư kiểm tra nhật ký máy chủ"}, {48, "Hoàn tất bảo trì"}, {55, "Khách hàng kiểm tra số dư: chính xác"}});
        QCOMPARE(rowsThat(timeline, isRead), (QList<int>{2, 5}));
        const std::vector<Window> windows = proposeWindows(timeline, proseOf({"Trong khi bảo trì, toàn bộ cơ sở dữ liệu bị khóa."}));
        QCOMPARE(windows.size(), std::size_t{1});
        const Window& lock = windows[0];
        QCOMPARE(lock.id, WindowId{"maintenance"});
        QCOMPARE(text(lock.what), u"every database"_s);
        QVERIFY(lock.effect == Effect::Blocks);
        QVERIFY(lock.begin.tiedTo == EventId{1});
        QVERIFY(lock.end.tiedTo == EventId{4} && lock.end.isCertain() && lock.end.latest == at(48));
    }

    void aProcessTheVocabularyDoesNotKnowIsFoundByItsOwnWord()
    {
        const Timeline timeline = timelineOf({{0, "Start the archiver"}, {5, "Customer checks the balance: error"}, {30, "Customer checks the balance: correct"}});
        const std::vector<Window> windows = proposeWindows(timeline, proseOf({"The archiver locks all accounts."}));
        QCOMPARE(windows.size(), std::size_t{1});
        QCOMPARE(text(windows[0].name), u"Archiver"_s);
        QCOMPARE(text(windows[0].what), u"every account"_s);
    }

    void aRowThatLocksAndOneThatUnlocksMakeAWindow()
    {
        const Timeline timeline = timelineOf({{0, "We lock the orders tables for the change"}, {40, "Tables unlocked"}});
        const std::vector<Window> windows = proposeWindows(timeline, {});
        QCOMPARE(windows.size(), std::size_t{1});
        QCOMPARE(text(windows[0].name), u"Lock"_s);
        QCOMPARE(text(windows[0].what), u"tables"_s);
        QVERIFY(windows[0].begin.tiedTo == EventId{1} && windows[0].end.tiedTo == EventId{2});
    }

    void theRowThatStartsItMaySayThatItLocks()
    {
        const Timeline timeline = timelineOf({{0, "The migration starts and locks all accounts"}, {5, "A user checks the account: refused"}, {40, "Migration completed"}});
        const std::vector<Window> windows = proposeWindows(timeline, {});
        QCOMPARE(windows.size(), std::size_t{1});
        QCOMPARE(text(windows[0].what), u"every account"_s);
        QVERIFY(windows[0].end.tiedTo == EventId{3});
    }

    void aRowThatEndsTheProcessEndsTheLock()
    {
        const Timeline timeline = timelineOf({{0, "Start the backup"}, {10, "Backup completed"}, {20, "Client checks balance: refused"}, {50, "Client checks balance: correct"}});
        const Window lock = proposeWindows(timeline, proseOf({"The backup locks all tables."})).at(0);
        QVERIFY(lock.end.earliest == at(10) && lock.end.latest == at(10));
        QCOMPARE(text(lock.end.basis), u"row 2 says so"_s);
        // The later refusal contradicts it, and its own row says so.
        Timeline locked = timeline;
        locked.windows = {lock};
        const OutcomeOf refused = applied(locked, {}).outcome(3);
        QVERIFY(refused.outcome == Outcome::None);
        QCOMPARE(text(refused.note), u"Its words say refused or wrong, but no lock covers it."_s);
    }

    void aCorrectLookUpBeforeTheLastRefusedOneDoesNotEndTheLock()
    {
        const Timeline timeline = timelineOf({{0, "Start the backup"}, {10, "Client checks balance: correct"}, {20, "Client checks balance: refused"}, {90, "Client checks balance: correct"}});
        const Window lock = proposeWindows(timeline, proseOf({"The backup locks all tables."})).at(0);
        QVERIFY(lock.end.earliest == at(21) && lock.end.latest == at(90));
        QVERIFY(text(lock.end.basis).contains(u"row 2 says correct, which row 3 contradicts"_s));
    }

    void aRefusalAfterEveryCorrectLookUpLeavesTheEndOpen()
    {
        const Timeline timeline = timelineOf({{0, "Start the backup"}, {10, "Client checks balance: correct"}, {20, "Client checks balance: refused"}, {95, "The team goes home"}});
        const Window lock = proposeWindows(timeline, proseOf({"The backup locks all tables."})).at(0);
        QVERIFY(lock.end.earliest == at(20) + Millis{1} && lock.end.latest == at(95));
        QVERIFY(isOpenEnd(lock.end));
    }

    void anEndThatNothingTellsDoesNotLookCertain()
    {
        Timeline timeline = timelineOf({{600, "Backup starts and locks all tables"}, {605, "Ann checks the balance: refused"}});
        timeline.dated = true;
        timeline.windows = proposeWindows(timeline, {});
        QCOMPARE(timeline.windows.size(), std::size_t{1});
        const Window& lock = timeline.windows[0];
        QVERIFY(!lock.end.isCertain());
        QCOMPARE(text(lock.end.basis), u"last refused look-up, row 2; nothing tells when it ended"_s);
        QCOMPARE(text(boundsLabel(timeline, lock)), u"10:00 to at least 10:05"_s);
        QCOMPARE(text(windowLength(lock)), u"at least 5 min"_s);
        QVERIFY(applied(timeline, {}).outcome(2).outcome == Outcome::Blocked);
    }

    void refusedAndThenCorrectInOneMinuteEndsTheLockWithinIt()
    {
        const Timeline timeline = timelineOf({{0, "Start the backup"}, {20, "Client checks balance: refused"}, {20, "Client checks balance: correct"}, {95, "The team goes home"}});
        const Window lock = proposeWindows(timeline, proseOf({"The backup locks all tables."})).at(0);
        QVERIFY(lock.end.earliest == at(20) && lock.end.latest == at(21));
    }

    void nothingIsProposedWithoutClearWords_data()
    {
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("prose");
        QTest::newRow("a wish") << QStringList{u"Start the backup"_s, u"Client checks balance: refused"_s} << u"The backup should lock only the master database."_s;
        QTest::newRow("a denial") << QStringList{u"Start the backup"_s, u"Client checks balance: refused"_s} << u"The backup does not lock the tables."_s;
        QTest::newRow("no thing that can be locked") << QStringList{u"Start the backup"_s, u"Client checks balance: refused"_s} << u"The backup blocks the road."_s;
        QTest::newRow("another process") << QStringList{u"Start the backup"_s, u"Client checks balance: refused"_s} << u"The migration locks all tables."_s;
        QTest::newRow("nothing bounds the end") << QStringList{u"Start the backup"_s, u"The team goes home"_s} << u"The backup locks all tables."_s;
        QTest::newRow("a lock that is only found") << QStringList{u"Engineers find that a query locks the tables"_s, u"All quiet"_s} << u""_s;
        QTest::newRow("a deadlock") << QStringList{u"Deadlock Found: One query blocks the others."_s, u"The nodes are restarted"_s} << u""_s;
        QTest::newRow("a block of a chain") << QStringList{u"A block maker has about 28 seconds to send a block."_s, u"The hotfix is out"_s} << u""_s;
        QTest::newRow("an unended process") << QStringList{u"Replication of an index started"_s, u"It seems to be repaired"_s} << u""_s;
        QTest::newRow("trouble without an end") << QStringList{u"The site is down"_s, u"A ticket goes to the host"_s} << u""_s;
        QTest::newRow("an end without trouble") << QStringList{u"A ticket goes to the host"_s, u"The site is back"_s} << u""_s;
        QTest::newRow("not back") << QStringList{u"The site is down"_s, u"The restart did not help, it is not back"_s} << u""_s;
        QTest::newRow("a lock not started by the row") << QStringList{u"Start customer support"_s, u"Client checks balance: refused"_s} << u"The bank blocks the cards of every customer."_s;
    }
    void nothingIsProposedWithoutClearWords()
    {
        QFETCH(QStringList, rows);
        QFETCH(QString, prose);
        std::vector<std::string> kept;
        for (const QString& row : rows)
            kept.push_back(row.toStdString());
        std::vector<Row> given;
        for (const std::string& row : kept)
            given.push_back({static_cast<int>(given.size()) * 10, row.c_str()});
        const std::string sentence = prose.toStdString();
        QVERIFY(proposeWindows(timelineOf(given), proseOf({sentence.c_str()})).empty());
    }

    void withoutALockTheImpactIsProposed()
    {
        const Timeline timeline = timelineOf({{0, "The branch is now called Main"}, {3, "The site is down, engineers answer the alarm."},
            {20, "The pipelines run, the site begins to recover, service works"}, {60, "The site is back."}});
        const std::vector<Window> windows = proposeWindows(timeline, {});
        QCOMPARE(windows.size(), std::size_t{1});
        QCOMPARE(windows[0].id, WindowId{"impact"});
        QVERIFY(windows[0].effect == Effect::Informs);
        QVERIFY(windows[0].begin.tiedTo == EventId{2} && windows[0].end.tiedTo == EventId{4});
        QVERIFY(!windows[0].because.empty());
    }

    void whatIsOnlyNoticedBeganAfterTheRowBefore()
    {
        const Timeline timeline = timelineOf({{0, "Network open"}, {11, "We see that the checkers do not work"}, {48, "The checkers work again"}});
        const std::vector<Window> windows = proposeWindows(timeline, {});
        QCOMPARE(windows.size(), std::size_t{1});
        QVERIFY(windows[0].begin.earliest == at(0) && windows[0].begin.latest == at(11));
        QCOMPARE(text(windows[0].begin.basis), u"row 1; row 2 notices it"_s);
        QVERIFY(windows[0].begin.tiedTo == EventId{2});
        QVERIFY(windows[0].end.isCertain());
    }

    void anImpactThatIsNotClearIsNotProposed_data()
    {
        QTest::addColumn<QStringList>("rows"); // ten minutes apart
        QTest::newRow("noticed in the first row") << QStringList{u"Alert: The monitoring shouts about failed logins."_s, u"Everything is normal again."_s};
        QTest::newRow("noticed long after the row before") << QStringList{u"A deployment"_s, u""_s, u""_s, u"An outage is reported"_s, u"The site is back"_s};
        QTest::newRow("it breaks again") << QStringList{u"Failed builds show up"_s, u"Launches work again"_s, u"Launches fail again"_s};
    }
    void anImpactThatIsNotClearIsNotProposed()
    {
        QFETCH(QStringList, rows);
        std::vector<std::string> kept;
        for (const QString& row : rows)
            kept.push_back(row.toStdString());
        std::vector<Row> given;
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (!kept[i].empty())
                given.push_back({static_cast<int>(i) * 10, kept[i].c_str()});
        QVERIFY(proposeWindows(timelineOf(given), {}).empty());
    }

    void theImpactStaysWithinItsIncident()
    {
        Timeline timeline = timelineOf({{0, "The site is down"}, {30, "The site is back"}});
        timeline.events.open()[1].group = 1;
        QVERIFY(proposeWindows(timeline, {}).empty());
    }

    void engineersAtWorkLookNothingUp_data()
    {
        QTest::addColumn<QString>("row");
        for (const char* row : {"engineers check the logs", "The team checks the fix", "Apache2 and MySql are checked", "The server is examined",
                 "A better query is deployed.", "Server logs are read to find the cause", "HQ saw a 500 and asked in #incident-response if search was broken",
                 "`maker12` account is deleted", "An admin disables the `dvalk` account", "The cause of the balancer fault is seen",
                 "Staff sees the chat and follows up", "Engineers do not check the balance", "Start customer support", "dialogue about the problem",
                 "Account service health check passed", "Health checks of the account platform are green", "The guest checks in with her booking",
                 "We verified that orders are in order", "Client opens an account", "Support opened a ticket for the order", "A request for her account is filed",
                 "The shop ships in order to catch up", "Her checking account is closed"})
            QTest::newRow(row) << QString::fromUtf8(row);
    }
    void engineersAtWorkLookNothingUp()
    {
        QFETCH(QString, row);
        const std::string kept = row.toStdString();
        const Timeline timeline = timelineOf({{0, kept.c_str()}});
        QVERIFY(timeline.event(1).kind != Kind::Read);
    }

    void lookUpsAreRecognisedInThreeLanguages_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("seen");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<bool>("correct");
        QTest::newRow("noun") << u"Balance inquiry: Overdrawn"_s << u"balance"_s << true << false;
        QTest::newRow("verb") << u"check balance: correct balance."_s << u"balance"_s << false << true;
        QTest::newRow("not correct") << u"check balance: not correct"_s << u"balance"_s << true << false;
        QTest::newRow("no error") << u"check balance: no error"_s << u"balance"_s << false << false;
        QTest::newRow("both") << u"check balance: error, then correct"_s << u"balance"_s << false << false;
        QTest::newRow("platform") << u"Consult the platform: It does not allow access to customer information."_s << u"answer"_s << true << false;
        QTest::newRow("an order") << u"Clerk looks up order 7: refused"_s << u"order"_s << true << false;
        QTest::newRow("her order") << u"The customer checks her order: correct"_s << u"order"_s << false << true;
        QTest::newRow("to see") << u"Ana opened the dashboard to see what was left: empty"_s << u"answer"_s << true << false;
        QTest::newRow("what cannot be seen") << u"Customer cannot read her orders"_s << u"order"_s << true << false;
        QTest::newRow("searching") << u"The clerk searched for the parcel: not found"_s << u"shipment"_s << true << false;
        QTest::newRow("Spanish, searching") << u"Busca la factura: no responde"_s << u"invoice"_s << true << false;
        QTest::newRow("Spanish, opening") << u"Abre su pedido: correcto"_s << u"order"_s << false << true;
        QTest::newRow("Vietnamese, searching") << u"Tìm kiếm hóa đơn: báo lỗi"_s << u"invoice"_s << true << false;
        QTest::newRow("capitals") << u"CHECKS THE BALANCE: DENIED"_s << u"balance"_s << true << false;
        QTest::newRow("Spanish") << u"consulta de saldo: error"_s << u"balance"_s << true << false;
        QTest::newRow("Spanish without accents") << u"revisa su saldo: informacion incorrecta"_s << u"balance"_s << true << false;
        QTest::newRow("Vietnamese") << u"Kiểm tra số dư: chính xác"_s << u"balance"_s << false << true;
        QTest::newRow("Vietnamese without accents") << u"kiem tra so du: bi tu choi"_s << u"balance"_s << true << false;
    }
    void lookUpsAreRecognisedInThreeLanguages()
    {
        QFETCH(QString, row);
        QFETCH(QString, seen);
        QFETCH(bool, refused);
        QFETCH(bool, correct);
        const std::string kept = row.toStdString();
        const Timeline timeline = timelineOf({{0, kept.c_str()}});
        QVERIFY(timeline.event(1).kind == Kind::Read);
        QCOMPARE(text(seenIn(kept)), seen);
        QCOMPARE(timeline.event(1).saysRefused, refused);
        QCOMPARE(timeline.event(1).saysCorrect, correct);
    }
};

QTEST_GUILESS_MAIN(TestProposals)
#include "tst_proposals.moc"
