#include "support/program.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString folder = QStringLiteral(LOCKSTEP_SOURCE_DIR "/tests/several/");
const QStringList both{folder + QStringLiteral("bank-log.csv"), folder + QStringLiteral("client-chat.md")};

program::Ran ran(const char* command, const QStringList& more)
{
    return program::run(QString::fromUtf8(command).split(QLatin1Char(' ')) + more);
}

QString joined(const QJsonArray& rows, const char* key)
{
    QStringList values;
    for (const QJsonValue& row : rows)
        values << row.toObject().value(QLatin1String(key)).toVariant().toString();
    return values.join(QLatin1Char(' '));
}

QJsonArray events(const QStringList& more)
{
    return QJsonDocument::fromJson(ran("events --json", more).out).array();
}

QString written(const QTemporaryDir& at, const char* name, const QByteArray& bytes)
{
    QFile file(at.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written");
    return file.fileName();
}

} // namespace

class SeveralTest : public QObject {
    Q_OBJECT

private slots:
    void twoFilesShareOneAxis();
    void everyLineNamesItsOwnFile();
    void anOffsetConcernsItsFileAlone();
    void aDryRunSaysWhatWouldBeAddedAndWritesNothing();
    void aDateNamesItsFile();
    void aZoneNamesItsFile();
    void theTableIsInOrderOfTime();
    void aSavedTimelineOpensAgainTheSame();
    void twoFilesOfOneNameAreToldApart();
};

void SeveralTest::twoFilesShareOneAxis()
{
    const QJsonArray rows = events(both);
    QCOMPARE(joined(rows, "utc"),
        QStringLiteral("2024-03-04T03:30:00Z 2024-03-04T03:40:10Z 2024-03-04T03:44:30Z 2024-03-04T03:49:00Z 2024-03-04T03:59:40Z "
                       "2024-03-04T04:33:00Z 2024-03-04T03:35:00Z 2024-03-04T03:39:00Z 2024-03-04T03:41:00Z 2024-03-04T03:52:00Z "
                       "2024-03-04T04:05:00Z 2024-03-04T04:36:00Z"));
    QCOMPARE(joined(rows, "line"), QStringLiteral("2 3 4 5 6 7 7 8 9 10 11 12"));
    QCOMPARE(rows[6].toObject().value(QLatin1String("source")).toString(), QStringLiteral("client-chat.md"));
    QCOMPARE(rows[6].toObject().value(QLatin1String("lane")).toString(), QStringLiteral("client-chat.md"));
    // The client's looks fall into the bank's lock, which is in the other file.
    QCOMPARE(rows[6].toObject().value(QLatin1String("outcome")).toString(), QStringLiteral("blocked"));
    QCOMPARE(rows[11].toObject().value(QLatin1String("outcome")).toString(), QStringLiteral("fresh"));
    const QByteArray csv = ran("events --csv", both).out;
    QVERIFY(csv.startsWith("id,line,source,lane,"));
    QCOMPARE(csv.split('\n').at(7).split(',').mid(0, 4).join(','), QByteArray("7,7,client-chat.md,client-chat.md"));
    QVERIFY(!events({both[1]})[0].toObject().contains(QLatin1String("source")));
}

void SeveralTest::everyLineNamesItsOwnFile()
{
    const QTemporaryDir at;
    const QString chat = written(at, "chat.md", "# Chat\n\n2024-03-04, UTC\n\n- 10:35 Hello\n- 20:40 pm Bye\n");
    const program::Ran check = ran("check", {both[0], chat});
    QVERIFY2(check.out.contains((chat + QStringLiteral(":6: ")).toUtf8()), check.out.constData());
}

void SeveralTest::anOffsetConcernsItsFileAlone()
{
    const QJsonArray rows = events(both + QStringList{QStringLiteral("--offset"), QStringLiteral("client-chat.md=+40s")});
    QCOMPARE(rows[0].toObject().value(QLatin1String("utc")).toString(), QStringLiteral("2024-03-04T03:30:00Z"));
    QCOMPARE(rows[6].toObject().value(QLatin1String("utc")).toString(), QStringLiteral("2024-03-04T03:34:20Z"));
    QCOMPARE(rows[6].toObject().value(QLatin1String("local")).toString(), QStringLiteral("2024-03-04T10:34:20"));
    const auto unnamed = ran("events --offset +40s", both);
    QCOMPARE(unnamed.code, 1);
    QVERIFY(unnamed.err.contains("names none of the files: bank-log.csv and client-chat.md."));
}

