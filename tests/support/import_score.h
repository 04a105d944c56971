#pragma once
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <optional>
#include <set>
#include <vector>

/// Compares the events read from a document with what a careful reader sees, as tests/corpus/score_import.py does.
namespace lockstep::test {

struct ImportScore {
    int want = 0, got = 0, hit = 0, counted = 0, full = 0;
    int zonesMadeUp = 0, datesMadeUp = 0;
    QStringList problems;

    void add(const ImportScore& other)
    {
        want += other.want, got += other.got, hit += other.hit, counted += other.counted, full += other.full;
        zonesMadeUp += other.zonesMadeUp, datesMadeUp += other.datesMadeUp;
        problems += other.problems;
    }
    double precision() const { return counted == 0 ? 1.0 : double(hit) / counted; }
    double recall() const { return want == 0 ? 1.0 : double(hit) / want; }
    double yield() const { return want == 0 ? 1.0 : double(full) / want; }
};

namespace score {

inline QString squashed(QString text)
{
    static const QRegularExpression link{QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)")};
    static const QRegularExpression noise{QStringLiteral("<[^>]+>|&\\w+;|https?://\\S+")};
    static const QRegularExpression gap{QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption};
    return text.replace(link, QStringLiteral("\\1")).replace(noise, QStringLiteral(" ")).replace(gap, QStringLiteral(" ")).toCaseFolded().trimmed();
}

/// The letters two texts share in blocks: the longest common run, then what stands before and behind it.
inline qsizetype sharedLetters(QStringView a, QStringView b)
{
    qsizetype best = 0, endA = 0, endB = 0;
    std::vector<qsizetype> run(static_cast<std::size_t>(b.size()) + 1);
    for (qsizetype i = 1; i <= a.size(); ++i)
        for (qsizetype j = b.size(); j > 0; --j) {
            auto& here = run[static_cast<std::size_t>(j)];
            here = a[i - 1] == b[j - 1] ? run[static_cast<std::size_t>(j) - 1] + 1 : 0;
            if (here > best || (here == best && here > 0 && i == endA && j < endB))
                best = here, endA = i, endB = j;
        }
    if (best == 0)
        return 0;
    return best + sharedLetters(a.left(endA - best), b.left(endB - best)) + sharedLetters(a.mid(endA), b.mid(endB));
}

inline double similarity(const QString& first, const QString& second)
{
    const QString a = squashed(first), b = squashed(second);
    if (a.isEmpty() || b.isEmpty() || a == b)
        return a == b ? 1.0 : 0.0;
    const double ratio = 2.0 * double(sharedLetters(a, b)) / double(a.size() + b.size());
    const QString& shorter = a.size() <= b.size() ? a : b;
    const QString& longer = a.size() <= b.size() ? b : a;
    if (shorter.size() >= 12 && longer.contains(shorter))
        return std::max(ratio, 0.6 + 0.4 * double(shorter.size()) / double(longer.size()));
    return ratio;
}

inline QDate dateOf(const QString& local) { return local.contains(QLatin1Char{'-'}) ? QDate::fromString(local.left(10), Qt::ISODate) : QDate{}; }

inline QTime clockOf(const QString& local)
{
    static const QRegularExpression clock{QStringLiteral("(?:^|[T ])(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?")};
    const auto found = clock.match(local);
    return found.hasMatch() ? QTime{found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt()} : QTime{};
}

inline bool sameClock(const QJsonObject& truth, const QJsonObject& read)
{
    const auto want = clockOf(truth[QLatin1String{"local"}].toString()), have = clockOf(read[QLatin1String{"local"}].toString());
    return want.isValid() && have.isValid() && want.hour() == have.hour() && want.minute() == have.minute()
        && (want.second() == 0 || want.second() == have.second());
}

/// The offsets a zone can have at a local time; without a date, in winter and in summer.
inline std::set<int> offsetsOf(const QString& zone, const QString& local)
{
    static const QRegularExpression fixed{QStringLiteral("^(?:UTC|GMT)?\\s*([+-])(\\d{1,2})(?::?(\\d\\d))?$")};
    static const QStringList zero{QStringLiteral("UTC"), QStringLiteral("Z"), QStringLiteral("GMT"), QStringLiteral("Etc/UTC")};
    if (zone.isEmpty())
        return {};
    if (zero.contains(zone))
        return {0};
    if (const auto found = fixed.match(zone); found.hasMatch()) {
        const int minutes = found.captured(2).toInt() * 60 + found.captured(3).toInt();
        return {found.captured(1) == QLatin1String{"-"} ? -minutes : minutes};
    }
    const QTimeZone place{zone.toUtf8()};
    if (!place.isValid())
        return {};
    std::set<int> offsets;
    const auto day = dateOf(local);
    for (const auto& when : day.isValid() ? QList<QDateTime>{{day, clockOf(local), place}}
                                          : QList<QDateTime>{{{2024, 1, 15}, {12, 0}, place}, {{2024, 7, 15}, {12, 0}, place}})
        offsets.insert(when.offsetFromUtc() / 60);
    return offsets;
}

inline QStringList either(const QJsonObject& truth, const char* one, const char* many)
{
    QStringList values;
    for (const auto& value : truth[QLatin1String{many}].toArray())
        values << value.toString();
    if (values.isEmpty() && truth[QLatin1String{one}].isString())
        values << truth[QLatin1String{one}].toString();
    return values;
}

/// Pairs of truth and read events, one to one: by line first, then by clock and similar words.
inline std::vector<std::pair<int, int>> matched(const QJsonArray& truth, const QJsonArray& read)
{
    struct Candidate {
        double score;
        int want, have;
    };
    std::vector<Candidate> candidates;
    for (int i = 0; i < truth.size(); ++i)
        for (int j = 0; j < read.size(); ++j) {
            const auto t = truth[i].toObject(), r = read[j].toObject();
            const bool clock = sameClock(t, r);
            const int away = std::abs(t[QLatin1String{"line"}].toInt() - r[QLatin1String{"line"}].toInt());
            if (away != 0 && !clock)
                continue;
            const double like = similarity(t[QLatin1String{"text"}].toString(), r[QLatin1String{"text"}].toString());
            if (away == 0)
                candidates.push_back({2 + (clock ? 1 : 0) + like, i, j});
            else if (like >= 0.5)
                candidates.push_back({like + 0.5 / (1 + away), i, j});
        }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
    std::vector<std::pair<int, int>> pairs;
    std::set<int> wanted, had;
    for (const auto& candidate : candidates)
        if (!wanted.contains(candidate.want) && !had.contains(candidate.have)) {
            pairs.emplace_back(candidate.want, candidate.have);
            wanted.insert(candidate.want);
            had.insert(candidate.have);
        }
    return pairs;
}

/// What is wrong with an event that was found; nothing when all is right.
inline QStringList faultsOf(const QJsonObject& truth, const QJsonObject& read, ImportScore& score)
{
    QStringList faults;
    const auto local = truth[QLatin1String{"local"}].toString(), had = read[QLatin1String{"local"}].toString();
    const auto zone = read[QLatin1String{"zone"}].toString();
    if (clockOf(local).isValid() && !sameClock(truth, read))
        faults << QStringLiteral("clock ") + had;
    if (dateOf(local).isValid() && dateOf(local) != dateOf(had))
        faults << QStringLiteral("date ") + had;
    if (!local.isEmpty() && !dateOf(local).isValid() && dateOf(had).isValid())
        ++score.datesMadeUp;
    if (const auto zones = either(truth, "zone", "zone_any_of"); !zones.isEmpty() && !local.isEmpty()) {
        std::set<int> want;
        for (const auto& name : zones)
            want.merge(offsetsOf(name, local));
        const auto have = offsetsOf(zone, local);
        const bool within = std::ranges::includes(want, have);
        const bool meets = std::ranges::any_of(have, [&](int offset) { return want.contains(offset); });
        if (!meets || (!within && dateOf(local).isValid()))
            faults << QStringLiteral("zone ") + zone;
    } else if (!zone.isEmpty()) {
        ++score.zonesMadeUp;
        score.problems << QStringLiteral("zone made up: ") + zone;
    }
    if (const auto instants = either(truth, "utc", "utc_any_of"); !instants.isEmpty()) {
        const auto at = QDateTime::fromString(read[QLatin1String{"utc"}].toString(), Qt::ISODate);
        if (std::ranges::none_of(instants, [&](const QString& utc) { return at.isValid() && QDateTime::fromString(utc, Qt::ISODate) == at; }))
            faults << QStringLiteral("instant ") + read[QLatin1String{"utc"}].toString();
    }
    const auto text = read[QLatin1String{"text"}].toString();
    if (similarity(truth[QLatin1String{"text"}].toString(), text) < 0.6)
        faults << QStringLiteral("text ") + text;
    return faults;
}

} // namespace score

/// read: the events as `lockstep events --json` prints them. An optional event counts neither as missed nor as false.
inline ImportScore scoreImport(const QJsonArray& truth, const QJsonArray& read)
{
    ImportScore score;
    const auto optional = [&](int i) { return truth[i].toObject()[QLatin1String{"optional"}].toBool(); };
    const auto place = [](const QJsonObject& event) {
        return QStringLiteral("line %1 ").arg(event[QLatin1String{"line"}].toInt()) + event[QLatin1String{"text"}].toString().left(40) + QStringLiteral(": ");
    };
    score.got = score.counted = static_cast<int>(read.size());
    std::set<int> found, used;
    for (const auto& [want, have] : score::matched(truth, read)) {
        used.insert(have);
        found.insert(want);
        if (optional(want)) {
            --score.counted;
            continue;
        }
        ++score.hit;
        const auto faults = score::faultsOf(truth[want].toObject(), read[have].toObject(), score);
        score.full += faults.isEmpty() ? 1 : 0;
        if (!faults.isEmpty())
            score.problems << place(truth[want].toObject()) + faults.join(QStringLiteral(", "));
    }
    for (int i = 0; i < truth.size(); ++i) {
        score.want += optional(i) ? 0 : 1;
        if (!optional(i) && !found.contains(i))
            score.problems << place(truth[i].toObject()) + QStringLiteral("missed");
    }
    for (int j = 0; j < read.size(); ++j)
        if (!used.contains(j))
            score.problems << place(read[j].toObject()) + QStringLiteral("false");
    return score;
}

} // namespace lockstep::test
