// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/area_context.h"

#include <QWidget>

#include <array>

class QLineEdit;

namespace deskhand {

class CalendarPresenter;
class PlainLabel;
class WeekGrid;

/// The working week of a calendar: painted on a grid, or typed to the minute beside each day.
class WeekEditor final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    WeekEditor(const AreaContext &context, CalendarPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] WeekGrid *grid() const { return m_grid; }

private:
    void build();
    void load();
    void copyMonday();

    AreaContext m_context;
    CalendarPresenter &m_presenter;
    WeekGrid *m_grid;
    std::array<QLineEdit *, 7> m_fields{};
    PlainLabel *m_sum;
    int m_typedDay = -1; ///< in whose field somebody types; -1: none
};

} // namespace deskhand
