#include "formats/clock_text.h"
#include <QTest>

using namespace lockstep;

namespace {

QString shown(const Clock& c)
{
    auto text = QString::asprintf("%02d:%02d", c.hour, c.minute);
    if (c.second || c.millis)
        text += QString::asprintf(":%02d", c.second);
    if (c.millis)
        text += QString::asprintf(".%03d", c.millis);
    return text;
}

/// "20:00", "~13:30-13:45", "14:00 PST": all that was read, in one line.
QString shown(const ClockReading& r)
{
    auto text = (r.approx ? QStringLiteral("~") + shown(r.clock) : shown(r.clock));
    if (r.end)
        text += u'-' + shown(*r.end);
    if (!r.zone.empty())
        text += u' ' + QString::fromStdString(r.zone);
    return text;
}

} // namespace

class TestClockText : public QObject {
    Q_OBJECT

private slots:
    void aClockIsReadAsAPersonWould_data();
    void aClockIsReadAsAPersonWould();
    void whatIsNoClockIsNotReadAsOne_data();
    void whatIsNoClockIsNotReadAsOne();
    void aClockOutOfRangeIsAnErrorThatNamesIt_data();
    void aClockOutOfRangeIsAnErrorThatNamesIt();
    void aContradictingHalfDayIsADoubt_data();
    void aContradictingHalfDayIsADoubt();
    void theWrittenPartHoldsTheMarkers_data();
    void theWrittenPartHoldsTheMarkers();
    void everyMinuteOfADayIsReadInBothNotations();
};

void TestClockText::aClockIsReadAsAPersonWould_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const auto row = [](const char* text, const char* read) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(read); };
    // The bank incident's own notation.
    row("23:30 horas", "23:30");
    row("10:35 horas", "10:35");
    row("hora 10:37 am", "10:37");
    row("7:00 horas", "07:00");
    row("hora 20:00 pm", "20:00");
    // Twelve hours.
    row("1:05 PM", "13:05");
    row("12:15 AM", "00:15");
    row("12:00 PM", "12:00");
    row("12:59 pm", "12:59");
    row("7:01am", "07:01");
    row("5:30pm - the site is back", "17:30");
    row("3:50 PM. The push starts", "15:50");
    row("[11:00 AM:] moved", "11:00");
    row("10:37 a.m. checked", "10:37");
    row("8:15 p. m.", "20:15");
    row("10:45\u202FAM by a phone's calendar", "10:45");
    row("5pm the office closes", "17:00");
    row("11 a.m. call", "11:00");
    row("5.20 PM: pushed", "17:20");
    // Twenty-four hours.
    row("7:00", "07:00");
    row("15:26:03.250", "15:26:03.250");
    row("08:42:33 new account", "08:42:33");
    row("12.30", "12:30");
    row("15.03 alerts", "15:03");
    row("24:00", "24:00");
    row("24:10 still open", "24:10");
    row("0930Z", "09:30 Z");
    row("1430 hrs", "14:30");
    row("0930 UTC", "09:30 UTC");
    row("12 noon", "12:00");
    row("noon: lunch", "12:00");
    row("Noon on May 3", "12:00");
    row("midnight UTC", "00:00 UTC");
    row("between 10 and 10:30", "10:00-10:30");
    row("zwischen 10 und 10:30 Uhr", "10:00-10:30");
    row("entre las 9 y las 9:15", "09:00-09:15");
    row("gegen 10 Uhr war", "~10:00");
    row("3 o'clock", "03:00");
    row("before 10:05", "~10:05");
    row("kurz nach 10:05 Uhr", "~10:05");
    row("antes de las 18:40", "~18:40");
    row("10:05 GMT+1: text", "10:05 GMT+1");
    row("midnight - the backup", "00:00");
    row("04:00:xx reboot", "04:00");
    row("13:42Z", "13:42 Z");
    // Other languages.
    row("8h15", "08:15");
    row("8 h 15", "08:15");
    row("à 22h", "22:00");
    row("às 10h35min", "10:35");
    row("a las 10:40", "10:40");
    row("10 giờ 35", "10:35");
    row("lúc 22 giờ", "22:00");
    row("10 giờ 35 phút", "10:35");
    row("10:35 giờ", "10:35");
    row("14:05 heures", "14:05");
    row("3:30 de la tarde", "15:30");
    row("8:00 tối", "20:00");
    row("9 giờ 05 sáng", "09:05");
    row("14:05 Uhr", "14:05");
    // About.
    row("~14:00", "~14:00");
    row("≈ 14:00", "~14:00");
    row("ca. 14:00", "~14:00");
    row("around 2:30 pm", "~14:30");
    row("15.15 (approx) replication", "~15:15");
    row("~13:30-13:45", "~13:30-13:45");
    // Ranges.
    row("17:00-18:00", "17:00-18:00");
    row("17:00 – 18:00", "17:00-18:00");
    row("18:18:05–18:19:22", "18:18:05-18:19:22");
    row("between 12:17 and 12:30 UTC", "12:17-12:30 UTC");
    row("from 4:00 PM to 5:30 PM EAT", "16:00-17:30 EAT");
    row("1:00-2:30 PM", "13:00-14:30");
    row("11:00-1:00 PM", "11:00-13:00");
    row("9:00 a 10:30", "09:00-10:30");
    row("23:50-00:10", "23:50-00:10");
    // Zones.
    row("12:32 UTC – opened", "12:32 UTC");
    row("13:14 EDT (17:14 UTC): A user", "13:14 EDT");
    row("3:00 PM CAT- Outage", "15:00 CAT");
    row("04:49 PM UTC The branch", "16:49 UTC");
    row("10:00 (PST)", "10:00 PST");
    row("10:00+02:00", "10:00 +02:00");
    row("10:00 UTC+2", "10:00 UTC+2");
    row("10:00 GMT +1", "10:00 GMT +1");
    row("10:00 UTC−4", "10:00 UTC−4");
    row("15:26:03-05:00", "15:26:03 -05:00");
    row("10:41 CPU at its limit", "10:41");
    row("05:30 PM UTC CI had done only a part", "17:30 UTC");
}

