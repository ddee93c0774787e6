// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/sla_list_models.h"
#include "widgets/slasetup/sla_page.h"

class QListView;
class QPushButton;

namespace deskhand {

class PlainLabel;

/// What the check of the configuration finds, with a way to where it can be mended.
class SlaCheckPage final : public SlaPage
{
    Q_OBJECT

public:
    explicit SlaCheckPage(const SlaSetupContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("sla-check"); }
    [[nodiscard]] QString title() const override { return tr("Check of the promises"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("checkmark"); }
    [[nodiscard]] QStringList keywords() const override;

Q_SIGNALS:
    /// Somebody wants to go to what a finding is about.
    void placeRequested(const deskhand::SlaFinding &finding);

private:
    [[nodiscard]] QWidget *build();
    void showState();
    void go();

    SlaFindingListModel m_model;
    QListView *m_list = nullptr;
    QPushButton *m_go = nullptr;
    PlainLabel *m_whole = nullptr;
    PlainLabel *m_advice = nullptr;
};

} // namespace deskhand
