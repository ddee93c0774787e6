// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QDialog>

class QCalendarWidget;
class QTimeEdit;

namespace deskhand {

/// Asks for a day and a time.
class DateDialog final : public QDialog
{
    Q_OBJECT

public:
    DateDialog(const QString &title, Instant start, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(deskhand::Instant at);

private:
    QCalendarWidget *m_day;
    QTimeEdit *m_time;
};

} // namespace deskhand
