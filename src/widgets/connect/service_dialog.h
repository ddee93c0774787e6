// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/saved_desks.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QLineEdit;
class QPushButton;

namespace deskhand {

class ErrorBanner;
class PlainLabel;
class Prompt;
class Theme;

/// Asks where a team's service is, tries the way when asked, and says exactly what is wrong. Sends neither name nor
/// password. Blocks nothing; everything given outlives it.
class ServiceDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What is needed of the network: how an address is written (Invalid with payload "reason"), and whether a service
    /// answers there.
    struct Way {
        std::function<Result<QUrl>(const QString &typed)> address;
        std::function<QFuture<Result<void>>(const SavedDesk &desk)> greet;
    };

    ServiceDialog(const Theme &theme, Prompt &prompt, Way way, QWidget *parent = nullptr);
    ~ServiceDialog() override;

    /// A desk that is known already is saved, not opened.
    void setDesk(const SavedDesk &desk);

Q_SIGNALS:
    void connectWanted(const deskhand::SavedDesk &desk);
    /// A known desk (`id`, as it was) was changed.
    void saveWanted(const QString &id, const deskhand::SavedDesk &desk);
    /// It is a database that the person wants to enter.
    void databaseWanted();

private:
    void build();
    void showState();
    void test();
    void accept() override;
    [[nodiscard]] SavedDesk desk() const;

    const Theme &m_theme;
    Prompt &m_prompt;
    Way m_way;
    SavedDesk m_desk;
    QString m_knownId; ///< empty: a new one
    QFuture<Result<void>> m_asking;
    quint64 m_round = 0;
    ErrorBanner *m_error;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_caFile;
    PlainLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_connect;
};

} // namespace deskhand
