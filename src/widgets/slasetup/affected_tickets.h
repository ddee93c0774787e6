// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/query.h"
#include "operations/sla_report.h"
#include "widgets/slasetup/sla_setup_context.h"

#include <QWidget>

class QComboBox;
class QListWidget;

namespace deskhand {

class PlainLabel;

/// The tickets that a change of a promise is about, by what becomes of them. One that is activated is opened in the
/// main window.
class AffectedTickets final : public QWidget
{
    Q_OBJECT

public:
    explicit AffectedTickets(const SlaSetupContext &context, QWidget *parent = nullptr);

    void setImpact(const SlaImpact &impact);
    void clear();

private:
    void ask();
    void fill(const QVector<TicketRow> &rows);

    SlaSetupContext m_context;
    QComboBox *m_which;
    QListWidget *m_list;
    PlainLabel *m_more;
    SlaImpact m_impact;
    quint64 m_question = 0;
};

} // namespace deskhand
