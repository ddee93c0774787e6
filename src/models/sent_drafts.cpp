// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sent_drafts.h"

#include "models/draft_fields.h"

namespace deskhand {

namespace {

// JSON keeps numbers as doubles; ids and instants go as text.
QString fieldText(qint64 value)
{
    return QString::number(value);
}

qint64 fieldNumber(const Draft &draft, const QString &name)
{
    return draft.fields.value(name).toString().toLongLong();
}

} // namespace

bool isSentDraft(const Draft &draft)
{
    return draft.fields.contains(draft_fields::sentMail);
}

SentMark sentMark(const Draft &sent)
{
    SentMark mark;
    mark.mail = OutboundMailId{fieldNumber(sent, draft_fields::sentMail)};
    mark.key = sent.fields.value(draft_fields::sentKey).toString();
    mark.at = fieldNumber(sent, draft_fields::sentAt);
    mark.until = fieldNumber(sent, draft_fields::sentUntil);
    mark.undo = QUuid::fromString(sent.fields.value(draft_fields::undoCommand).toString());
    return mark;
}

QString sentDraftKey(const QString &key, OutboundMailId mail)
{
    return key + QStringLiteral("-sent-") + QString::number(mail.value);
}

Draft asSent(const Draft &draft, OutboundMailId mail, Instant at, Instant until)
{
    Draft sent = draft;
    sent.key = sentDraftKey(draft.key, mail);
    sent.fields.remove(draft_fields::unconfirmed);
    sent.fields.insert(draft_fields::sentMail, fieldText(mail.value));
    sent.fields.insert(draft_fields::sentKey, draft.key);
    sent.fields.insert(draft_fields::sentAt, fieldText(at));
    sent.fields.insert(draft_fields::sentUntil, fieldText(until));
    return sent;
}

Draft withRelease(const Draft &sent, Instant until)
{
    Draft changed = sent;
    changed.fields.insert(draft_fields::sentUntil, fieldText(until));
    return changed;
}

Draft withUndo(const Draft &sent, const CommandId &command)
{
    Draft changed = sent;
    if (command.isNull())
        changed.fields.remove(draft_fields::undoCommand);
    else
        changed.fields.insert(draft_fields::undoCommand, command.toString());
    return changed;
}

Draft unsent(const Draft &sent, Instant now)
{
    Draft draft = sent;
    draft.key = sentMark(sent).key;
    for (const QString &field :
         {draft_fields::sentMail, draft_fields::sentKey, draft_fields::sentAt, draft_fields::sentUntil,
          draft_fields::undoCommand, draft_fields::command, draft_fields::unconfirmed})
        draft.fields.remove(field);
    if (draft.kind == DraftKind::Reply)
        draft.fields.insert(draft_fields::recipients, true); // to whom it went, not to whom it would go now
    draft.savedAt = now;
    return draft;
}

Draft joinedDrafts(const Draft &returned, const Draft &begun)
{
    Draft joined = returned;
    const QString begunText = begun.fields.value(draft_fields::text).toString();
    const QString text = returned.fields.value(draft_fields::text).toString();
    if (!begunText.trimmed().isEmpty() && begunText != text) {
        joined.html += QStringLiteral("<p></p>") + begun.html;
        joined.fields.insert(draft_fields::text, QString(text + QStringLiteral("\n\n") + begunText));
    }
    for (const NewAttachment &file : begun.attachments) {
        bool known = false;
        for (const NewAttachment &present : returned.attachments)
            known = known || (present.name == file.name && present.bytes == file.bytes);
        if (!known)
            joined.attachments.append(file);
    }
    return joined;
}

} // namespace deskhand
