// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "mail/mail_import.h"

#include <QDir>

namespace deskhand::bench {

void benchImport(BenchDesk &bench)
{
    const QString mails = QStringLiteral(DESKHAND_SHARED_DATA "/mail");
    if (!QDir(mails).exists()) {
        qInfo("import: there is no %s", qPrintable(mails));
        return;
    }
    const auto desk = LocalDesk::open(bench.copyToChange());
    if (!desk)
        giveUp(desk.error().detail);
    MailImportReport imported;
    const double took = milliseconds([&] { imported = importMail(**desk, {mails}); });
    if (imported.opened == 0)
        giveUp(QStringLiteral("no mail was imported"));
    report({QStringLiteral("import"),
            QStringLiteral("%1 mails of the shared corpora").arg(imported.seen),
            double(imported.seen) * 1000 / took,
            QStringLiteral("mails/s"),
            {},
            300.0});
    MailImportReport again;
    const double tookAgain = milliseconds([&] { again = importMail(**desk, {mails}); });
    if (again.opened > 0 || again.followUps > 0)
        giveUp(QStringLiteral("a second run imported %1 mails again").arg(again.opened + again.followUps));
    report({QStringLiteral("import"),
            QStringLiteral("the same again, nothing imported twice"),
            double(again.seen) * 1000 / tookAgain,
            QStringLiteral("mails/s"),
            {},
            {}});
}

} // namespace deskhand::bench
