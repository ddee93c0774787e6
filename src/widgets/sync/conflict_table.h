// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"

#include <QWidget>

class QGridLayout;

namespace deskhand {

class Theme;

/// The fields of a conflict with both values side by side: mine, and theirs with who set it and when.
class ConflictTable final : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictTable(const Theme &theme, QWidget *parent = nullptr);

    void setConflicts(const QVector<FieldConflict> &conflicts, Instant now);

private:
    void addCell(int row, int column, const QString &text, bool strong);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QVector<FieldConflict> m_shown;
};

} // namespace deskhand
