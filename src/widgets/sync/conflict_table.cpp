// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/conflict_table.h"

#include "models/command_text.h"
#include "models/conflict_text.h"
#include "models/time_text.h"
#include "widgets/plain_label.h"

#include <QGridLayout>

namespace deskhand {

ConflictTable::ConflictTable(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("conflictTable"));
    setAccessibleName(tr("Both values"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::large);
    m_grid->setVerticalSpacing(metrics::tight);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
}

void ConflictTable::addCell(int row, int column, const QString &text, bool strong)
{
    auto *cell = new PlainLabel(text, this);
    cell->setStyleOf(m_theme,
                     row == 0 ? TextStyle::SmallStrong
                     : strong ? TextStyle::Strong
                              : TextStyle::Body,
                     row == 0 || column == 0 ? Token::TextMuted : Token::Text);
    cell->setWordWrap(column > 0);
    m_grid->addWidget(cell, row, column);
}

void ConflictTable::setConflicts(const QVector<FieldConflict> &conflicts, Instant now)
{
    setVisible(!conflicts.isEmpty());
    if (conflicts == m_shown)
        return;
    m_shown = conflicts;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addCell(0, 1, tr("Yours"), false);
    addCell(0, 2, tr("Theirs, which stays for now"), false);
    int row = 1;
    for (const FieldConflict &conflict : conflicts) {
        addCell(row, 0, CommandText::fieldName(conflict.field), false);
        addCell(row, 1, ConflictText::mine(conflict), true);
        addCell(
            row, 2,
            tr("%1 (%2, %3)", "a value, who, when")
                .arg(ConflictText::theirs(conflict), ConflictText::who(conflict), TimeWords().moment(conflict.at, now)),
            true);
        ++row;
    }
}

} // namespace deskhand
