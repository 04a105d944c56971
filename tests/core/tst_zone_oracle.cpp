#include "core/zone.h"
#include <QFile>
#include <QtTest>

using namespace lockstep;

namespace {

Millis sinceEpoch(const QByteArray& text)
{
    return Millis{QDateTime::fromString(QString::fromLatin1(text) + QStringLiteral("Z"), Qt::ISODate).toMSecsSinceEpoch()};
}

QByteArray kindWord(Moments::Kind kind)
{
    switch (kind) {
    case Moments::Kind::Unique:
        return "unique";
    case Moments::Kind::Repeated:
        return "repeated";
    case Moments::Kind::Skipped:
        break;
    }
    return "skipped";
}

} // namespace

/// zone_oracle.tsv holds what Python's zoneinfo says; tests/support/make_zone_oracle.py makes it.
class tst_zone_oracle : public QObject {
    Q_OBJECT

private slots:
    void wallTimesMeanWhatZoneinfoSays_data();
    void wallTimesMeanWhatZoneinfoSays();
};

void tst_zone_oracle::wallTimesMeanWhatZoneinfoSays_data()
{
    QTest::addColumn<QList<QByteArray>>("fields");
    QFile file{QStringLiteral(LOCKSTEP_SOURCE_DIR "/tests/core/zone_oracle.tsv")};
    if (!file.open(QIODevice::ReadOnly))
        qFatal("zone_oracle.tsv cannot be read");
    int rows = 0;
    while (!file.atEnd()) {
        const auto line = file.readLine().trimmed();
        if (line.startsWith('#'))
            continue;
        const auto fields = line.split('\t');
        QCOMPARE(fields.size(), 5);
        QTest::addRow("%s %s", fields[0].constData(), fields[1].constData()) << fields;
        ++rows;
    }
    QVERIFY(rows > 1000);
}

void tst_zone_oracle::wallTimesMeanWhatZoneinfoSays()
{
    QFETCH(QList<QByteArray>, fields);
    const auto zone = Zone::find(fields[0].toStdString());
    QVERIFY2(zone.has_value(), zone.has_value() ? "" : zone.error().what.c_str());
    const WallTime wall{sinceEpoch(fields[1])};
    const Moments moments = zone->at(wall);
    QCOMPARE(kindWord(moments.kind), fields[2]);
    QCOMPARE(moments.earliest.time_since_epoch().count(), sinceEpoch(fields[3]).count());
    QCOMPARE(moments.latest.time_since_epoch().count(), sinceEpoch(fields[4]).count());
    if (moments.kind == Moments::Kind::Skipped)
        return;
    QCOMPARE(zone->wallAt(moments.earliest).time_since_epoch().count(), wall.time_since_epoch().count());
    QCOMPARE(zone->wallAt(moments.latest).time_since_epoch().count(), wall.time_since_epoch().count());
}

QTEST_GUILESS_MAIN(tst_zone_oracle)
#include "tst_zone_oracle.moc"
