#include "formats/date_text.h"
#include <QTest>

using namespace lockstep;

namespace {

QString shown(const StatedDate& d)
{
    const auto year = d.year ? QString::asprintf("%04d", *d.year) : QStringLiteral("----");
    return year + QString::asprintf("-%02u-%02u", d.month, d.day);
}

QString shown(const DateReading& r) { return r.end ? shown(r.date) + QStringLiteral("..") + shown(*r.end) : shown(r.date); }

} // namespace

class TestDateText : public QObject {
    Q_OBJECT

private slots:
    void aDateIsReadAsAPersonWould_data();
    void aDateIsReadAsAPersonWould();
    void whatIsNoDateIsNotReadAsOne_data();
    void whatIsNoDateIsNotReadAsOne();
    void anImpossibleDateIsAnErrorThatNamesIt_data();
    void anImpossibleDateIsAnErrorThatNamesIt();
    void digitsThatCanBeReadBothWaysAreADoubt();
    void theOrderOfTheDocumentSettlesADoubt();
    void aDateIsFoundWithinASentence_data();
    void aDateIsFoundWithinASentence();
};

void TestDateText::aDateIsReadAsAPersonWould_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const auto row = [](const char* text, const char* read) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(read); };
    row("2018-08-22", "2018-08-22");
    row("2018/08/22", "2018-08-22");
    row("2020-01-01T10:00Z", "2020-01-01");
    row("29 april 2022", "2022-04-29");
    row("April 17th", "-----04-17");
    row("Feb 20 2018 14:17", "2018-02-20");
    row("June 7, 2024.", "2024-06-07");
    row("02-13-2025 11:00 pm", "2025-02-13");
    row("2/22/20", "2020-02-22");
    row("5-26-21", "2021-05-26");
    row("19. April, 11:00", "-----04-19");
    row("the 8th of march 2024", "2024-03-08");
    row("Friday, the 8th of march 2024", "2024-03-08");
    row("2025-07-26 Saturday", "2025-07-26");
    row("24 May 2022", "2022-05-24");
    row("24/05/2022", "2022-05-24");
    row("24.05.2022", "2022-05-24");
    row("03.04.2022", "2022-04-03");
    row("24-May-2022", "2022-05-24");
    row("24 de mayo de 2022", "2022-05-24");
    row("martes 24 de mayo", "-----05-24");
    row("24 de março de 2022", "2022-03-24");
    row("le 1er août 2021", "2021-08-01");
    row("24 tháng 5 năm 2022", "2022-05-24");
    row("ngày 24 tháng 5, 2022", "2022-05-24");
    row("24. Dezember 2021", "2021-12-24");
    row("2023-07-10 to 2023-07-16", "2023-07-10..2023-07-16");
    row("02/13/2025 - 02/19/2025", "2025-02-13..2025-02-19");
    row("May 3-5, 2021", "2021-05-03..2021-05-05");
    row("3-5 May 2021", "2021-05-03..2021-05-05");
    row("3 and 5 May 2021", "2021-05-03..2021-05-05");
    row("3 y 5 de mayo de 2021", "2021-05-03..2021-05-05");
    row("February23, 2021", "2021-02-23");
    row("29 february", "-----02-29");
    row("2025\u201105\u201120", "2025-05-20");
    // A digit too many in the year: its first four, and a doubt.
    row("20202-01-16", "2020-01-16");
}

void TestDateText::aDateIsReadAsAPersonWould()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto reading = readDate(text.toStdString());
    QVERIFY2(reading.has_value(), reading ? "" : reading.error().what.c_str());
    QCOMPARE(shown(*reading), read);
    if (text.startsWith(u"20202"))
        QCOMPARE(QString::fromStdString(reading->doubts.at(0)), QStringLiteral("'20202-01-16' is read as 16 January 2020."));
}

void TestDateText::whatIsNoDateIsNotReadAsOne_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "10:30", "1.2.3", "2.5.21", "10.12.8.137", "1-2", "we may 5 times", "may 5 users", "set 5 limits", "3 may fail",
             "12 out of 20", "march 5 engineers", "20", "555-1234", "9999-01-01", "24 hours", "1/2 cup", "marched 5"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestDateText::whatIsNoDateIsNotReadAsOne()
{
    QFETCH(QString, text);
    const auto reading = readDate(text.toStdString());
    QVERIFY2(!reading, reading ? shown(*reading).toUtf8().constData() : "");
    QCOMPARE(reading.error().severity, Severity::Note);
}

void TestDateText::anImpossibleDateIsAnErrorThatNamesIt_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"2022-02-30", "2022-13-01", "31 April 2022", "31/13/2022", "29 February 2021", "20221-02-30"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestDateText::anImpossibleDateIsAnErrorThatNamesIt()
{
    QFETCH(QString, text);
    const auto reading = readDate((text + QStringLiteral(" 10:00")).toStdString());
    QVERIFY(!reading);
    QCOMPARE(reading.error().severity, Severity::Error);
    QCOMPARE(QString::fromStdString(reading.error().what), QStringLiteral("'") + text + QStringLiteral("' is no date."));
}

void TestDateText::digitsThatCanBeReadBothWaysAreADoubt()
{
    const auto reading = readDate("3/4/2022");
    QVERIFY(reading.has_value());
    QCOMPARE(shown(*reading), QStringLiteral("2022-03-04"));
    QVERIFY(reading->eitherOrder);
    QCOMPARE(QString::fromStdString(reading->doubts.at(0)), QStringLiteral("'3/4/2022' is read as 4 March 2022; it could be 3 April 2022."));
    QVERIFY(readDate("4/4/2022")->doubts.empty());
    QVERIFY(readDate("2/22/2022")->monthFirst);
    QVERIFY(readDate("22/2/2022")->dayFirst);
}

void TestDateText::theOrderOfTheDocumentSettlesADoubt()
{
    const auto reading = readDate("3/4/2022", DayOrder::DayFirst);
    QVERIFY(reading.has_value());
    QCOMPARE(shown(*reading), QStringLiteral("2022-04-03"));
    QVERIFY(reading->doubts.empty());
}

void TestDateText::aDateIsFoundWithinASentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    QTest::newRow("behind a clock") << "from 10:00 AM to 12:00 PM (UTC) on June 7, 2024." << "2024-06-07";
    QTest::newRow("in a title") << "Incident on 2023-09-18 - No disk space" << "2023-09-18";
    QTest::newRow("not in an address") << "see https://x.example/2020-01-01/a of 3 May 2021" << "2021-05-03";
    QTest::newRow("none") << "version 1.2.3 took 10 seconds" << "";
    QTest::newRow("in quotes") << "“2021-05-03” it says" << "2021-05-03";
}

void TestDateText::aDateIsFoundWithinASentence()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto found = findDate(text.toStdString());
    QCOMPARE(found ? shown(*found) : QString{}, read);
}

QTEST_GUILESS_MAIN(TestDateText)
#include "tst_date_text.moc"
