// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidepanel/history_list.h"

#include "models/time_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

namespace deskhand {

namespace {
constexpr int dotRoom = 14;
} // namespace

HistoryList::HistoryList(HistoryModel &model, const CatalogHolder &catalog, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_catalog(catalog)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("historyList"));
    setAccessibleName(tr("History"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&model, &QAbstractItemModel::modelReset, this, &HistoryList::refresh);
    connect(&theme, &Theme::changed, this, &HistoryList::refresh);
}

void HistoryList::refresh()
{
    QStringList spoken;
    for (int row = 0; row < qMin(20, m_model.rowCount()); ++row)
        spoken.append(m_model.index(row).data(Qt::AccessibleTextRole).toString());
    setAccessibleDescription(spoken.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QString HistoryList::textOf(int row) const
{
    return m_model.index(row).data().toString();
}

QVector<HistoryList::Line> HistoryList::arrange(int width) const
{
    const QFontMetrics fontMetrics(m_theme.font(TextStyle::Small));
    QVector<Line> lines;
    int y = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        Line line;
        const int textWidth = qMax(40, width - dotRoom);
        const QRect needed = fontMetrics.boundingRect(QRect(0, 0, textWidth, 10'000), Qt::TextWordWrap, textOf(row));
        line.what = QRect(dotRoom, y, textWidth, needed.height());
        line.when = QRect(dotRoom, line.what.bottom() + 1, textWidth, fontMetrics.height());
        line.rect = QRect(0, y, width, needed.height() + fontMetrics.height() + metrics::small);
        y += line.rect.height();
        lines.append(line);
    }
    return lines;
}

int HistoryList::heightForWidth(int width) const
{
    const QVector<Line> lines = arrange(width);
    return lines.isEmpty() ? 0 : lines.last().rect.bottom() + 1;
}

QSize HistoryList::sizeHint() const
{
    return {200, heightForWidth(qMax(200, width()))};
}

void HistoryList::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QVector<Line> lines = arrange(width());
    const TimeWords words;
    painter.setFont(m_theme.font(TextStyle::Small));
    for (int row = 0; row < lines.size(); ++row) {
        const Line &line = lines.at(row);
        if (!line.rect.intersects(event->rect()))
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Border));
        painter.drawEllipse(QPointF(4, line.what.top() + painter.fontMetrics().height() / 2.0), 2.5, 2.5);
        painter.setPen(m_theme.color(Token::Text));
        painter.drawText(line.what, Qt::TextWordWrap, textOf(row));
        painter.setPen(m_theme.color(Token::TextMuted));
        painter.drawText(line.when, Qt::AlignLeft | Qt::AlignVCenter,
                         words.moment(m_model.line(row).at, m_catalog.now()));
    }
}

bool HistoryList::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QVector<Line> lines = arrange(width());
        for (int row = 0; row < lines.size(); ++row) {
            if (lines.at(row).rect.contains(help->pos()))
                QToolTip::showText(help->globalPos(), plainToolTip(TimeWords().exact(m_model.line(row).at)), this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace deskhand
