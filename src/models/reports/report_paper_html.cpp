// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_paper.h"

namespace deskhand {
namespace {

// Programs that know the style sheet follow the theme; the others show the inline colours, each text with its plane.
constexpr auto paperStyles = R"(:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.pad{padding-left:14px!important;padding-right:14px!important}}
@media (prefers-color-scheme:dark){
.page{background-color:#14171b!important}.card{background-color:#1f242a!important;border-color:#39414a!important}
.text{color:#f0f2f4!important}.muted{color:#a9b3bd!important}.good{color:#5cc689!important}.bad{color:#ff8e86!important}
.rule{border-color:#39414a!important}.picture{background-color:#ffffff!important}})";

constexpr auto paperFonts =
    "font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;";

QString paperParagraph(const char *css, const QString &style, const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<p class=\"%1\" style=\"margin:0;%2%3\">%4</p>\n")
        .arg(QLatin1String(css), QLatin1String(paperFonts), style, text.toHtmlEscaped());
}

QString paperChange(const ReportChange &change)
{
    const char *css = change.meaning == ReportChange::Meaning::Better  ? "good"
                      : change.meaning == ReportChange::Meaning::Worse ? "bad"
                                                                       : "muted";
    const char *color = change.meaning == ReportChange::Meaning::Better  ? "#116b3a"
                        : change.meaning == ReportChange::Meaning::Worse ? "#b3261e"
                                                                         : "#59636e";
    const char *arrow = change.direction == ReportChange::Direction::Up     ? "▲ "
                        : change.direction == ReportChange::Direction::Down ? "▼ "
                                                                            : "";
    if (change.text.isEmpty())
        return {};
    return paperParagraph(css, QStringLiteral("font-size:14px;line-height:20px;color:%1;").arg(QLatin1String(color)),
                          QString::fromUtf8(arrow) + change.text);
}

QString paperPicture(const ReportPaperCard &card, int number, QSize size)
{
    if (size.isEmpty())
        return {};
    return QStringLiteral(
               "<div class=\"picture\" style=\"margin:12px 0 0 0;background-color:#ffffff;border-radius:4px\">"
               "<img src=\"cid:%1\" width=\"%2\" height=\"%3\" alt=\"%4\" style=\"display:block;width:100%;"
               "max-width:%2px;height:auto;border:0;color:#1a1e24;font-size:13px\"></div>\n")
        .arg(reportPictureId(number))
        .arg(size.width())
        .arg(size.height())
        .arg(card.alt.toHtmlEscaped());
}

QString paperCounting(const ReportPaperCard &card)
{
    QString rows;
    for (const CountingFact &fact : card.counting) {
        const QString cell =
            QStringLiteral("<td class=\"muted\" valign=\"top\" style=\"%1font-size:12px;line-height:17px;"
                           "color:#59636e;padding:2px 12px 0 0;%2\">%3</td>");
        rows += QStringLiteral("<tr>")
                + cell.arg(QLatin1String(paperFonts), QStringLiteral("width:108px"), fact.title.toHtmlEscaped())
                + cell.arg(QLatin1String(paperFonts), QString(), fact.text.toHtmlEscaped()) + QStringLiteral("</tr>\n");
    }
    if (rows.isEmpty())
        return {};
    return QStringLiteral(
               "<table role=\"presentation\" class=\"rule\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
               "border=\"0\" style=\"margin-top:12px;border-top:1px solid #e4e7eb;padding-top:8px\">\n")
           + rows + QStringLiteral("</table>\n");
}

QString paperCard(const ReportPaperCard &card, int number, QSize size)
{
    QString inside = QStringLiteral("<h2 class=\"text\" style=\"margin:0;%1font-size:16px;line-height:22px;"
                                    "font-weight:600;color:#1a1e24\">%2</h2>\n")
                         .arg(QLatin1String(paperFonts), card.title.toHtmlEscaped());
    inside += paperParagraph("muted", QStringLiteral("font-size:13px;line-height:18px;color:#59636e;"), card.period);
    if (card.failure.isEmpty()) {
        inside += paperParagraph(
            "text", QStringLiteral("font-size:30px;line-height:40px;font-weight:600;color:#1a1e24;"), card.number);
        inside += paperChange(card.change);
        const QString small = card.note.isEmpty() ? card.tickets : card.note + QStringLiteral(" · ") + card.tickets;
        inside += paperParagraph("muted", QStringLiteral("font-size:13px;line-height:18px;color:#59636e;"), small);
    } else {
        inside += paperParagraph(
            "text", QStringLiteral("font-size:14px;line-height:20px;color:#1a1e24;padding-top:8px;"), card.failure);
    }
    inside += paperParagraph("bad", QStringLiteral("font-size:13px;line-height:18px;color:#b3261e;"), card.caveat);
    inside += paperPicture(card, number, size) + paperCounting(card);
    return QStringLiteral(
               "<tr><td style=\"padding:0 0 16px 0\"><table role=\"presentation\" class=\"card\" width=\"100%\" "
               "cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"background-color:#ffffff;border:1px "
               "solid #dfe3e8;border-radius:8px\"><tr><td class=\"pad\" style=\"padding:16px 20px\">\n")
           + inside + QStringLiteral("</td></tr></table></td></tr>\n");
}

} // namespace

QString reportPaperHtml(const ReportPaper &paper, const QVector<QSize> &pictures, const QString &language)
{
    QString cards;
    for (int i = 0; i < paper.cards.size(); ++i)
        cards += paperCard(paper.cards.at(i), i, pictures.value(i));
    const QString lang = language.isEmpty() ? QString() : QStringLiteral(" lang=\"%1\"").arg(language.toHtmlEscaped());
    const QString head =
        QStringLiteral("<tr><td class=\"pad\" style=\"padding:0 20px 16px 20px\">\n<h1 class=\"text\" style=\"margin:0;"
                       "%1font-size:22px;line-height:30px;font-weight:600;color:#1a1e24\">%2</h1>\n")
            .arg(QLatin1String(paperFonts), paper.title.toHtmlEscaped())
        + paperParagraph("muted", QStringLiteral("font-size:13px;line-height:18px;color:#4a535d;"),
                         paper.desk.isEmpty() ? paper.moment : paper.desk + QStringLiteral(" · ") + paper.moment)
        + QStringLiteral("</td></tr>\n");
    QString foot;
    for (const QString &text : {paper.counted, paper.where, paper.why})
        foot += paperParagraph("muted", QStringLiteral("font-size:12px;line-height:18px;color:#4a535d;"), text);
    return QStringLiteral("<!DOCTYPE html>\n<html%1>\n<head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                          "<meta name=\"color-scheme\" content=\"light dark\">"
                          "<meta name=\"supported-color-schemes\" content=\"light dark\">"
                          "<title>%2</title>\n<style>\n%3\n</style></head>\n")
               .arg(lang, paper.subject.toHtmlEscaped(), QLatin1String(paperStyles))
           + QStringLiteral(
               "<body class=\"page\" style=\"margin:0;padding:0;background-color:#eef1f4\">\n"
               "<table role=\"presentation\" class=\"page\" width=\"100%\" cellpadding=\"0\" "
               "cellspacing=\"0\" border=\"0\" style=\"background-color:#eef1f4\"><tr>"
               "<td align=\"center\" style=\"padding:24px 8px\">\n<table role=\"presentation\" width=\"640\" "
               "cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;max-width:640px;"
               "text-align:left\">\n")
           + head + cards + QStringLiteral("<tr><td class=\"pad\" style=\"padding:0 20px\">\n") + foot
           + QStringLiteral("</td></tr>\n</table>\n</td></tr></table>\n</body>\n</html>\n");
}

} // namespace deskhand
