// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_pictures.h"

#include "demo/pixel_canvas.h"

#include <array>

namespace deskhand {
namespace {

struct ScreenMessage {
    const char *title;
    const char *first;
    const char *second;
};

constexpr std::array screenMessages{
    ScreenMessage{"Corvus ERP", "Account determination failed (F5-702)", "Document 4500318842 was not saved."},
    ScreenMessage{"Outlook", "The attempt to log on has failed.", "Error 0x8004011D"},
    ScreenMessage{"Windows Update", "There were some problems installing updates.", "KB5044284 - error 0x80070643"},
    ScreenMessage{"Excel", "'consolidation.xlsx' is locked for editing.", "Open 'Read-Only' or click 'Notify'."},
    ScreenMessage{"VPN client", "Secure gateway has terminated the connection.", "Reason: peer idle (691)"},
    ScreenMessage{"Print queue", "PRN-B2-04 is offline. 7 documents waiting.", "Check the printer's network cable."},
    ScreenMessage{"LabBook", "COM5 not found.", "The balance at bench 4 does not answer."},
    ScreenMessage{"Access denied", "You do not have permission to open this folder.", "Ask the owner of the folder."},
    ScreenMessage{"Display settings", "Only one display was detected.", "Press 'Detect' to search again."},
    ScreenMessage{"Security warning", "The certificate of this page is not trusted.", "intranet.halden-voss.example"},
    ScreenMessage{"Teams", "Your device is not compliant.", "Contact your service desk. Code 53003"},
    ScreenMessage{"TimeLeaf", "Balance: -38:20 h", "12 bookings are missing."},
};

constexpr std::array accentColours{PixelCanvas::Blue, PixelCanvas::DarkBlue, PixelCanvas::DarkGrey, PixelCanvas::Green};

} // namespace

QByteArray drawDemoScreenshot(DemoRandom *random)
{
    const ScreenMessage &message = screenMessages[random->below(screenMessages.size())];
    const auto accent = accentColours[random->below(accentColours.size())];
    PixelCanvas canvas(760, 420, PixelCanvas::Sky);
    canvas.fill(0, 390, 760, 30, PixelCanvas::DarkGrey); // task bar
    for (int i = 0; i < 6; ++i)
        canvas.fill(12 + i * 34, 396, 20, 18, i == 1 ? accent : PixelCanvas::Grey);
    const int hour = int(random->between(7, 17));
    const QString clock = QStringLiteral("%1:%2").arg(hour).arg(random->between(10, 59));
    canvas.write(690, 400, clock, 2, PixelCanvas::White);
    const int x = int(random->between(30, 76));
    const int y = int(random->between(40, 110));
    canvas.fill(x + 5, y + 5, 656, 220, PixelCanvas::DarkGrey); // shadow
    canvas.fill(x, y, 656, 220, PixelCanvas::White);
    canvas.fill(x, y, 656, 30, accent);
    canvas.write(x + 12, y + 8, QLatin1String(message.title), 2, PixelCanvas::White);
    canvas.write(x + 634, y + 8, QStringLiteral("x"), 2, PixelCanvas::White);
    const bool isError = random->chance(60);
    canvas.disc(x + 46, y + 90, 24, isError ? PixelCanvas::Red : PixelCanvas::Yellow);
    canvas.write(x + 39, y + 77, isError ? QStringLiteral("x") : QStringLiteral("!"), 4, PixelCanvas::White);
    canvas.write(x + 90, y + 70, QLatin1String(message.first), 2, PixelCanvas::Black);
    canvas.write(x + 90, y + 96, QLatin1String(message.second), 2, PixelCanvas::DarkGrey);
    canvas.fill(x, y + 166, 656, 54, PixelCanvas::LightGrey);
    canvas.fill(x + 536, y + 178, 100, 30, accent);
    canvas.write(x + 574, y + 186, QStringLiteral("OK"), 2, PixelCanvas::White);
    canvas.frame(x, y, 656, 220, PixelCanvas::DarkGrey);
    return canvas.toPng();
}

QByteArray drawDemoPhoto(DemoRandom *random)
{
    PixelCanvas canvas(640, 420, PixelCanvas::LightGrey);
    canvas.fill(0, 300, 640, 120, PixelCanvas::Brown);  // desk
    canvas.fill(120, 50, 320, 200, PixelCanvas::Black); // screen
    canvas.fill(130, 60, 300, 176, random->chance(70) ? PixelCanvas::DarkGrey : PixelCanvas::DarkBlue);
    canvas.fill(262, 250, 36, 44, PixelCanvas::DarkGrey);
    canvas.fill(210, 290, 140, 12, PixelCanvas::DarkGrey);
    canvas.disc(424, 244, 3, random->chance(50) ? PixelCanvas::Yellow : PixelCanvas::Green);
    canvas.write(218, 138, random->chance(50) ? QStringLiteral("No signal") : QStringLiteral("DP 1 ..."), 3,
                 PixelCanvas::Grey);
    canvas.fill(486, 270, 110, 36, PixelCanvas::Black); // dock
    canvas.disc(580, 288, 4, random->chance(60) ? PixelCanvas::Yellow : PixelCanvas::White);
    canvas.fill(300, 320, 200, 10, PixelCanvas::Black); // cable
    canvas.fill(496, 304, 8, 24, PixelCanvas::Black);
    canvas.disc(80, 340, 26, PixelCanvas::White); // cup
    canvas.disc(80, 340, 20, PixelCanvas::Brown);
    return canvas.toPng();
}

} // namespace deskhand
