// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/held_mail_model.h"

#include "base/deliver.h"
#include "models/people_finder.h"
#include "models/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace deskhand {

namespace {

struct HeldWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::HeldMailModel)

public:
    static QString shortReason(HoldReason reason)
    {
        switch (reason) {
        case HoldReason::Stranger: return tr("Unknown sender");
        case HoldReason::TooMany: return tr("Too many mails");
        case HoldReason::Loop: return tr("Mail loop");
        case HoldReason::OwnAddress: return tr("Own address");
        }
        return {};
    }

    static QString reason(const HeldMail &mail)
    {
        switch (mail.reason) {
        case HoldReason::Stranger:
            return tr("It claims ticket #%1, but its sender has had no part in that ticket so far.")
                .arg(mail.ticketNumber);
        case HoldReason::TooMany: return tr("Its sender has opened very many tickets in a short time.");
        case HoldReason::Loop: return tr("It goes round between machines that answer each other.");
        case HoldReason::OwnAddress:
            return tr("It says that it comes from an address of this desk, and the mail server did not confirm it.");
        }
        return {};
    }
};

} // namespace

HeldMailModel::HeldMailModel(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(),
                        [](const Change &change) { return change.kind == ChangeKind::MailChanged; }))
            refresh();
    });
}

void HeldMailModel::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    deliver(m_desk.heldMails(m_catalog.me(), {}), this, [this](const Result<QVector<HeldMail>> &answer) {
        m_asking = false;
        if (answer)
            take(*answer);
        else if (answer.error().code != ErrorCode::Cancelled && answer.error().code != ErrorCode::Denied)
            Q_EMIT failed(answer.error());
        if (std::exchange(m_askAgain, false))
            refresh();
    });
}

void HeldMailModel::take(const QVector<HeldMail> &mails)
{
    m_loaded = true;
    const auto sameMail = [](const HeldMail &a, const HeldMail &b) { return a.id == b.id; };
    if (std::equal(mails.cbegin(), mails.cend(), m_mails.cbegin(), m_mails.cend(), sameMail)) {
        m_mails = mails;
        if (!mails.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(mails.size()) - 1));
        return;
    }
    const bool otherCount = mails.size() != m_mails.size();
    beginResetModel();
    m_mails = mails;
    endResetModel();
    if (otherCount)
        Q_EMIT countChanged(int(m_mails.size()));
}

int HeldMailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_mails.size());
}

int HeldMailModel::rowOf(HeldMailId mail) const
{
    const auto found =
        std::find_if(m_mails.cbegin(), m_mails.cend(), [mail](const HeldMail &one) { return one.id == mail; });
    return found == m_mails.cend() ? -1 : int(found - m_mails.cbegin());
}

int HeldMailModel::rowOfTicket(TicketId ticket) const
{
    const auto found =
        std::find_if(m_mails.cbegin(), m_mails.cend(), [ticket](const HeldMail &one) { return one.ticket == ticket; });
    return found == m_mails.cend() ? -1 : int(found - m_mails.cbegin());
}

QVariant HeldMailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HeldMail &mail = m_mails.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return mail.subject.trimmed().isEmpty() ? tr("Without a subject") : mail.subject;
    case ReasonRole: return int(mail.reason);
    case ReasonTextRole: return HeldWords::reason(mail);
    case ShortReasonRole:
        return mail.reason == HoldReason::Stranger && !mail.ticketNumber.isEmpty()
                   ? tr("Unknown sender for #%1").arg(mail.ticketNumber)
                   : HeldWords::shortReason(mail.reason);
    case SenderRole: return addressLine(mail.from);
    case ExcerptRole: return mail.excerpt;
    case WhenRole: return TimeWords().ago(mail.at, m_catalog.now());
    case Qt::AccessibleTextRole:
        return tr("%1, from %2, %3. %4", "subject, sender, when, why it waits")
            .arg(index.data().toString(), addressLine(mail.from), index.data(WhenRole).toString(),
                 HeldWords::reason(mail));
    default: return {};
    }
}

void HeldMailModel::decide(HeldMailId mail, HeldDecision decision, TicketId ticket, bool trust)
{
    if (m_deciding.contains(mail))
        return;
    m_deciding.insert(mail);
    DecideHeldMail wish;
    wish.mail = mail;
    wish.decision = decision;
    wish.ticket = ticket;
    wish.trust = trust;
    deliver(m_desk.submit(Command::make(m_catalog.me(), wish)), this,
            [this, mail, decision](const Result<CommandAnswer> &answer) {
                m_deciding.remove(mail);
                refresh();
                if (answer)
                    Q_EMIT decided(decision, *answer);
                else
                    Q_EMIT failed(answer.error());
            });
}

} // namespace deskhand
