// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"

#include <QSet>
#include <QString>

namespace deskhand {

/// A delivery report in a mail server's own words.
struct ReportText {
    QString notice;   ///< what the server says
    QString returned; ///< the mail that came back, from its first header on; empty: not there
};

/// Parts the two where the returned mail begins: below a line that says so, or where headers stand.
[[nodiscard]] ReportText splitReport(const QString &text);

/// Who could not be reached according to the words of a server (qmail, Exim, Exchange, Notes, old sendmail, and the
/// services that write like them): addresses that stand alone on their line or before a colon, else those that are
/// named in a sentence or an SMTP command. `strangers`: addresses in lower case that are not meant (the report's sender
/// and the one that it is sent to), which count only when they stand alone.
[[nodiscard]] QVector<ReportedRecipient> readReportText(const QString &notice, const QSet<QString> &strangers,
                                                        int limit);

/// State and status of a recipient, from what was said of it and of the whole mail.
void judgeRecipient(const QString &said, const QString &notice, ReportedRecipient *recipient);

} // namespace deskhand
