// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queued_command_model.h"

#include "models/command_text.h"
#include "models/conflict_text.h"
#include "models/time_text.h"

#include <algorithm>

namespace deskhand {

QueuedCommandModel::QueuedCommandModel(DeskSync &sync, const CatalogHolder &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_sync(sync)
    , m_catalog(catalog)
    , m_commands(sync.queue())
{
    connect(&sync, &DeskSync::queueChanged, this, &QueuedCommandModel::rebuild);
    connect(&catalog, &CatalogHolder::changed, this, &QueuedCommandModel::refreshTimes);
}

void QueuedCommandModel::rebuild()
{
    const QVector<QueuedCommand> now = m_sync.queue();
    const auto sameId = [](const QueuedCommand &one, const QueuedCommand &other) {
        return one.command.id == other.command.id;
    };
    // Where only states differ, the row that the keyboard is on stays what it is.
    if (std::equal(now.cbegin(), now.cend(), m_commands.cbegin(), m_commands.cend(), sameId)) {
        m_commands = now;
        refreshTimes();
        return;
    }
    beginResetModel();
    m_commands = now;
    endResetModel();
}

void QueuedCommandModel::refreshTimes()
{
    if (!m_commands.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_commands.size()) - 1));
}

int QueuedCommandModel::rowOf(const CommandId &id) const
{
    const auto found = std::find_if(m_commands.cbegin(), m_commands.cend(),
                                    [&id](const QueuedCommand &one) { return one.command.id == id; });
    return found == m_commands.cend() ? -1 : int(found - m_commands.cbegin());
}

int QueuedCommandModel::firstUndecided() const
{
    const auto found = std::find_if(m_commands.cbegin(), m_commands.cend(),
                                    [](const QueuedCommand &one) { return needsDecision(one.state); });
    return found == m_commands.cend() ? -1 : int(found - m_commands.cbegin());
}

int QueuedCommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_commands.size());
}

QVariant QueuedCommandModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_commands.size())
        return {};
    const QueuedCommand &queued = m_commands.at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        QString where = queued.ticketNumber.isEmpty() ? QString() : u'#' + queued.ticketNumber;
        if (!queued.ticketSubject.isEmpty())
            where += (where.isEmpty() ? QString() : QStringLiteral(" ")) + queued.ticketSubject;
        const QString what = CommandText::what(queued.command);
        return where.isEmpty() ? what : QString(what + QStringLiteral(" · ") + where);
    }
    case CommandIdRole: return queued.command.id;
    case StateRole: return int(queued.state);
    case Qt::AccessibleDescriptionRole:
    case StateTextRole: return stateText(queued);
    case WhenRole: return TimeWords().ago(queued.at, m_catalog.now());
    case NeedsDecisionRole: return needsDecision(queued.state);
    default: return {};
    }
}

QString QueuedCommandModel::stateText(const QueuedCommand &command) const
{
    switch (command.state) {
    case QueuedState::Waiting: return tr("Waits to be sent");
    case QueuedState::Sending:
        return command.attempts > 1 ? tr("Being sent, attempt %1").arg(command.attempts) : tr("Being sent");
    case QueuedState::Held: return tr("Held: there are messages that you had not seen");
    case QueuedState::Conflict: {
        QStringList who;
        for (const FieldConflict &conflict : command.conflicts)
            who.append(ConflictText::who(conflict));
        who.removeDuplicates();
        return tr("Conflict with %1").arg(who.join(QStringLiteral(", ")));
    }
    case QueuedState::Refused:
        switch (command.refusal ? command.refusal->code : ErrorCode::Internal) {
        case ErrorCode::Denied: return tr("Refused: you may not do this (any more)");
        case ErrorCode::NotFound: return tr("Refused: it is no longer there for you");
        case ErrorCode::Conflict: return tr("Refused: somebody was faster");
        case ErrorCode::Invalid: return tr("Refused: the service does not accept it");
        default: return tr("Refused");
        }
    }
    return {};
}

QString QueuedCommandModel::explanation(const QueuedCommand &command) const
{
    switch (command.state) {
    case QueuedState::Waiting:
    case QueuedState::Sending: return tr("It is sent as soon as the service can be reached, and done once.");
    case QueuedState::Held:
        return tr(
            "Somebody wrote in the ticket before your text arrived. It was not posted: read what is new, then post "
            "it as it is, or take the text and write anew.");
    case QueuedState::Conflict:
        return tr("Somebody had set the same before your change arrived. Theirs stays until you say otherwise.");
    case QueuedState::Refused:
        if (command.refusal
            && (command.refusal->code == ErrorCode::Internal || command.refusal->code == ErrorCode::Corrupt))
            return tr("The service fails at it again and again. What you wrote is here, word by word; before you give "
                      "it up, look whether it has been done.");
        return tr("The service did not do it. What you wrote is here, word by word; giving it up takes it away.");
    }
    return {};
}

QString QueuedCommandModel::insistText(const QueuedCommand &command)
{
    switch (command.state) {
    case QueuedState::Held: return tr("Post anyway");
    case QueuedState::Conflict: return tr("Set mine");
    case QueuedState::Refused: return tr("Try again");
    case QueuedState::Waiting:
    case QueuedState::Sending: break;
    }
    return {};
}

QString QueuedCommandModel::giveUpText(const QueuedCommand &command)
{
    switch (command.state) {
    case QueuedState::Conflict: return tr("Keep theirs");
    case QueuedState::Waiting: return tr("Do not send");
    case QueuedState::Held:
    case QueuedState::Refused: return tr("Give it up");
    case QueuedState::Sending: break;
    }
    return {};
}

QString QueuedCommandModel::details(const QueuedCommand &command) const
{
    QStringList lines;
    if (const QString recipients = CommandText::recipients(command.command); !recipients.isEmpty())
        lines.append(recipients);
    lines += CommandText::changes(command.command, *m_catalog.catalog(), m_catalog.now());
    // Why a text is held has been said in people's words.
    if (command.refusal && !command.refusal->detail.isEmpty() && command.state != QueuedState::Held)
        lines.append(tr("The service says: %1").arg(command.refusal->detail));
    const QString text = CommandText::text(command.command);
    if (!text.isEmpty()) {
        if (!lines.isEmpty())
            lines.append(QString());
        lines.append(text);
    }
    return lines.join(u'\n');
}

} // namespace deskhand
