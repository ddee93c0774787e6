// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/charts/chart_data.h"
#include "models/reports/report_words.h"
#include "operations/report_letter.h"

#include <QSize>

namespace deskhand {

/// A report or a dashboard as it is mailed and printed: all that is said, and no pixel. Plain values; texts are plain.

struct ReportPaperCard {
    QString title;
    QString period; ///< "Last 7 days: 9 Nov 2026 – 15 Nov 2026"
    QString number; ///< "93.4 %"
    QString note;   ///< "18 of 24"; may be empty
    ReportChange change;
    QString tickets; ///< "412 tickets"; empty: there is no answer
    QString caveat;  ///< what is not in it; mostly empty
    QString failure; ///< why there is no number; else empty
    QVector<CountingFact> counting;
    std::optional<ChartData> chart; ///< none: the number says it all
    QString alt;                    ///< the picture in words
};

struct ReportPaper {
    QString title;   ///< of the report or dashboard
    QString desk;    ///< name of the desk; may be empty
    QString moment;  ///< "Monday, 16 November 2026 at 07:00 (Europe/Berlin)"
    QString subject; ///< of a mail
    QString why;     ///< why somebody gets this mail
    QString counted; ///< whose tickets are counted
    QString where;   ///< where in the program its tickets are
    QVector<ReportPaperCard> cards;
};

/// `locale`: in which numbers and dates are written. Words are in the language of the program's translators, which is
/// the process's: who writes to somebody else in their language does so in a process of its own.
[[nodiscard]] ReportPaper reportPaper(const ReportLetter &letter, const QLocale &locale);

/// The Content-ID of the picture of a card, and the name of its file.
[[nodiscard]] QString reportPictureId(int card);
[[nodiscard]] QString reportPictureName(const ReportPaperCard &card, int number);

/// The mail without pictures: every number, and the values behind each picture, `rows` of them at most.
[[nodiscard]] QString reportPaperText(const ReportPaper &paper, const QLocale &locale, int rows = 24);

/// The mail as a document of tables and inline styles, for programs that know little of CSS, in a light and a dark
/// theme. Pictures are named by reportPictureId(), `pictures` says how large each is shown (empty: it has none). All
/// texts are escaped; nothing is loaded from elsewhere and nothing can be clicked.
[[nodiscard]] QString reportPaperHtml(const ReportPaper &paper, const QVector<QSize> &pictures,
                                      const QString &language);

} // namespace deskhand
