// A long random walk of pans and zooms over 10,000 labels: how many frames hold a label that jumps without cause, or two
// that overlap. tst_steady_labels walks a short one. Run by hand; a number as argument walks from another seed.
#include "made_timeline.h"
#include "support/label_walk.h"
#include <QApplication>
#include <cstdio>

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    constexpr int rows = 10'000, frames = 5'000;
    lockstep::LabelWalk walk(lockstep::bench::madeTimeline(rows), {1600, 900}, argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 1);
    std::size_t labels = 0;
    int wrong = 0;
    for (int i = 0; i < frames; ++i) {
        if (const std::string what = walk.step(); !what.empty() && ++wrong <= 20)
            std::printf("frame %d: %s\n", i, what.c_str());
        for (const lockstep::LaneBox& lane : walk.layout().lanes)
            labels += lane.labels.size();
    }
    std::printf("%d rows, %d frames, %zu labels drawn: %d frames with something wrong\n", rows, frames, labels, wrong);
    return wrong > 0 ? 1 : 0;
}
