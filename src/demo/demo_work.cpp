// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_work.h"

#include <array>

namespace deskhand {
namespace {

template <size_t n>
const QString &oneOf(const std::array<QString, n> &texts, DemoRandom *random)
{
    return texts[random->below(quint32(n))];
}

} // namespace

std::optional<DemoWork> demoWorkFor(PieceKind written, DemoRandom *random)
{
    static const std::array solving{QStringLiteral("Remote help"), QStringLiteral("On site"),
                                    QStringLiteral("Configuration")};
    static const std::array thinking{QStringLiteral("Analysis"), QStringLiteral("Research")};
    static const QString call = QStringLiteral("Phone call");
    if (!random->chance(55))
        return std::nullopt;
    // People log what their clock shows about: five minutes more or less.
    switch (written) {
    case PieceKind::Solution:
    case PieceKind::Resolve: return DemoWork{5 * int(2 + random->skewedBelow(17)), oneOf(solving, random)};
    case PieceKind::Note: return DemoWork{5 * int(1 + random->skewedBelow(12)), oneOf(thinking, random)};
    case PieceKind::Call: return DemoWork{5 * int(1 + random->skewedBelow(5)), call};
    default: return std::nullopt;
    }
}

} // namespace deskhand
