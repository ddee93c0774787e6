// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices.h"
#include "models/task_list.h"
#include "operations/desk_sync.h"
#include "operations/query.h"
#include "operations/service_account.h"
#include "widgets/area_context.h"
#include "widgets/prompt.h"

#include <QPointer>

#include <memory>

namespace deskhand {

class CatalogHolder;
class Program;
class SignInDialog;
class SyncWindow;

/// What the tour shows of a service without one: the dialogs and windows are the program's own, an account that wants a
/// second factor and a queue over the open desk's tickets stand behind them. Nothing of it reaches the desk.
class ScreenshotService final : public QObject
{
    Q_OBJECT

public:
    explicit ScreenshotService(Program &program);
    ~ScreenshotService() override;

    void showAddress();
    void showSignIn();
    /// From the password on to the code.
    void showSecondFactor();
    void showWaiting();
    [[nodiscard]] bool asksForCode() const;
    [[nodiscard]] bool showsWaiting() const;
    void closeAll();

private:
    void fillQueue(const QVector<TicketRow> &rows);
    [[nodiscard]] AreaContext context();

    class StagedAccount;
    class StagedSync;

    Program &m_program;
    Notices m_notices;
    TaskList m_tasks;
    DialogPrompt m_prompt;
    std::unique_ptr<StagedAccount> m_account;
    std::unique_ptr<StagedSync> m_sync;
    QPointer<SignInDialog> m_signIn; ///< both belong to the window, which goes first
    QPointer<SyncWindow> m_waiting;
};

} // namespace deskhand
