// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/send_later_menu.h"

#include "models/notices.h"
#include "models/reminder_times.h"
#include "widgets/ticket/date_dialog.h"

#include <QCoreApplication>
#include <QMenu>

namespace deskhand {

namespace {

struct SendLaterWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::SendLaterMenu)
};

} // namespace

void addSendLaterTimes(QMenu *menu, const Clock &clock, Notices &notices, std::function<void(Instant at)> chosen)
{
    const QVector<ReminderTime> times = sendLaterTimes(clock.now());
    for (const ReminderTime &time : times)
        menu->addAction(time.text, menu, [chosen, at = time.at] { chosen(at); });
    menu->addSeparator();
    // The dialog outlives the menu, and goes with the window that the menu belongs to.
    QWidget *window = menu->parentWidget() != nullptr ? menu->parentWidget()->window() : nullptr;
    menu->addAction(SendLaterWords::tr("Pick date and time…"), menu,
                    [&clock, &notices, chosen, window, start = times.at(times.size() > 2 ? 2 : 1).at] {
                        auto *dialog = new DateDialog(SendLaterWords::tr("Send later"), start, window);
                        QObject::connect(dialog, &DateDialog::chosen, dialog, [&clock, &notices, chosen](Instant at) {
                            if (at > clock.now())
                                chosen(at);
                            else
                                notices.post(SendLaterWords::tr("That moment has passed. Nothing was sent."));
                        });
                        dialog->open();
                    });
}

} // namespace deskhand
