// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/presence_marks.h"

#include "models/ticket_text.h"
#include "widgets/elided_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket_marks.h"

#include <QPainter>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int markSize = 24;
constexpr int markStep = 32;
constexpr int markOverhang = 6; ///< of the sign at its foot
constexpr int mostMarks = 3;    ///< the last of them says how many more there are
constexpr int narrowestWords = 80;

} // namespace

PresenceMarks::PresenceMarks(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("presenceMarks"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void PresenceMarks::setColleagues(const QVector<PresentColleague> &colleagues)
{
    if (colleagues == m_colleagues)
        return;
    m_colleagues = colleagues;
    m_words = PresenceBoard::words(colleagues);
    setAccessibleName(m_words);
    QStringList lines;
    for (const PresentColleague &colleague : colleagues)
        lines.append(PresenceBoard::words({colleague}));
    setToolTip(plainToolTip(lines.join(u'\n')));
    setVisible(!colleagues.isEmpty());
    updateGeometry();
    update();
}

void PresenceMarks::setRoomForWords(int width)
{
    const int room = width < narrowestWords ? 0 : width;
    if (room == m_room)
        return;
    m_room = room;
    updateGeometry();
    update();
}

int PresenceMarks::wordsWidth() const
{
    if (m_room == 0)
        return 0;
    const QFontMetrics font(m_theme.font(TextStyle::Small));
    return std::min(m_room, font.horizontalAdvance(m_words) + 1) + metrics::small;
}

QSize PresenceMarks::sizeHint() const
{
    const int marks = int(std::min<qsizetype>(m_colleagues.size(), mostMarks));
    if (marks == 0)
        return {0, 0};
    return {wordsWidth() + (marks - 1) * markStep + markSize + markOverhang, markSize + markOverhang};
}

void PresenceMarks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int words = wordsWidth();
    if (words > 0) {
        painter.setFont(m_theme.font(TextStyle::Small));
        painter.setPen(m_theme.color(Token::TextMuted));
        const QRect room(0, 0, words - metrics::small, height());
        painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignRight) | Qt::TextSingleLine,
                         elidedText(painter.fontMetrics(), m_words, Qt::ElideRight, room.width()));
    }
    const qsizetype shown = std::min<qsizetype>(m_colleagues.size(), mostMarks);
    for (qsizetype i = 0; i < shown; ++i) {
        const QRectF square(words + i * markStep, (height() - markSize - markOverhang / 2) / 2.0, markSize, markSize);
        const bool rest = i == mostMarks - 1 && m_colleagues.size() > mostMarks;
        const QString text =
            rest ? u'+' + QString::number(m_colleagues.size() - i) : TicketText::initials(m_colleagues.at(i).name);
        ticket_marks::paintPresence(&painter, square, text, m_colleagues.at(i).kind, m_theme);
    }
}

} // namespace deskhand
