// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/report_card_presenter.h"
#include "widgets/area_context.h"

#include <QDialog>
#include <QPointer>

class QVBoxLayout;

namespace deskhand {

/// "How it is counted": the exact definition of a report and all that its number depends on, kept up with it.
class CountingCard final : public QDialog
{
    Q_OBJECT

public:
    CountingCard(const AreaContext &context, ReportCardPresenter &presenter, QWidget *parent);

    [[nodiscard]] QString asText() const;

private:
    void fill();

    AreaContext m_context;
    QPointer<ReportCardPresenter> m_presenter;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_layout;
    QVector<CountingFact> m_shown;
};

} // namespace deskhand
