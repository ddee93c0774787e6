// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/saved_desks.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class ConnectionDialog;
}

namespace deskhand {

class DeskPasswords;
class ErrorBanner;
class Prompt;
class Theme;

/// Asks where a team's desk is and who enters it, tries the way when asked, and says exactly what is wrong. Nothing in
/// it waits for the server: it can be closed, stopped and changed at any moment. Never offers a weaker way than was
/// asked for. The password goes to DeskPasswords and nowhere else.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// All outlive it.
    ConnectionDialog(const Theme &theme, Prompt &prompt, ServerTester &tester, DeskPasswords &passwords,
                     QWidget *parent);
    ~ConnectionDialog() override;

    /// A desk that is known already: saved without trying the way, unless the person wants to.
    void setDesk(const SavedDesk &desk);
    [[nodiscard]] SavedDesk desk() const;
    /// Something went wrong with this desk elsewhere.
    void showError(const QString &what, const Error &error);

    void reject() override;

Q_SIGNALS:
    /// The server let us in: the desk can be opened. Its password is with DeskPasswords.
    void connectWanted(const deskhand::SavedDesk &desk);
    /// A known desk (`id`, as it was) was changed; it is not to be opened now.
    void saveWanted(const QString &id, const deskhand::SavedDesk &desk);
    /// It is a service that the person wants to connect to.
    void serviceWanted();

private:
    enum class Wish { Test, Connect };

    void connectControls();
    void chooseAuthorities();
    void updateControls();
    [[nodiscard]] QString firstProblem() const;
    void accept() override;
    void ask(Wish wish);
    void greet(Wish wish, const SavedDesk &desk, const QString &password);
    void takeGreeting(Wish wish, const SavedDesk &desk, const QString &password, qint64 milliseconds,
                      const Result<ServerGreeting> &greeting);
    void keepPassword(const SavedDesk &desk, const QString &password, std::function<void()> then);
    void showAsking(bool asking);
    void showResult(const QString &text, bool good);
    void makeRoom();

    const Theme &m_theme;
    Prompt &m_prompt;
    ServerTester &m_tester;
    DeskPasswords &m_passwords;
    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    ErrorBanner *m_banner;
    SavedDesk m_desk;  ///< as it was given; of a new one only the defaults
    QString m_knownId; ///< empty: a new one
    QFuture<Result<ServerGreeting>> m_asking;
    bool m_isAsking = false;
    quint64 m_askNumber = 0;
};

} // namespace deskhand
