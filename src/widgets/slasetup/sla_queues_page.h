// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "widgets/slasetup/sla_page.h"

class QComboBox;
class QTreeWidget;

namespace deskhand {

class PlainLabel;
class SettingsForm;

/// By which calendar each queue's clocks go, and who is told when a promise is in danger.
class SlaQueuesPage final : public SlaPage
{
    Q_OBJECT

public:
    explicit SlaQueuesPage(const SlaSetupContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("sla-queues"); }
    [[nodiscard]] QString title() const override { return tr("Queues and who is told"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("group"); }
    [[nodiscard]] QStringList keywords() const override;

    void chooseQueue(QueueId id);

private:
    [[nodiscard]] QWidget *build();
    void load();
    void loadQueue();
    void take();
    [[nodiscard]] QueueId currentQueue() const;
    void fillPeople(QComboBox *box, PersonId chosen, const Person *above);

    bool m_loading = false;
    QTreeWidget *m_tree = nullptr;
    SettingsForm *m_form = nullptr;
    PlainLabel *m_name = nullptr;
    QComboBox *m_calendar = nullptr;
    QComboBox *m_lead = nullptr;
    QComboBox *m_manager = nullptr;
    QComboBox *m_onCall = nullptr;
};

} // namespace deskhand
