// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/days_preview.h"

#include "widgets/elided_text.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QPainter>

namespace deskhand {

namespace {

constexpr int dayBarHeight = 4;
constexpr qint64 dayLength = 24 * 3600 * qint64(1000);

} // namespace

DaysPreview::DaysPreview(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("daysPreview"));
    setAccessibleName(tr("The next 14 days"));
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DaysPreview::setDays(const QVector<WorkingTime::Day> &days, const QTimeZone &zone)
{
    m_days = days;
    m_zone = zone;
    setAccessibleDescription(lines().join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int DaysPreview::rowHeight() const
{
    return QFontMetrics(m_theme.font(TextStyle::Small)).height() + dayBarHeight + metrics::small;
}

QSize DaysPreview::sizeHint() const
{
    return {250, int(qMax<qsizetype>(1, m_days.size())) * rowHeight()};
}

QString DaysPreview::spans(const WorkingTime::Day &day) const
{
    QStringList parts;
    for (const TimeSpan &span : day.working) {
        const auto text = [this, &day](Instant at) {
            const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, m_zone);
            const bool midnight = time.time() == QTime(0, 0) && time.date() > day.date;
            return midnight ? QStringLiteral("24:00") : time.toString(QStringLiteral("HH:mm"));
        };
        parts.append(text(span.from) + u'–' + text(span.to));
    }
    return parts.join(QStringLiteral(", "));
}

QString DaysPreview::words(const WorkingTime::Day &day) const
{
    const QString open = spans(day);
    const QString name = !day.isHoliday ? QString() : day.holiday.isEmpty() ? tr("holiday") : day.holiday;
    if (open.isEmpty())
        return name.isEmpty() ? tr("closed") : name;
    return name.isEmpty() ? open : tr("%1 · %2", "open times, name of a holiday").arg(open, name);
}

QStringList DaysPreview::lines() const
{
    QStringList all;
    for (const WorkingTime::Day &day : m_days)
        all.append(locale().toString(day.date, QStringLiteral("ddd d MMM")) + QStringLiteral(": ") + words(day));
    return all;
}

void DaysPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextStyle::Small));
    const QFontMetrics letters = painter.fontMetrics();
    int labels = 0;
    for (const WorkingTime::Day &day : m_days)
        labels = qMax(labels, letters.horizontalAdvance(locale().toString(day.date, QStringLiteral("ddd d MMM"))));
    labels += metrics::medium;
    for (int i = 0; i < m_days.size(); ++i) {
        const WorkingTime::Day &day = m_days.at(i);
        const QRect row(0, i * rowHeight(), width(), rowHeight());
        const bool closed = day.working.isEmpty();
        painter.setPen(m_theme.color(closed ? Token::TextMuted : Token::Text));
        painter.drawText(QRect(0, row.top(), labels, letters.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         locale().toString(day.date, QStringLiteral("ddd d MMM")));
        painter.setPen(m_theme.color(day.isHoliday ? Token::Warning : closed ? Token::TextMuted : Token::Text));
        const QRect text(labels, row.top(), width() - labels, letters.height());
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         elidedText(letters, words(day), Qt::ElideRight, text.width()));
        const QRect bar(labels, row.top() + letters.height() + 1, width() - labels, dayBarHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Hover));
        painter.drawRoundedRect(bar, 2, 2);
        painter.setBrush(m_theme.color(Token::Accent));
        const Instant midnight = day.date.startOfDay(m_zone).toMSecsSinceEpoch();
        for (const TimeSpan &span : day.working) {
            const double from = double(qMax<qint64>(0, span.from - midnight)) / dayLength;
            const double to = double(qMin<qint64>(dayLength, span.to - midnight)) / dayLength;
            painter.drawRoundedRect(
                QRectF(bar.left() + from * bar.width(), bar.top(), qMax(2.0, (to - from) * bar.width()), bar.height()),
                2, 2);
        }
    }
}

} // namespace deskhand