void TestClockText::aClockIsReadAsAPersonWould()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto reading = readClock(text.toStdString());
    QVERIFY2(reading.has_value(), reading ? "" : reading.error().what.c_str());
    QCOMPARE(shown(*reading), read);
}

void TestClockText::whatIsNoClockIsNotReadAsOne_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "no clock", "2019", "2019-10-06", "1.2.3", "2.5.1", "10.12.8.137", "192.168.1.1:8080", "3:1", "16:9", "1:2:3",
             "10:5", "12.30 EUR", "12.50 %", "12.50%", "3.75 GB", "4h 12m", "35h 36m", "2h later we saw it", "8080:80", "10:30x", "100:20",
             "12:30:5", "10:30:15:20", "$12.30", "v2.10", "5 users", "20 pm2 processes", "0930", "1999 was long ago", "7 am2", "-", "Midnight deploys begin", "Midnight on call", "at 10 we met"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestClockText::whatIsNoClockIsNotReadAsOne()
{
    QFETCH(QString, text);
    const auto reading = readClock(text.toStdString());
    QVERIFY2(!reading, reading ? shown(*reading).toUtf8().constData() : "");
    QCOMPARE(reading.error().severity, Severity::Note);
}

void TestClockText::aClockOutOfRangeIsAnErrorThatNamesIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("hour and minute") << "25:61 - the mail" << "25:61";
    QTest::newRow("minute") << "10:60" << "10:60";
    QTest::newRow("hour") << "25:00 horas" << "25:00 horas";
    QTest::newRow("second") << "10:30:75" << "10:30:75";
    QTest::newRow("behind a word") << "hora 31:20" << "hora 31:20";
    QTest::newRow("four digits") << "2560Z" << "2560";
}

void TestClockText::aClockOutOfRangeIsAnErrorThatNamesIt()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    const auto reading = readClock(text.toStdString());
    QVERIFY(!reading);
    QCOMPARE(reading.error().severity, Severity::Error);
    QCOMPARE(QString::fromStdString(reading.error().what), QStringLiteral("'") + named + QStringLiteral("' is no time of day."));
}

void TestClockText::aContradictingHalfDayIsADoubt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("doubt");
    QTest::newRow("the seed's") << "hora 20:00 pm" << "'20:00 pm' is read as 20:00.";
    QTest::newRow("13 PM") << "13:05 PM" << "'13:05 PM' is read as 13:05.";
    QTest::newRow("am") << "20:00 am" << "'20:00 am' is read as 20:00.";
    QTest::newRow("zero") << "0:15 pm" << "'0:15 pm' is read as 12:15.";
    QTest::newRow("agrees") << "8:00 pm" << "";
    QTest::newRow("noon") << "12:00 pm" << "";
    QTest::newRow("a word of the day adds nothing") << "20:00 de la noche" << "";
}

void TestClockText::aContradictingHalfDayIsADoubt()
{
    QFETCH(QString, text);
    QFETCH(QString, doubt);
    const auto reading = readClock(text.toStdString());
    QVERIFY(reading.has_value());
    QCOMPARE(reading->doubts.empty() ? QString{} : QString::fromStdString(reading->doubts.front()), doubt);
    QCOMPARE(reading->doubts.size(), doubt.isEmpty() ? 0u : 1u);
}

void TestClockText::theWrittenPartHoldsTheMarkers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("hour word before") << " hora 10:37 am, Task" << "hora 10:37 am";
    QTest::newRow("hour word behind") << "23:30 horas, Task" << "23:30 horas";
    QTest::newRow("brackets stay outside") << "[11:00 AM:] moved" << "11:00 AM";
    QTest::newRow("about") << "~14:00 - seen" << "~14:00";
    QTest::newRow("about behind") << "15.15 (approx) seen" << "15.15 (approx)";
    QTest::newRow("range") << "17:00-18:00 upgrade" << "17:00-18:00";
    QTest::newRow("zone") << "12:32 UTC – opened" << "12:32 UTC";
    QTest::newRow("bare") << "7:00 - woke" << "7:00";
}

void TestClockText::theWrittenPartHoldsTheMarkers()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto bytes = text.toStdString();
    const auto reading = readClock(bytes);
    QVERIFY(reading.has_value());
    QCOMPARE(QString::fromStdString(bytes.substr(reading->begin, reading->length)), written);
}

void TestClockText::everyMinuteOfADayIsReadInBothNotations()
{
    for (int minute = 0; minute < 24 * 60; ++minute) {
        const QTime time = QTime{0, 0}.addSecs(minute * 60);
        const Clock expected{time.hour(), time.minute(), 0, 0};
        const auto military = readClock(time.toString(u"HH:mm").toStdString());
        const auto english = readClock(QLocale::c().toString(time, u"h:mm AP").toStdString());
        QVERIFY(military && english);
        QVERIFY2(military->clock == expected, qPrintable(time.toString()));
        QVERIFY2(english->clock == expected, qPrintable(time.toString()));
    }
}

QTEST_GUILESS_MAIN(TestClockText)
#include "tst_clock_text.moc"
