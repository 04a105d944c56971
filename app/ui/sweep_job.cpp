#include "ui/sweep_job.h"

namespace lockstep {

SweepJob::SweepJob(QObject* parent) : QObject(parent) { }

SweepJob::~SweepJob()
{
    stop();
}

void SweepJob::start(Question question)
{
    stop();
    m_isRunning = true;
    m_stops = std::make_shared<std::atomic<bool>>(false);
    const int turn = ++m_turn;
    const auto tell = [this, turn](auto&& what) {
        QMetaObject::invokeMethod(this, [this, turn, what] {
            if (turn == m_turn)
                what();
        }, Qt::QueuedConnection);
    };
    m_thread = std::thread([this, question = std::move(question), stops = m_stops, tell] {
        constexpr std::size_t often = 32; // a start takes microseconds to milliseconds
        const auto goesOn = [&](std::size_t done, std::size_t all) {
            if (done % often == 0)
                tell([this, done, all] { emit progressed(static_cast<int>(done), static_cast<int>(all)); });
            return !stops->load();
        };
        const auto sweep = std::make_shared<const Result<Sweep>>(sweepOf(*question.record, question.scenario,
            {.window = question.window, .activity = question.activity ? &*question.activity : nullptr, .goesOn = goesOn}));
        tell([this, sweep] {
            m_isRunning = false;
            emit finished(sweep);
        });
    });
}

void SweepJob::stop()
{
    if (m_stops)
        m_stops->store(true);
    if (m_thread.joinable())
        m_thread.join();
    ++m_turn; // what it still had to say is not heard
    m_isRunning = false;
}

} // namespace lockstep
