// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand_painter/painted_paper.h"

#include "charts/chart_inks.h"
#include "charts/report_document.h"

#include <QFont>
#include <QGuiApplication>
#include <QRegularExpression>

namespace deskhand {
namespace {

constexpr int pictureWidth = 598; // a card of a mail without its margins
constexpr int fontPixels = 12;

ChartStyle mailStyle()
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(fontPixels);
    return paperStyle(font);
}

OutgoingFile pictureOfCard(const ReportPaperCard &card, int number, const ChartWords &words, const ChartStyle &style,
                           QSize size)
{
    OutgoingFile file;
    file.name = reportPictureName(card, number + 1);
    file.type = QStringLiteral("image/png");
    file.bytes = reportPicturePng(*card.chart, words, style, size);
    file.isInline = true;
    file.contentId = reportPictureId(number);
    return file;
}

OutgoingFile pdfOf(const ReportPaper &paper, const ChartWords &words, const ChartStyle &style)
{
    static const QRegularExpression unfit(QStringLiteral("[^\\w-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString name = paper.subject.left(100);
    name.replace(unfit, QStringLiteral("-"));
    OutgoingFile file;
    file.name = name + QStringLiteral(".pdf");
    file.type = QStringLiteral("application/pdf");
    file.bytes = reportPdf(paper, words, style);
    return file;
}

} // namespace

ReportMail paintedPaper(const PaperOrder &order, const QLocale &locale)
{
    const ReportPaper paper = reportPaper(order.letter, locale);
    const ChartStyle style = mailStyle();
    ChartWords words;
    words.locale = locale;
    ReportMail mail;
    mail.subject = paper.subject;
    mail.language = locale.bcp47Name();
    QVector<QSize> sizes;
    for (int i = 0; order.kind != PaperKind::Pdf && i < paper.cards.size(); ++i) {
        const ReportPaperCard &card = paper.cards.at(i);
        sizes.append(card.chart ? reportPictureSize(*card.chart, pictureWidth) : QSize());
        if (card.chart)
            mail.files.append(pictureOfCard(card, i, words, style, sizes.last()));
    }
    if (order.kind == PaperKind::Pdf || (order.kind == PaperKind::Mail && order.letter.schedule.pdf))
        mail.files.append(pdfOf(paper, words, style));
    if (order.kind == PaperKind::Mail) {
        mail.text = reportPaperText(paper, locale);
        mail.html = reportPaperHtml(paper, sizes, mail.language);
    }
    return mail;
}

} // namespace deskhand
