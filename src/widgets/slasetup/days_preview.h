// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/working_time.h"

#include <QTimeZone>
#include <QWidget>

namespace deskhand {

class Theme;

/// The days to come by a calendar: what is open when, as bars from midnight to midnight, and holidays by their names.
class DaysPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit DaysPreview(const Theme &theme, QWidget *parent = nullptr);

    void setDays(const QVector<WorkingTime::Day> &days, const QTimeZone &zone);
    /// One line a day, as a screen reader has it.
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QString spans(const WorkingTime::Day &day) const;
    [[nodiscard]] QString words(const WorkingTime::Day &day) const;

    const Theme &m_theme;
    QVector<WorkingTime::Day> m_days;
    QTimeZone m_zone;
};

} // namespace deskhand
