#include "core/text.h"
#include <QTest>
#include <thread>

using namespace lockstep;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void anEmptyTextIsTheSameHoweverItWasMade()
    {
        QVERIFY(Text{} == Text{std::string{}});
        QVERIFY(Text{""} == std::string_view{});
        QCOMPARE(Text{""}.size(), 0u);
        QVERIFY(Name{} == Name{""});
    }

    void itIsReadLikeAString()
    {
        const Text text = "Isa Gates";
        QCOMPARE(text.str(), std::string{"Isa Gates"});
        QVERIFY(text == "Isa Gates" && "Isa Gates" == text && text == std::string{"Isa Gates"});
        QVERIFY(text != "Isa");
        QVERIFY(text < "Isb" && text > Text{"Is"});
        QCOMPARE("Client: " + text + "!", std::string{"Client: Isa Gates!"});
        QCOMPARE(std::string{text}.substr(4), std::string{"Gates"});
    }

    void aPartSharesTheBytes()
    {
        const Text file = "10:35 Balance inquiry\n10:37 check";
        const Text row = file.part(file.view().substr(22));
        QCOMPARE(row.str(), std::string{"10:37 check"});
        QVERIFY(row.view().data() == file.view().data() + 22);
        const Text clock = row.part(row.view().substr(0, 5));
        QCOMPARE(clock.str(), std::string{"10:37"});
        QVERIFY(clock.view().data() == row.view().data());
    }

    void wordsFromElsewhereAreCopied()
    {
        const std::string other = "check";
        const Text file = "10:37 check";
        const Text part = file.part(other);
        QCOMPARE(part.str(), other);
        QVERIFY(part.view().data() != other.data());
        // Beside a part of a text, the bytes around it are elsewhere too.
        const Text clock = file.part(file.view().substr(0, 5));
        const Text outside = clock.part(file.view().substr(3));
        QCOMPARE(outside.str(), std::string{"37 check"});
        QVERIFY(outside.view().data() != file.view().data() + 3);
        QVERIFY(Text{}.part(other) == other);
        QVERIFY(file.part({}).empty());
    }

    void aPartOutlivesItsFile()
    {
        Text part;
        {
            const Text file{std::string(100'000, 'x') + "10:37"};
            part = file.part(file.view().substr(100'000));
        }
        QCOMPARE(part.str(), std::string{"10:37"});
    }

    void addingWordsLeavesOtherHoldersAlone()
    {
        Text text = "Backups";
        const Text before = text;
        text += " end";
        text += "";
        QCOMPARE(text.str(), std::string{"Backups end"});
        QCOMPARE(before.str(), std::string{"Backups"});
        Text part = before.part(before.view().substr(0, 4));
        part += "!";
        QCOMPARE(part.str(), std::string{"Back!"});
        QCOMPARE(before.str(), std::string{"Backups"});
        Text none;
        none += "a";
        QCOMPARE(none.str(), std::string{"a"});
    }

    void itIsAsLeanAsAMillionRowsNeed()
    {
        QCOMPARE(sizeof(Text), 16u);
        QCOMPARE(sizeof(Name), 8u);
        QCOMPARE(sizeof(Sentences), 8u);
        QCOMPARE(sizeof(Shared<std::string>), 8u);
    }

    void namesAreStoredOnce()
    {
        const Name name = "Isa Gates";
        const Name again = name;
        QVERIFY(again.view().data() == name.view().data());
    }

    void aSharedValueIsCopiedBeforeItIsChanged()
    {
        Shared<int> one = 1;
        const Shared<int> same = one;
        one.own() = 2;
        QCOMPARE(*one, 2);
        QCOMPARE(*same, 1);
        Shared<int> none;
        QVERIFY(!none && none == Shared<int>{} && !(none == same));
        none.own() += 5;
        QCOMPARE(*none, 5);
        none.reset();
        QVERIFY(!none.has_value());
        QCOMPARE(std::optional<int>{same}, std::optional{1});
        QVERIFY(Shared<int>{std::optional<int>{}} == Shared<int>{std::nullopt});
    }

    void sentencesAreAList()
    {
        Sentences none;
        QVERIFY(none.empty() && none == Sentences{std::vector<std::string>{}});
        Sentences said{"First.", "Second."};
        const Sentences before = said;
        said.push_back("Third.");
        said.erase("First.");
        QCOMPARE(said.list(), (std::vector<std::string>{"Second.", "Third."}));
        QCOMPARE(before.list(), (std::vector<std::string>{"First.", "Second."}));
        said.erase("Second.");
        said.erase("Third.");
        QVERIFY(said == none);
    }

    void holdersInSeveralThreadsShareOneText()
    {
        const Text file{std::string(1'000, 'x')};
        std::vector<std::thread> threads;
        std::atomic<std::size_t> bytes = 0;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (std::size_t i = 0; i < 10'000; ++i)
                    bytes += file.part(file.view().substr(i % 1'000, 1)).size();
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(bytes.load(), 40'000u);
        QCOMPARE(file.size(), 1'000u);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
