#include "core/embedded.h"
#include "core/vocabulary.h"
#include <QTest>

using namespace lockstep;
using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QStringList foldedWords(std::string_view utf8)
{
    QStringList words;
    for (const Word& word : wordsOf(utf8))
        words << text(word.folded);
    return words;
}

QStringList vocabularyLines()
{
    QStringList lines;
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (!file.path.starts_with("vocabulary/"))
            continue;
        for (const QString& line : text(file.content).split(u'\n')) {
            if (!line.trimmed().isEmpty() && !line.startsWith(u'#'))
                lines << text(file.path) + u": "_s + line;
        }
    }
    return lines;
}

} // namespace

class TestVocabulary : public QObject {
    Q_OBJECT
private slots:
    void ofALongTextTheBeginningIsLookedAt()
    {
        std::string text = "the backups start ";
        for (int i = 0; i < 20'000; ++i)
            text += "không ";
        text += "and lock every table";
        const MarkedText marks = marked(text);
        QVERIFY(marks.has(Idea::Begin) && !marks.has(Idea::Lock));
        QVERIFY(text.starts_with(marks.text));
        QVERIFY(marks.text.size() > 16'000 && marks.text.size() <= 16'384);
        QVERIFY(marked("the backups start " + std::string(20'000, 'x')).has(Idea::Begin));
    }
    void aLongerEntryHidesTheShorterOneAmongManyMentions()
    {
        std::string text;
        for (int i = 0; i < 50; ++i)
            text += "it is not locked. ";
        const MarkedText once = marked("it is not locked."), often = marked(text);
        QCOMPARE(often.mentions.size(), 50 * once.mentions.size());
        for (const Mention& mention : often.mentions)
            if (mention.idea == Idea::Lock)
                QVERIFY(often.isNegated(mention));
    }
    void textsAreCutIntoWords_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"Start backups in DBs,"_s << QStringList{u"start"_s, u"backups"_s, u"in"_s, u"dbs"_s};
        QTest::newRow("apostrophes") << u"It doesn't, it doesn’t"_s << QStringList{u"it"_s, u"doesnt"_s, u"it"_s, u"doesnt"_s};
        QTest::newRow("numbers") << u"at 10:35, 1.5 h."_s << QStringList{u"at"_s, u"10:35"_s, u"1.5"_s, u"h"_s};
        QTest::newRow("Vietnamese") << u"KHÓA Bảng số dư"_s << QStringList{u"khoa"_s, u"bang"_s, u"so"_s, u"du"_s};
        QTest::newRow("decomposed") << u"kho\u0301a"_s << QStringList{u"khoa"_s};
        QTest::newRow("Spanish") << u"migración, año, ¿qué?"_s << QStringList{u"migracion"_s, u"ano"_s, u"que"_s};
        QTest::newRow("German and Polish") << u"ÄRGER Łódź"_s << QStringList{u"arger"_s, u"lodz"_s};
        QTest::newRow("dashes and arrows") << u"a—b→c"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("emoji") << u"🚨 Alert 🚨"_s << QStringList{u"alert"_s};
        QTest::newRow("nothing") << u""_s << QStringList{};
    }
    void textsAreCutIntoWords()
    {
        QFETCH(QString, given);
        QFETCH(QStringList, words);
        QCOMPARE(foldedWords(given.toStdString()), words);
    }

    void brokenBytesOnlySeparateWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("lone continuation") << QByteArray("ab\x80" "cd");
        QTest::newRow("overlong") << QByteArray("ab\xC0\xAF" "cd");
        QTest::newRow("cut off") << QByteArray("ab \xE1\xBA");
        QTest::newRow("above Unicode") << QByteArray("ab\xF8\x88\x80\x80\x80" "cd");
    }
    void brokenBytesOnlySeparateWords()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(foldedWords({bytes.constData(), static_cast<std::size_t>(bytes.size())}).first(), u"ab"_s);
    }

    void clausesAndSentencesAreCounted()
    {
        const std::string sentence = "The backup runs, the table waits (a while). Then it ends at 10:35 sharp.";
        const std::vector<Word> words = wordsOf(sentence);
        const auto wordAt = [&](std::string_view folded) {
            return *std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.folded == folded; });
        };
        QCOMPARE(wordAt("backup").clause, 0);
        QCOMPARE(wordAt("table").clause, 1);
        QCOMPARE(wordAt("table").sentence, 0);
        QCOMPARE(wordAt("then").sentence, 1);
        QCOMPARE(wordAt("sharp").clause, wordAt("then").clause);
    }

    void capitalsKnowAccents()
    {
        QCOMPARE(text(withCapital("información")), u"Información"_s);
        QCOMPARE(text(withCapital("đồng bộ")), u"Đồng bộ"_s);
        QCOMPARE(text(withCapital("éxito")), u"Éxito"_s);
        QCOMPARE(text(withCapital("3 rows")), u"3 rows"_s);
        QCOMPARE(text(withSmall("Backups")), u"backups"_s);
        QCOMPARE(text(withSmall("DB backups")), u"DB backups"_s);
        QCOMPARE(text(withSmall("Đồng bộ")), u"đồng bộ"_s);
        QCOMPARE(text(withCapital("")), QString{});
    }

    void everyLineOfTheFilesIsUnderstood()
    {
        const QStringList lines = vocabularyLines();
        QVERIFY(lines.size() > 100);
        for (const QString& line : lines) {
            const QString entries = line.section(u": "_s, 2);
            QVERIFY2(!entries.isEmpty(), qPrintable(line));
            const QString head = line.section(u": "_s, 1, 1);
            QVERIFY2(isIdea(head.section(u' ', 0, 0).toStdString()), qPrintable(line));
            for (const QString& entry : entries.split(u',')) {
                QVERIFY2(!entry.trimmed().isEmpty(), qPrintable(line));
                QVERIFY2(!entry.contains(u'*') || entry.trimmed().size() > 3, qPrintable(line));
                const std::string kept = entry.trimmed().remove(u'*').toStdString();
                QVERIFY2(!marked(kept).mentions.empty(), qPrintable(entry));
            }
        }
    }

    void aLongerEntryHidesTheOneInside()
    {
        QVERIFY(marked("not correct").has(Idea::Refused));
        QVERIFY(!marked("not correct").has(Idea::Correct));
        QVERIFY(marked("tables unlocked").has(Idea::Unlock));
        QVERIFY(!marked("no longer locked").has(Idea::Lock));
        QVERIFY(marked("Outage over").has(Idea::Restores));
        QVERIFY(!marked("Outage over").has(Idea::Breaks));
        QVERIFY(!marked("mở khóa").has(Idea::Lock));
    }

    void shortAccentedWordsNeedTheirAccents()
    {
        QVERIFY(marked("thẻ").find(Idea::Thing) != nullptr);
        QVERIFY(marked("the").find(Idea::Thing) == nullptr);
        QVERIFY(marked("Bảng bị khóa").has(Idea::Lock));
        QVERIFY(marked("bang bi khoa").has(Idea::Lock));
    }

    void wordsOfOneProcessShareAName()
    {
        for (const char* word : {"integration", "Synchronization", "synchronise", "load", "sincronización", "đồng bộ"}) {
            const MarkedText found = marked(word);
            QVERIFY2(found.find(Idea::Process) != nullptr, word);
            QCOMPARE(text(found.find(Idea::Process)->name), u"integration"_s);
        }
        QVERIFY(!marked("the load balancer's balance").has(Idea::LookNoun));
        QCOMPARE(text(wordFor(Idea::Past, "integration")), u"integrated"_s);
        QVERIFY(wordFor(Idea::Past, "nothing").empty());
    }

    void aPhraseDoesNotReachAcrossAComma()
    {
        QVERIFY(marked("does not allow access").has(Idea::Refused));
        QVERIFY(!marked("she does not, allow access").has(Idea::Refused));
    }

    void aNotStandsBeforeItsWord()
    {
        const MarkedText denied = marked("the backup does not lock the tables");
        QVERIFY(denied.isNegated(*denied.find(Idea::Lock)));
        const MarkedText said = marked("not now, the backup locks the tables");
        QVERIFY(!said.isNegated(*said.find(Idea::Lock)));
    }
};

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
