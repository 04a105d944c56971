#include "core/limits.h"
#include "core/proposals.h"
#include <QtTest>

using namespace lockstep;
using std::chrono::minutes;

namespace {

/// One lane, a row every ten minutes, kinds recognised.
Timeline timelineOf(const QStringList& texts)
{
    Timeline timeline;
    timeline.lanes.push_back({.role = "Events", .person = {}, .place = {}, .zoneName = "UTC", .zone = Zone::utc(), .zoneInferred = false, .reads = {}});
    for (const QString& text : texts) {
        Event event;
        event.id = static_cast<EventId>(timeline.events.size()) + 1;
        event.line = event.id + 10;
        event.text = text.toStdString();
        event.at = Instant{minutes{10 * event.id}};
        event.local = WallTime{minutes{10 * event.id}};
        timeline.events.push_back(event);
    }
    recogniseKinds(timeline);
    return timeline;
}

} // namespace

/// The same incident, told in each language of the vocabulary, has the same windows and look-ups.
class TestLanguages : public QObject {
    Q_OBJECT

private slots:
    void aLockIsReadFromItsWords_data();
    void aLockIsReadFromItsWords();
    void anImpactIsReadFromItsWords_data();
    void anImpactIsReadFromItsWords();
    void wordsThatOnlyLookAlikeAreNone_data();
    void wordsThatOnlyLookAlikeAreNone();
};

void TestLanguages::aLockIsReadFromItsWords_data()
{
    QTest::addColumn<QStringList>("rows");
    const auto language = [](const char* name, const char* begins, const char* refused, const char* ends, const char* correct) {
        QTest::newRow(name) << QStringList{QString::fromUtf8(begins), QString::fromUtf8(refused), QString::fromUtf8(ends), QString::fromUtf8(correct)};
    };
    language("English", "The backup starts and locks the tables", "A customer checks the balance: refused", "The backup ends", "A customer checks the balance: correct");
    language("Spanish", "Inicia la copia de seguridad y bloquea las tablas", "Una cliente consulta su saldo: rechazado", "Termina la copia de seguridad", "Una cliente consulta su saldo: correcto");
    language("Portuguese", "Inicia a cópia de segurança e bloqueia as tabelas", "Uma cliente consulta o saldo: recusado", "Termina a cópia de segurança", "Uma cliente consulta o saldo: correto");
    language("French", "La sauvegarde démarre et verrouille les tables", "Une cliente consulte son solde : refusé", "La sauvegarde est terminée", "Une cliente consulte son solde : correct");
    language("Vietnamese", "Bắt đầu sao lưu và khóa các bảng", "Khách hàng kiểm tra số dư: bị từ chối", "Kết thúc sao lưu", "Khách hàng kiểm tra số dư: chính xác");
}

void TestLanguages::aLockIsReadFromItsWords()
{
    QFETCH(QStringList, rows);
    const Timeline timeline = timelineOf(rows);
    QVERIFY(timeline.event(2).kind == Kind::Read && timeline.event(2).saysRefused && !timeline.event(2).saysCorrect);
    QVERIFY(timeline.event(4).kind == Kind::Read && timeline.event(4).saysCorrect && !timeline.event(4).saysRefused);
    const std::vector<Window> windows = proposeWindows(timeline, {});
    QCOMPARE(windows.size(), std::size_t{1});
    QVERIFY(windows[0].effect == Effect::Blocks);
    QVERIFY(windows[0].begin.tiedTo == EventId{1} && windows[0].end.tiedTo == EventId{3});
}

void TestLanguages::anImpactIsReadFromItsWords_data()
{
    QTest::addColumn<QStringList>("rows");
    const auto language = [](const char* name, const char* calm, const char* breaks, const char* restores) {
        QTest::newRow(name) << QStringList{QString::fromUtf8(calm), QString::fromUtf8(breaks), QString::fromUtf8(restores)};
    };
    language("English", "A new version goes live", "The site is down", "The site is back");
    language("Spanish", "Se publica una versión nueva", "El sitio no funciona", "El sitio vuelve a funcionar");
    language("Portuguese", "Uma versão nova é publicada", "O site fica fora do ar", "O site voltou ao ar");
    language("French", "Une nouvelle version est publiée", "Le site ne répond plus", "Le site est rétabli");
    language("Vietnamese", "Phiên bản mới được phát hành", "Trang web không hoạt động", "Trang web hoạt động trở lại");
}

void TestLanguages::anImpactIsReadFromItsWords()
{
    QFETCH(QStringList, rows);
    const std::vector<Window> windows = proposeWindows(timelineOf(rows), {});
    QCOMPARE(windows.size(), std::size_t{1});
    QCOMPARE(windows[0].id, WindowId{"impact"});
    QVERIFY(windows[0].begin.tiedTo == EventId{2} && windows[0].end.tiedTo == EventId{3});
}

void TestLanguages::wordsThatOnlyLookAlikeAreNone_data()
{
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("Portuguese, no lock") << QStringList{QStringLiteral("Inicia a cópia de segurança"), QStringLiteral("O bloqueio da rua acabou")};
    QTest::newRow("French, no lock") << QStringList{QStringLiteral("La sauvegarde démarre"), QStringLiteral("La route est bloquée")};
    QTest::newRow("Portuguese, denied") << QStringList{QStringLiteral("A cópia de segurança não bloqueia as tabelas"), QStringLiteral("Termina a cópia de segurança")};
    QTest::newRow("French, denied") << QStringList{QStringLiteral("La sauvegarde ne verrouille pas les tables"), QStringLiteral("La sauvegarde est terminée")};
}

void TestLanguages::wordsThatOnlyLookAlikeAreNone()
{
    QFETCH(QStringList, rows);
    for (const Window& window : proposeWindows(timelineOf(rows), {}))
        QVERIFY2(window.effect != Effect::Blocks, window.name.c_str());
}

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
