// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/target_matrix.h"

#include "models/sla/policy_presenter.h"
#include "models/sla_words.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QHeaderView>

namespace deskhand {

TargetMatrix::TargetMatrix(const SlaSetupContext &context, PolicyPresenter &presenter, QWidget *parent)
    : QTableWidget(parent)
    , m_context(context)
    , m_presenter(presenter)
{
    setObjectName(QStringLiteral("targetMatrixTableWidget"));
    setAccessibleName(tr("Promised times by target and priority"));
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setRowCount(int(allSlaTargetKinds.size()));
    verticalHeader()->setDefaultSectionSize(context.area.theme.controlHeight());
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    buildColumns();
    connect(&presenter, &PolicyPresenter::changed, this, &TargetMatrix::load);
    connect(&context.area.theme, &Theme::changed, this, &TargetMatrix::load); // cells have colours
    connect(this, &QTableWidget::cellChanged, this, &TargetMatrix::take);
    connect(this, &QTableWidget::currentCellChanged, this, [this] { Q_EMIT targetChosen(currentTarget()); });
    load();
    setCurrentCell(0, 0);
    setFixedHeight(horizontalHeader()->sizeHint().height() + rowCount() * context.area.theme.controlHeight() + 4);
}

void TargetMatrix::buildColumns()
{
    QStringList titles;
    for (const Priority &priority : m_context.overview.catalog().catalog()->priorities) {
        if (!priority.active)
            continue;
        m_priorities.append(priority.id);
        titles.append(priority.name);
    }
    m_priorities.append(PriorityId{});
    titles.append(tr("Others"));
    setColumnCount(int(titles.size()));
    setHorizontalHeaderLabels(titles);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(10 * fontMetrics().averageCharWidth());
    for (int row = 0; row < rowCount(); ++row) {
        const SlaTargetKind kind = allSlaTargetKinds[std::size_t(row)];
        auto *title = new QTableWidgetItem(slaTargetText(kind));
        title->setToolTip(plainToolTip(slaTargetHint(kind)));
        setVerticalHeaderItem(row, title);
        for (int column = 0; column < columnCount(); ++column)
            setItem(row, column, new QTableWidgetItem);
    }
}

SlaTargetKind TargetMatrix::currentTarget() const
{
    return currentRow() < 0 ? SlaTargetKind::None : allSlaTargetKinds[std::size_t(currentRow())];
}

PriorityId TargetMatrix::priorityOf(int column) const
{
    return m_priorities.value(column);
}

QString TargetMatrix::currentProblem() const
{
    return m_presenter.amountProblem(currentTarget(), priorityOf(currentColumn()));
}

void TargetMatrix::load()
{
    m_loading = true;
    for (int row = 0; row < rowCount(); ++row) {
        const SlaTargetKind kind = allSlaTargetKinds[std::size_t(row)];
        for (int column = 0; column < columnCount(); ++column) {
            const PriorityId priority = priorityOf(column);
            QTableWidgetItem *cell = item(row, column);
            const QString text = m_presenter.amountText(kind, priority);
            const QString problem = m_presenter.amountProblem(kind, priority);
            const auto amount = slaAmountFromText(text);
            cell->setText(text);
            cell->setTextAlignment(Qt::AlignCenter);
            cell->setBackground(problem.isEmpty() ? QBrush() : m_context.area.theme.color(Token::DangerTint));
            const Theme &theme = m_context.area.theme;
            cell->setForeground(!problem.isEmpty()                       ? theme.color(Token::Danger)
                                : m_presenter.isOfOthers(kind, priority) ? theme.color(Token::TextMuted)
                                                                         : theme.color(Token::Text));
            cell->setToolTip(plainToolTip(!problem.isEmpty() ? problem : amount ? slaPromiseText(*amount) : QString()));
            const QString said = !problem.isEmpty() ? problem : amount ? slaPromiseText(*amount) : tr("not promised");
            const QString priorityName = horizontalHeaderItem(column)->text();
            cell->setData(
                Qt::AccessibleTextRole,
                tr("%1, %2: %3", "a target, a priority, a time").arg(slaTargetText(kind), priorityName, said));
        }
    }
    m_loading = false;
}

void TargetMatrix::take(int row, int column)
{
    if (m_loading || row < 0)
        return;
    m_presenter.setAmountText(allSlaTargetKinds[std::size_t(row)], priorityOf(column), item(row, column)->text());
}

} // namespace deskhand
