#include "chart/chart_layout.h"
#include "chart/text_measure.h"
#include "support/drawn_chart.h"
#include <QTest>
#include <QTextBoundaryFinder>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

/// Rows a minute apart that all say this: of 24, most labels have to be cut.
Timeline saying(const QString& words, int rows = 24)
{
    Timeline t;
    t.sources = {{.name = "made", .hash = {}}};
    t.lanes.resize(1);
    for (int i = 0; i < rows; ++i) {
        Event event;
        event.id = i + 1;
        event.text = words.toStdString();
        event.at = Instant{i * 1min};
        event.local = WallTime{event.at.time_since_epoch()};
        t.events.push_back(event);
    }
    return t;
}

/// What a label's lines show of its words, without the ellipsis and without signs of direction.
QString shownOf(const ChartLabel& label)
{
    QStringList lines;
    for (std::size_t i = 2; i < label.texts.size(); ++i) // after number and clock
        lines << label.texts[i].text;
    return lines.join(u' ').remove(QChar{0x2067}).remove(QChar{0x2069}).remove(u'…').trimmed();
}

/// The lines of its words, for writing without blanks.
QStringList linesOf(const ChartLabel& label)
{
    QStringList lines;
    for (std::size_t i = 2; i < label.texts.size(); ++i)
        lines << label.texts[i].text;
    return lines;
}

} // namespace

class TestLabelScripts : public QObject {
    Q_OBJECT

private slots:
    void aCutNeverPartsACharacter_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("chinese") << QStringLiteral("数据库备份在主服务器上开始并且锁定了所有的表直到清晨四点半为止客户无法查询余额");
        QTest::newRow("combining marks") << QStringLiteral("Re\u0301ponse\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301");
        QTest::newRow("emoji of several parts") << QStringLiteral("Team 👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻");
        QTest::newRow("vietnamese") << QStringLiteral("Ngân hàng khởi động sao lưu và khóa toàn bộ các bảng dữ liệu");
        QTest::newRow("hebrew") << QStringLiteral("הגיבוי של מסד הנתונים התחיל ונעל את כל הטבלאות עד הבוקר");
    }
    void aCutNeverPartsACharacter()
    {
        QFETCH(QString, words);
        const Drawn drawn(saying(words), {}, {1100, 420});
        const QString said = labelText(words.toStdString());
        QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, said);
        int cut = 0;
        for (const ChartLabel& label : drawn.layout.lanes[0].labels) {
            const QString shown = said.contains(u' ') ? shownOf(label) : linesOf(label).join(QString{}).remove(u'…');
            QVERIFY2(said.startsWith(shown), qPrintable(shown));
            characters.setPosition(shown.size());
            QVERIFY2(characters.isAtBoundary(), qPrintable(shown));
            cut += shown.size() < said.size() ? 1 : 0;
        }
        QVERIFY(cut > 0);
    }

    void aTextWithoutBlanksTakesSeveralLines_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("chinese") << QStringLiteral("备份在主服务器上开始，并且锁定了所有的表。客户无法查询余额。");
        QTest::newRow("japanese") << QStringLiteral("データベースのバックアップが開始され、すべてのテーブルがロックされました。顧客は残高を照会できません。");
    }
    void aTextWithoutBlanksTakesSeveralLines()
    {
        QFETCH(QString, words);
        const Drawn drawn(saying(words, 2), {}, {1100, 420});
        QCOMPARE(drawn.layout.lanes[0].labels.size(), std::size_t{2});
        for (const ChartLabel& label : drawn.layout.lanes[0].labels) {
            const QStringList lines = linesOf(label);
            QVERIFY(lines.size() > 1);
            QCOMPARE(lines.join(QString{}), words); // nothing is lost and no blank is made up
            for (const QString& line : lines)
                QVERIFY2(!QStringView{u"，。、"}.contains(line.front()), qPrintable(line)); // UAX 14: none begins with a comma
        }
    }
    void aFootnoteWithoutBlanksIsBrokenAndOneWithThemKeepsThem()
    {
        const Theme& theme = Theme::of(Theme::Id::Light);
        const TextMeasure measure(theme);
        const QString words = QStringLiteral("备份锁定了所有的表 until 04:30 客户无法查询余额");
        const QStringList lines = measure.wrapped(words, 120, 20, 16);
        QVERIFY(lines.size() > 3);
        for (const QString& line : lines)
            QVERIFY2(measure.width(line, 16) <= 120, qPrintable(line));
        QString whole = lines.join(QString{});
        QCOMPARE(whole.remove(u' '), QString{words}.remove(u' '));
        QVERIFY(lines.join(u'|').contains(QStringLiteral("until")));
        QCOMPARE(measure.wrapped(words, 4000, 3, 16), QStringList{words});
    }

    void wordsReadFromTheRightStaySoOnEveryLine()
    {
        const Drawn drawn(saying(QStringLiteral("הגיבוי התחיל: deploy of master failed, נעילה של כל הטבלאות")), {}, {1600, 900});
        QVERIFY(!drawn.layout.lanes[0].labels.empty());
        for (const ChartLabel& label : drawn.layout.lanes[0].labels)
            for (std::size_t i = 2; i < label.texts.size(); ++i) {
                QCOMPARE(label.texts[i].text.front(), QChar{0x2067}); // right-to-left isolate
                QCOMPARE(label.texts[i].text.back(), QChar{0x2069});
            }
    }
};

QTEST_MAIN(TestLabelScripts)
#include "tst_label_scripts.moc"
