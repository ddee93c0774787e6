// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/desk_entrance.h"

#include "base/deliver.h"
#include "mail/gmime_codec.h"
#include "models/desk_passwords.h"
#include "operations/connect_problem.h"
#include "widgets/connect/password_dialog.h"
#include "widgets/error_words.h"

namespace deskhand {

DeskEntrance::DeskEntrance(const Theme &theme, ServerDoors &doors, DeskPasswords &passwords, QWidget *parent)
    : m_theme(theme)
    , m_doors(doors)
    , m_passwords(passwords)
    , m_parent(parent)
{
}

DeskEntrance::~DeskEntrance()
{
    m_opening.cancel();
}

void DeskEntrance::enter(const SavedDesk &desk, PersonId known)
{
    m_opening.cancel();
    delete m_dialog;
    m_desk.reset();
    m_wanted = desk;
    m_known = known;
    m_keepGiven = false;
    const quint64 number = ++m_number;
    if (!desk.isServer()) {
        Result<std::unique_ptr<LocalDesk>> opened =
            LocalDesk::open(desk.file, LocalDeskOptions{{}, true, makeMailCodec()});
        if (!opened)
            return fail(opened.error());
        m_desk = *std::move(opened);
        if (known.isValid()) { // a file knows nobody better than that
            Q_EMIT arrived(m_wanted, known, nullptr);
            return;
        }
        return askWho(number);
    }
    Q_EMIT progress(tr("Connecting to “%1”").arg(desk.name.isEmpty() ? desk.server.database : desk.name),
                    desk.placeText());
    deliver(m_passwords.find(desk.server), this, [this, number](const Result<QString> &found) {
        // Without one the server is asked all the same: it may know the person in another way.
        goToServer(number, found ? *found : QString());
    });
}

void DeskEntrance::cancel()
{
    ++m_number;
    m_opening.cancel();
    if (m_dialog)
        m_dialog->deleteLater(); // this may be its own signal
    m_dialog.clear();
    m_desk.reset();
    Q_EMIT cancelled();
}

void DeskEntrance::goToServer(quint64 number, const QString &password)
{
    if (number != m_number)
        return;
    m_opening = m_doors.open(m_wanted.server, password);
    deliver(m_opening, this, [this, number, password](const Result<OpenedServer> &opened) {
        if (number == m_number)
            takeServer(number, password, opened);
    });
}

void DeskEntrance::takeServer(quint64 number, const QString &password, const Result<OpenedServer> &opened)
{
    if (!opened) {
        const auto problem = connectProblemOf(opened.error());
        if (problem == ConnectProblem::PasswordNeeded)
            return askPassword(number, {});
        if (problem == ConnectProblem::WrongPassword)
            return askPassword(number, wordsFor(opened.error()).happened);
        return fail(opened.error());
    }
    if (!password.isEmpty())
        m_passwords.use(m_wanted.server, password);
    if (m_keepGiven)
        m_passwords.keep(m_wanted.server, password); // where there is no keychain it is asked for the next time
    m_wanted.keepsPassword = m_wanted.keepsPassword || m_keepGiven;
    m_keepGiven = false;
    if (m_wanted.name.isEmpty())
        m_wanted.name = opened->greeting.deskName;
    m_desk = std::move(*opened->desk);
    askWho(number);
}

void DeskEntrance::askPassword(quint64 number, const QString &why)
{
    m_dialog = new PasswordDialog(m_theme, m_wanted, why, m_parent);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &PasswordDialog::given, this, [this, number](const QString &password, bool keep) {
        m_keepGiven = keep;
        m_wanted.keepsPassword = keep;
        goToServer(number, password);
    });
    connect(m_dialog, &QDialog::rejected, this, [this, number] {
        if (number == m_number)
            cancel();
    });
    m_dialog->open();
}

void DeskEntrance::askWho(quint64 number)
{
    deliver(m_desk->catalog(), this, [this, number](const Result<CatalogPtr> &catalog) {
        if (number != m_number)
            return;
        if (!catalog)
            return fail(catalog.error());
        deliver(m_desk->signedIn(), this, [this, number, people = *catalog](const Result<PersonId> &me) {
            if (number != m_number)
                return;
            if (!me)
                return fail(me.error());
            Q_EMIT arrived(m_wanted, me->isValid() ? *me : m_known, people);
        });
    });
}

void DeskEntrance::fail(const Error &error)
{
    ++m_number;
    m_desk.reset();
    Q_EMIT failed(m_wanted, error);
}

} // namespace deskhand
