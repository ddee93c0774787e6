// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/device_list_model.h"
#include "widgets/area_context.h"

#include <QDialog>

class QListView;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace deskhand {

class ErrorBanner;
class PlainLabel;

/// A person's account at a service: on which computers they are signed in, each with a way to sign it out, and the
/// second factor: set up, with recovery codes that are shown once, or taken away. Account, clock and everything in the
/// context outlive it.
class AccountWindow final : public QDialog
{
    Q_OBJECT

public:
    AccountWindow(const AreaContext &context, ServiceAccount &account, const Clock &clock, QWidget *parent = nullptr);

    void start(const QByteArray &token);
    [[nodiscard]] DeviceListModel &devices() { return m_devices; }

private:
    [[nodiscard]] QWidget *buildDevices();
    [[nodiscard]] QWidget *buildSecondFactor();
    [[nodiscard]] QWidget *buildOffer();
    void askSignOut();
    void offer();
    void confirm();
    void drop();
    void showOffer(const SecondFactorOffer &offer);
    void showCodes(const QStringList &codes);
    void showState();
    void fail(const QString &what, const Error &error);

    AreaContext m_context;
    ServiceAccount &m_account;
    QByteArray m_token;
    DeviceListModel m_devices;
    ErrorBanner *m_error;
    QListView *m_list = nullptr;
    QPushButton *m_signOut = nullptr;
    QPushButton *m_signOutAll = nullptr;
    QStackedWidget *m_factor = nullptr;
    QLineEdit *m_password = nullptr;
    PlainLabel *m_secret = nullptr;
    PlainLabel *m_uri = nullptr;
    QLineEdit *m_code = nullptr;
    QPlainTextEdit *m_codes = nullptr;
};

} // namespace deskhand
