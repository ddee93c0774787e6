// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/query.h"

#include <QWidget>

class QVBoxLayout;

namespace deskhand {

class Theme;

/// In the side panel: tickets that were merged into this one, each with the way back, and those that it is linked to.
class RelatedCard final : public QWidget
{
    Q_OBJECT

public:
    RelatedCard(const Theme &theme, const CatalogHolder &catalog, QWidget *parent = nullptr);

    /// False: there is nothing to show.
    bool setDetail(const TicketDetail &detail);

Q_SIGNALS:
    void openRequested(deskhand::TicketId ticket);
    void unmergeRequested(const deskhand::MergedTicket &merged);

private:
    void addMerged(const MergedTicket &merged);
    void addLink(const TicketLink &link);
    void clear();

    const Theme &m_theme;
    const CatalogHolder &m_catalog;
    QVBoxLayout *m_lines;
    QStringList m_shown; ///< what the lines are made of: the same again leaves them, and the keyboard, alone
};

} // namespace deskhand
