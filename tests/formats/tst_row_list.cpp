#include "core/resolve.h"
#include "formats/importer.h"
#include "support/every_kind.h"
#include "support/seed_draft.h"
#include <QtTest>

using namespace lockstep;

namespace {

/// Rows as a table's importer makes them: their words are parts of one text.
DraftRows rowsOf(const std::string& csv)
{
    const Result<Incident> read = readIncident(Text{csv}, "journal.csv");
    return read ? read->draft.events : DraftRows{};
}

const std::string journal = "time,who,what\n2024-03-04 10:00:00Z,Bank,\"Backups begin\"\n2024-03-04 10:00:05Z,Client,Looks up a balance\n"
                        "2024-03-05 10:00:05Z,Client,\"Says \"\"no\"\"\"\n";

std::vector<DraftEvent> copied(const DraftRows& rows)
{
    std::vector<DraftEvent> copies;
    for (const DraftEvent& row : rows)
        copies.push_back(row);
    return copies;
}

template <class A, class B> bool areAlike(const A& a, const B& b)
{
    return std::ranges::equal(a, b);
}

} // namespace

class TestRowList : public QObject {
    Q_OBJECT

private slots:
    void packedRowsReadAsTheyWereWritten_data()
    {
        QTest::addColumn<Draft>("draft");
        QTest::newRow("every kind of row") << lockstep::test::everyKind().draft;
        QTest::newRow("the bank's rows") << lockstep::test::seedDraft();
        Draft table;
        table.events = rowsOf(journal);
        QTest::newRow("a table") << table;
    }
    void packedRowsReadAsTheyWereWritten()
    {
        QFETCH(Draft, draft);
        const std::vector<DraftEvent> before = copied(draft.events);
        QVERIFY(!before.empty());
        draft.events.close();
        QVERIFY(draft.events.packing() != nullptr);
        QVERIFY(areAlike(draft.events, before));
        draft.events.open();
        QVERIFY(draft.events.packing() == nullptr);
        QVERIFY(areAlike(draft.events, before));
    }

    void aTablesRowsArePackedAndNotKeptWhole()
    {
        const DraftRows rows = rowsOf(journal);
        QCOMPARE(rows.size(), 3u);
        QCOMPARE(rows.keptWhole(), 1u); // the quotes within the quotes are undone, so that its words are no part of the file
    }

    void aRecordsRowsArePackedWithTheWordsOfTheDraft()
    {
        Draft draft;
        draft.events = rowsOf(journal);
        const Timeline record = resolve(draft).timeline;
        QCOMPARE(record.events.size(), 3u);
        QCOMPARE(record.events.keptWhole(), 1u);
        QCOMPARE(record.event(2).text.str(), std::string{"Looks up a balance"});
        QCOMPARE(record.event(2).written.str(), draft.events[1].written.str());
        QCOMPARE(record.event(2).line, 3);
        QCOMPARE(record.event(2).id, 2);
        QVERIFY(record.event(2).kind == Kind::Read);
        QVERIFY(record.event(3).at - record.event(2).at == std::chrono::hours{24});
    }

    void openAndPackedDraftsGiveTheSameRecord()
    {
        Draft packed = lockstep::test::seedDraft();
        packed.events.close();
        QVERIFY(resolve(packed).timeline == resolve(lockstep::test::seedDraft()).timeline);
        Draft table;
        table.events = rowsOf(journal);
        Draft open = table;
        open.events.open();
        QVERIFY(resolve(table).timeline == resolve(open).timeline);
    }

    void aCopyIsNotChangedWithTheRowsItIsOf()
    {
        DraftRows rows = rowsOf(journal);
        const DraftRows copy = rows;
        DraftEvent changed = rows[1];
        changed.clock = Clock{.hour = 12};
        changed.line = 70;
        changed.lastLine = 71;
        changed.role = "Bank";
        rows.set(1, changed);
        QVERIFY(rows[1] == changed);
        QVERIFY(rows[0] == copy[0] && rows[2] == copy[2]);
        QVERIFY(areAlike(copy, rowsOf(journal)));
        QVERIFY(!(rows == copy));
    }

