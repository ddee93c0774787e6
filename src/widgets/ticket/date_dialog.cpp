// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/date_dialog.h"

#include "widgets/plain_label.h"

#include <QCalendarWidget>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace deskhand {

DateDialog::DateDialog(const QString &title, Instant start, QWidget *parent)
    : QDialog(parent)
    , m_day(new QCalendarWidget(this))
    , m_time(new QTimeEdit(this))
{
    setObjectName(QStringLiteral("dateDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(start);
    m_day->setObjectName(QStringLiteral("dayCalendarWidget"));
    m_day->setAccessibleName(tr("Day"));
    m_day->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_day->setSelectedDate(local.date());
    m_time->setObjectName(QStringLiteral("timeTimeEdit"));
    m_time->setAccessibleName(tr("Time"));
    m_time->setTime(QTime(local.time().hour(), local.time().minute()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *line = new QHBoxLayout;
    line->addWidget(new PlainLabel(tr("At"), this));
    line->addWidget(m_time);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_day);
    layout->addLayout(line);
    layout->addWidget(buttons);
    connect(m_day, &QCalendarWidget::activated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT chosen(QDateTime(m_day->selectedDate(), m_time->time()).toMSecsSinceEpoch()); });
}

} // namespace deskhand
