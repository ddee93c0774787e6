// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_settings_presenter.h"
#include "widgets/area_context.h"
#include "widgets/settings/settings_page.h"

class QSpinBox;
class QComboBox;

namespace deskhand {

class ErrorBanner;
class PlainLabel;
class SettingsForm;

/// How long one's own replies wait, and what the desk does with mail: the time to take a reply back, when the recipient
/// guard asks, and the limits that keep machines from writing to each other.
class MailPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// Both outlive it.
    MailPage(const AreaContext &context, MailOverview &overview, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("mail"); }
    [[nodiscard]] QString group() const override { return tr("Mail"); }
    [[nodiscard]] QString title() const override { return tr("Sending and limits"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("mail-send"); }
    [[nodiscard]] QStringList keywords() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Number {
        QSpinBox *box = nullptr;
        int MailSettings::*value = nullptr;
    };
    void buildOwn();
    void buildDesk();
    void addNumber(SettingsForm *form, const QString &label, const char *objectName, int MailSettings::*value,
                   int smallest, int largest, const QString &suffix, const QString &hint);
    void load();
    void loadOwn();
    void takeDesk();

    AreaContext m_context;
    MailOverview &m_overview;
    MailSettingsPresenter m_presenter;
    bool m_loading = false;
    ErrorBanner *m_banner;
    SettingsForm *m_own;
    QComboBox *m_undo;
    SettingsForm *m_desk;
    PlainLabel *m_forAdmins;
    PlainLabel *m_saved;
    QVector<Number> m_numbers;
};

} // namespace deskhand
