// Time and memory from the start of a process to what a person waits for. Run by hand on a quiet machine.
#include "sample_files.h"
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Run {
    double milliseconds = 0, processor = 0, mebibytes = 0; ///< processor: milliseconds of all cores, user and system
};

double millisecondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

[[noreturn]] void fail(const std::string& program)
{
    std::fprintf(stderr, "%s failed.\n", program.c_str());
    std::exit(1);
}

/// From fork to the end of the process, and the most memory it held.
Run once(const std::vector<std::string>& words)
{
    std::vector<char*> raw;
    for (const std::string& word : words)
        raw.push_back(const_cast<char*>(word.c_str()));
    raw.push_back(nullptr);
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execv(raw[0], raw.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0)
        fail(words[0]);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    return {took.count(), millisecondsOf(used.ru_utime) + millisecondsOf(used.ru_stime),
            static_cast<double>(used.ru_maxrss) / 1024};
}

/// The middle of many runs, after one that warms the caches.
Run median(const std::vector<std::string>& words)
{
    constexpr std::size_t runs = 15;
    once(words);
    std::vector<Run> all(runs);
    std::ranges::generate(all, [&] { return once(words); });
    std::ranges::nth_element(all, all.begin() + runs / 2, {}, &Run::milliseconds);
    return all[runs / 2];
}

void print(const char* what, const Run& run, const Run& floor)
{
    std::printf("%-44s %5.0f ms %5.1f x %9.0f ms %9.0f MiB %5.1f x\n", what, run.milliseconds,
                run.milliseconds / floor.milliseconds, run.processor, run.mebibytes, run.mebibytes / floor.mebibytes);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 6)
        return std::fprintf(stderr, "Usage: bench_start LOCKSTEP FIRST_FRAME BLANK BARE_WINDOW TIMELINE\n"), 1;
    const std::string lockstep = argv[1], firstFrame = argv[2], blank = argv[3], bare = argv[4], timeline = argv[5];
    char folder[] = "/tmp/lockstep-bench-XXXXXX";
    if (!mkdtemp(folder))
        fail("mkdtemp");
    const std::string picture = std::string{folder} + "/picture.png", rows = std::string{folder} + "/rows.csv";
    std::ofstream{rows} << lockstep::bench::ordinaryFiles().front().made(1'000'000);

    const Run floor = median({blank, picture});
    std::printf("%-44s %8s %7s %12s %13s\n", "median of 15 runs", "time", "", "processor", "memory");
    print("a blank picture from an empty Qt program", floor, floor);
    print("lockstep --version", median({lockstep, "--version"}), floor);
    print("lockstep events --json", median({lockstep, "events", timeline, "--json"}), floor);
    print("start to a written 1600x900 PNG", median({lockstep, "export", timeline, "-o", picture}), floor);
    std::printf("\nto the first painted frame, offscreen\n");
    const Run window = median({bare});
    print("a bare Qt Widgets window", window, window);
    print("the bank incident", median({firstFrame, timeline}), window);
    print("1,000,000 rows of CSV", median({firstFrame, rows}), window);
    unlink(picture.c_str());
    unlink(rows.c_str());
    rmdir(folder);
    return 0;
}
