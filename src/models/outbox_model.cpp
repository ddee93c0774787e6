// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outbox_model.h"

#include "models/delivery_text.h"
#include "models/people_finder.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr qsizetype namedRecipients = 3;

} // namespace

OutboxModel::OutboxModel(const OutboxPresenter &outbox, const CatalogHolder &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_outbox(outbox)
    , m_catalog(catalog)
{
    connect(&outbox, &OutboxPresenter::changed, this, &OutboxModel::rebuild);
    rebuild();
}

void OutboxModel::rebuild()
{
    const QVector<MailDelivery> &now = m_outbox.mails();
    const auto sameMail = [](const MailDelivery &a, const MailDelivery &b) { return a.id == b.id; };
    if (std::equal(now.cbegin(), now.cend(), m_mails.cbegin(), m_mails.cend(), sameMail)) {
        m_mails = now;
        refreshTimes();
        return;
    }
    beginResetModel();
    m_mails = now;
    endResetModel();
}

void OutboxModel::refreshTimes()
{
    if (!m_mails.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_mails.size()) - 1));
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_mails.size());
}

int OutboxModel::rowOf(OutboundMailId mail) const
{
    const auto found =
        std::find_if(m_mails.cbegin(), m_mails.cend(), [mail](const MailDelivery &one) { return one.id == mail; });
    return found == m_mails.cend() ? -1 : int(found - m_mails.cbegin());
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MailDelivery &mail = m_mails.at(index.row());
    const Instant now = m_catalog.now();
    switch (role) {
    case Qt::DisplayRole: return QString(u'#' + mail.ticketNumber + u' ' + mail.subject);
    case ToneRole: return int(deliveryLine(mail, now).tone);
    case StateRole: return int(mail.state);
    case StateTextRole: return deliveryLine(mail, now).text;
    case RecipientsRole: {
        QStringList names;
        for (const RecipientDelivery &one : mail.recipients.mid(0, namedRecipients))
            names.append(addressName(one.address));
        QString text = tr("to %1").arg(names.join(QStringLiteral(", ")));
        if (mail.recipients.size() > namedRecipients)
            text += u' ' + tr("and %n other(s)", nullptr, int(mail.recipients.size() - namedRecipients));
        return mail.kind == MailKind::Acknowledgement ? tr("Acknowledgement %1", "… to somebody").arg(text) : text;
    }
    case WhenRole: return TimeWords().ago(mail.createdAt, now);
    case Qt::ToolTipRole: return deliveryDetails(mail, now);
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3, written %4", "state of a mail, ticket and subject, recipients, when")
            .arg(index.data(StateTextRole).toString(), index.data().toString(), index.data(RecipientsRole).toString(),
                 index.data(WhenRole).toString());
    default: return {};
    }
}

} // namespace deskhand