void SeveralTest::aDryRunSaysWhatWouldBeAddedAndWritesNothing()
{
    const QTemporaryDir at;
    const QString out = at.filePath(QStringLiteral("x.lockstep"));
    const auto dry = ran("convert --dry-run -o", QStringList{out} + both);
    QCOMPARE(dry.code, 0);
    QVERIFY(!QFile::exists(out));
    QCOMPARE(QString::fromUtf8(dry.out),
        QStringLiteral("bank-log.csv: 6 rows, Mon 4 Mar 2024 03:30 to 04:33 UTC.\n  Lane: bank-log.csv\n  Time zone: UTC\n"
                       "client-chat.md: 6 rows, Mon 4 Mar 2024 10:35 to 11:36 Vietnam.\n  Lane: client-chat.md\n  Time zone: Asia/Ho_Chi_Minh\n"
                       "Nothing was added or written.\n"));
}

void SeveralTest::aDateNamesItsFile()
{
    const QTemporaryDir at;
    const QString chat = written(at, "chat.md", "# Chat\n\nAll times are Vietnam time.\n\n- 10:35 Hello\n- 10:40 Bye\n");
    const QStringList files{both[0], chat};
    const QJsonArray plain = events(files);
    QVERIFY(plain[6].toObject().value(QLatin1String("utc")).isNull());
    QCOMPARE(plain[6].toObject().value(QLatin1String("local")).toString(), QStringLiteral("10:35:00"));
    QVERIFY(ran("check", files).out.contains("chat.md has no date, so its 2 rows cannot be placed."));
    for (const char* date : {"chat.md=2024-03-04", "2024-03-04"}) {
        const QJsonArray dated = events(files + QStringList{QStringLiteral("--date"), QLatin1String(date)});
        QCOMPARE(dated[6].toObject().value(QLatin1String("utc")).toString(), QStringLiteral("2024-03-04T03:35:00Z"));
        QCOMPARE(dated[0].toObject().value(QLatin1String("utc")).toString(), QStringLiteral("2024-03-04T03:30:00Z"));
    }
}

void SeveralTest::aZoneNamesItsFile()
{
    const QTemporaryDir at;
    const QString log = written(at, "app.csv", "time,event\n2024-03-04 10:35:00,deploy\n2024-03-04 10:40:00,done\n");
    const QStringList files{both[0], log};
    QVERIFY(events(files)[6].toObject().value(QLatin1String("zone")).isNull());
    const QJsonArray zoned = events(files + QStringList{QStringLiteral("--zone"), QStringLiteral("app.csv=Europe/Paris")});
    QCOMPARE(zoned[6].toObject().value(QLatin1String("utc")).toString(), QStringLiteral("2024-03-04T09:35:00Z"));
    QCOMPARE(zoned[0].toObject().value(QLatin1String("utc")).toString(), QStringLiteral("2024-03-04T03:30:00Z"));
}

void SeveralTest::theTableIsInOrderOfTime()
{
    QStringList rows;
    for (const QByteArray& line : ran("events", both).out.split('\n').mid(1))
        if (!line.isEmpty())
            rows << QString::fromUtf8(line.trimmed().split(' ').first());
    QCOMPARE(rows.join(QLatin1Char(' ')), QStringLiteral("1 7 8 2 9 3 4 10 5 11 6 12"));
}

void SeveralTest::aSavedTimelineOpensAgainTheSame()
{
    const QTemporaryDir at;
    const QString first = at.filePath(QStringLiteral("a.lockstep")), second = at.filePath(QStringLiteral("b.lockstep"));
    QCOMPARE(ran("convert --offset client-chat.md=+40s -o", QStringList{first} + both).code, 0);
    QCOMPARE(ran("convert -o", {second, first}).code, 0);
    QFile a(first), b(second);
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    QCOMPARE(b.readAll(), a.readAll());
    QCOMPARE(events({first}), events(both + QStringList{QStringLiteral("--offset"), QStringLiteral("client-chat.md=+40s")}));
}

void SeveralTest::twoFilesOfOneNameAreToldApart()
{
    const QTemporaryDir one, other;
    const QString a = written(one, "app.csv", "time,event\n2024-03-04T10:35:00Z,deploy\n2024-03-04T10:36:00Z,done\n");
    const QString b = written(other, "app.csv", "time,event\n2024-03-04T10:35:30Z,deploy\n2024-03-04T10:36:30Z,done\n");
    QCOMPARE(joined(events({a, b}), "source"), QStringLiteral("app.csv app.csv app.csv (2) app.csv (2)"));
    const QJsonArray later = events({a, b, QStringLiteral("--offset"), b + QStringLiteral("=-1s")});
    QCOMPARE(later[2].toObject().value(QLatin1String("utc")).toString(), QStringLiteral("2024-03-04T10:35:31Z"));
    QCOMPARE(later[0].toObject().value(QLatin1String("utc")).toString(), QStringLiteral("2024-03-04T10:35:00Z"));
}

QTEST_GUILESS_MAIN(SeveralTest)
#include "tst_several.moc"
