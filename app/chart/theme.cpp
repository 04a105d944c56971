#include "chart/theme.h"
#include <QFontDatabase>
#include <QFontInfo>
#include <array>

namespace lockstep {

namespace {

// Okabe-Ito after bank and client: green, purple, orange, sky, vermillion, olive; darkened to 4.5:1 as text on light.
constexpr std::array<QRgb, 8> onLight{0x0063a3, 0x9a4c00, 0x00684c, 0x94457a, 0x7a5900, 0x14688f, 0xa83f00, 0x5f5d00};
constexpr std::array<QRgb, 8> onDark{0x6bb8f0, 0xf0a35e, 0x4fc9a0, 0xe39bc7, 0xe8bd4f, 0x8ad0f5, 0xff9a66, 0xd6d45a};

QColor mixed(const QColor& over, const QColor& under, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share) + 0.5); };
    return {part(over.red(), under.red()), part(over.green(), under.green()), part(over.blue(), under.blue())};
}

Theme light()
{
    Theme theme;
    theme.id = Theme::Id::Light;
    theme.background = Qt::white;
    theme.text = QColor{0x1b, 0x22, 0x30};
    theme.mutedText = QColor{0x47, 0x54, 0x67};
    theme.grid = QColor{0x1b, 0x22, 0x30, 20};
    theme.rule = QColor{0xe3, 0xe6, 0xec};
    theme.lock = QColor{0x8e, 0x1b, 0x4f};
    theme.lockTint = QColor{0x8e, 0x1b, 0x4f, 23};
    theme.scenario = QColor{0xb5, 0x47, 0x08};
    theme.quiet = QColor{0x7c, 0x88, 0x9a};
    theme.bar = QColor{0xdc, 0xe3, 0xeb};
    theme.onLock = Qt::white;
    return theme;
}

Theme dark()
{
    Theme theme;
    theme.id = Theme::Id::Dark;
    theme.background = QColor{0x14, 0x18, 0x1f};
    theme.text = QColor{0xe8, 0xec, 0xf2};
    theme.mutedText = QColor{0xa9, 0xb4, 0xc4};
    theme.grid = QColor{0xff, 0xff, 0xff, 20};
    theme.rule = QColor{0x2c, 0x34, 0x40};
    theme.lock = QColor{0xf0, 0x7f, 0xb4};
    theme.lockTint = QColor{0xf0, 0x7f, 0xb4, 30};
    theme.scenario = QColor{0xf7, 0x9a, 0x4d};
    theme.quiet = QColor{0x6b, 0x78, 0x8a};
    theme.bar = QColor{0x2f, 0x3a, 0x49};
    theme.onLock = QColor{0x2a, 0x06, 0x18};
    return theme;
}

Theme print()
{
    Theme theme = light();
    theme.id = Theme::Id::Print;
    theme.text = Qt::black;
    theme.mutedText = QColor{0x33, 0x33, 0x33};
    theme.grid = QColor{0, 0, 0, 28};
    theme.rule = QColor{0xb8, 0xb8, 0xb8};
    theme.lockTint = QColor{0x8e, 0x1b, 0x4f, 20};
    theme.quiet = QColor{0x77, 0x77, 0x77};
    theme.bar = QColor{0xea, 0xea, 0xea};
    return theme;
}

QString sansFamily()
{
    const QStringList families = QFontDatabase::families();
    for (const char* name : {"Inter", "Inter Variable", "Inter Display"}) {
        if (families.contains(QLatin1String{name}))
            return QLatin1String{name};
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

} // namespace

const Theme& Theme::of(Id id)
{
    static const std::array<Theme, 3> themes{light(), dark(), print()};
    return themes[static_cast<std::size_t>(id)];
}

QColor Theme::lane(int index) const
{
    const auto& colours = id == Id::Dark ? onDark : onLight;
    const auto count = static_cast<int>(colours.size());
    return QColor{colours[static_cast<std::size_t>(((index % count) + count) % count)]};
}

QColor Theme::laneTint(int index) const
{
    // Warm colours look heavier than cool ones: a paper of their hue rather than a share of them.
    if (id == Id::Light && index == 1)
        return {0xfc, 0xf5, 0xec};
    const double share = id == Id::Dark ? 0.10 : id == Id::Print ? 0.025 : 0.055;
    return mixed(lane(index), background, share);
}

QFont Theme::font(double px, QFont::Weight weight) const
{
    static const QString family = sansFamily();
    QFont font(family);
    font.setPixelSize(std::max(1, static_cast<int>(px + 0.5)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    // Inter asks for tighter spacing the larger it is set.
    if (px >= 20 || (px > 15 && px < 17 && (weight == QFont::Normal || weight == QFont::DemiBold)))
        font.setLetterSpacing(QFont::AbsoluteSpacing, px * (px >= 20 ? -0.018 : -0.011));
    return font;
}

bool hasFonts()
{
    if (QFontDatabase::families().isEmpty())
        return false;
    return !QFontInfo{Theme::of(Theme::Id::Light).font(16)}.family().isEmpty();
}

} // namespace lockstep
