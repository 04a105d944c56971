#pragma once
#include <QRectF>
#include <functional>
#include <optional>
#include <vector>

namespace lockstep {

/// The measured words of a label. Units: pixels.
struct LabelWords {
    double head = 0;           ///< row number and clock, with the space after them
    std::vector<double> words; ///< of the text, each without the space after it
    std::vector<bool> isJoined = {}; ///< each: no space stands before it; none said: before each
};

/// A line of a label: the words [first, last), cut with an ellipsis when `elided`.
struct LabelLine {
    std::size_t first = 0, last = 0;
    bool elided = false;
    double width = 0;
    friend bool operator==(const LabelLine&, const LabelLine&) = default;
};

/// Where a label went.
struct LabelBox {
    bool placed = false;    ///< false: counted in a "+n"
    bool isColumn = false;  ///< the text stands under the clock instead of beside it
    bool isLeft = false;    ///< left of its mark, joined by an elbow
    QRectF rect;
    double head = 0, total = 0; ///< of its words as measured: see LabelWords, and totalWidth
    std::vector<LabelLine> lines;
    double leaderTop = 0;   ///< the leader goes from here down to the base at the mark's x
    friend bool operator==(const LabelBox&, const LabelBox&) = default;
};

/// A label to place: where its mark stands and, when asked for, how wide its words are.
struct LabelRequest {
    double x = 0;                          ///< of the mark; requests are sorted by it
    double leastWidth = 60;                ///< narrower than this it is not worth measuring
    std::function<LabelWords()> measure = {}; ///< called only when there may be room
    int count = 1;                         ///< of the rows it speaks for: the others are counted whether or not it stands
    std::optional<LabelBox> before = {};   ///< where it stood in the frame before, moved along with its mark
    bool wasFolded = false;                ///< it found no room then, on the same scale
    long long group = -1;                  ///< "+n" counts no two groups together; -1: groups are made as rows come
};

/// The area above a lane's base line, and the sizes of its texts. Units: pixels.
struct LabelArea {
    double left = 0, right = 0;      ///< labels stay within
    double top = 0, bottom = 0;      ///< rows hang from top; the last ends above bottom
    double base = 0;                 ///< leaders go down to here
    double row = 24, line = 20;      ///< one label; each further line of it
    double space = 4.5, ellipsis = 12, digit = 9; ///< widths of these; a digit of "+12"
    double indent = 14;              ///< from the mark to a label on its right
    double wrap = 350;               ///< a line of text is at most this wide
    double column = 108;             ///< the narrowest column for text under its clock
    bool measuring = false;          ///< words stay whole and labels stay where they fall: to learn the height
    int lines = 2, columnLines = 6;  ///< the most lines beside the clock, under it
    std::vector<std::pair<double, double>> barriers; ///< cuts: no label enters or crosses one
    std::vector<std::pair<double, double>> hatched;  ///< labels keep out where that costs nothing
    std::vector<double> vacated = {}; ///< marks of labels that stood before and are out of sight now
};

/// Labels that found no room between two that did. Units: pixels.
struct FoldedLabels {
    std::size_t first = 0, last = 0; ///< the requests [first, last)
    double x = 0;                    ///< where "+n" stands, centred
    int count = 0;
};

struct LabelLayout {
    std::vector<LabelBox> boxes;     ///< one for each request
    std::vector<FoldedLabels> folded;
    double height = 0;               ///< what the rows took, from top
};

/// Places labels so that none overlaps another, no leader crosses a label, and none enters a cut: beside the
/// clock, in a column under it, then left of its mark; wrapped first, then elided, then folded into "+n".
/// Labels that stood before stay where they were while they can; then the others take what room they leave.
LabelLayout layOutLabels(const std::vector<LabelRequest>& requests, const LabelArea& area);

/// Of all words with the spaces between them.
double totalWidth(const LabelWords& words, const LabelArea& area);

/// The words broken into at most `most` lines of at most `width`; the last is elided when words are left over.
std::vector<LabelLine> brokenIntoLines(const LabelWords& words, double width, int most, const LabelArea& area);

} // namespace lockstep
