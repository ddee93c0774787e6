// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_settings_presenter.h"
#include "widgets/area_context.h"
#include "widgets/settings/settings_page.h"

class QCheckBox;
class QComboBox;
class QSpinBox;
class QStackedWidget;
class QTreeWidget;

namespace deskhand {

class EmptyState;
class ErrorBanner;
class PlainLabel;
class SettingsForm;

/// What each queue does with mail: who sends for it, whether it acknowledges, and what becomes of an answer to a ticket
/// that is done.
class QueueMailPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// Both outlive it.
    QueueMailPage(const AreaContext &context, MailOverview &overview, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("queue-mail"); }
    [[nodiscard]] QString group() const override { return tr("Mail"); }
    [[nodiscard]] QString title() const override { return tr("Queues and mail"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("view-list-tree"); }
    [[nodiscard]] QStringList keywords() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *build();
    void load();
    void loadQueue();
    void fillMailboxes(const Queue &queue);
    void take();
    [[nodiscard]] QueueId currentQueue() const;

    AreaContext m_context;
    MailOverview &m_overview;
    MailSettingsPresenter m_presenter;
    bool m_loading = false;
    ErrorBanner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_forAdmins;
    QTreeWidget *m_tree = nullptr;
    SettingsForm *m_form = nullptr;
    PlainLabel *m_name = nullptr;
    QComboBox *m_mailbox = nullptr;
    QCheckBox *m_acknowledges = nullptr;
    QComboBox *m_followUp = nullptr;
    QSpinBox *m_days = nullptr;
};

} // namespace deskhand