    void aRecordIsNotChangedWithItsDraft()
    {
        Draft draft;
        draft.events = rowsOf(journal);
        const Timeline record = resolve(draft).timeline;
        DraftEvent changed = draft.events[0];
        changed.line = 9;
        changed.lastLine = 9;
        draft.events.set(0, changed);
        draft.events.push_back(changed);
        QCOMPARE(draft.events[0].line, 9);
        QCOMPARE(record.event(1).line, 2);
    }

    void aRowThatIsCopiedOutlivesTheRowsItIsOf()
    {
        std::vector<DraftEvent> copies;
        std::optional<Event> event;
        Text words;
        {
            const DraftRows rows = rowsOf(journal);
            copies = copied(rows);
            words = rows[1].text;
            Draft draft;
            draft.events = rows;
            const Timeline record = resolve(draft).timeline;
            event = record.event(1);
        }
        QVERIFY(areAlike(copies, rowsOf(journal)));
        QCOMPARE(words.str(), std::string{"Looks up a balance"});
        QCOMPARE(event->actor.str(), std::string{"Bank"});
        QCOMPARE(event->text.str(), std::string{"Backups begin"});
    }

    void rowsThatAreAllDifferentAreKeptAllTheSame()
    {
        std::string csv = "time,who,what\n";
        constexpr int count = 70'000; // more than are told apart by number
        for (int i = 0; i < count; ++i)
            csv += "2024-03-04 10:00:00Z,Actor " + std::to_string(i) + ",Row " + std::to_string(i) + '\n';
        const DraftRows rows = rowsOf(csv);
        QCOMPARE(rows.size(), std::size_t{count});
        QCOMPARE(rows.keptWhole(), std::size_t{count} - 65'536);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string name = "Actor " + std::to_string(i);
            QVERIFY2(rows[i].role == name || rows[i].person == name, name.c_str());
            QVERIFY(rows[i].text == "Row " + std::to_string(i));
        }
    }

    /// A row that had to be compared with all before it would make this take minutes.
    void rowsThatDifferInOneThingAloneAreToldApartByIt()
    {
        DraftRows rows;
        rows.close();
        EventRows events;
        const Text words{"10:00 Row"};
        constexpr int count = 40'000;
        for (int i = 0; i < count; ++i) {
            DraftEvent row;
            row.source = row.text = words;
            row.doubts = {"Doubt " + std::to_string(i)};
            rows.push_back(row);
        }
        events.close(EventPacking{rows});
        for (int i = 0; i < count; ++i) {
            Event event;
            event.id = i + 1;
            event.text = words;
            event.notes = {"Note " + std::to_string(i)};
            events.push_back(event);
        }
        QCOMPARE(rows.keptWhole() + events.keptWhole(), 0u);
        QCOMPARE(rows[count - 1].doubts.front(), std::string{"Doubt 39999"});
        QCOMPARE(events[count - 1].notes.front(), std::string{"Note 39999"});
        QCOMPARE(events[count - 1].id, count);
    }

    void sharedValuesAreFreedWithTheirLastHolderAndNotWithALoan()
    {
        auto holder = std::make_optional<Shared<std::string>>(std::string{"held"});
        Shared<std::string> copy, moved;
        {
            Shared<std::string> loan = holder->loan();
            QVERIFY(loan.isSame(*holder) && *loan == "held");
            copy = loan;
            moved = std::move(loan);
            Shared<std::string> own = holder->loan();
            own.own() = "changed"; // a copy: the loan is not its own to change
            QCOMPARE(**holder, std::string{"held"});
        }
        holder.reset();
        QCOMPARE(*copy, std::string{"held"});
        QCOMPARE(*moved, std::string{"held"});
        copy.own() = "two hold it";
        QCOMPARE(*moved, std::string{"held"});
    }
};

Q_DECLARE_METATYPE(lockstep::Draft)

QTEST_APPLESS_MAIN(TestRowList)
#include "tst_row_list.moc"
