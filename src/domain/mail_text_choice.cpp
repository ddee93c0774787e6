// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mail_text_choice.h"

namespace deskhand {
namespace {

constexpr int deepestQueue = 64;

/// The queue and those above it, then "all of them".
QVector<QueueId> levelsAbove(const Catalog &catalog, QueueId queue)
{
    QVector<QueueId> levels;
    for (const Queue *node = catalog.queue(queue); node && levels.size() < deepestQueue;
         node = catalog.queue(node->parent))
        levels.append(node->id);
    levels.append(QueueId());
    return levels;
}

QString primaryLanguage(const QString &language)
{
    return language.section(u'-', 0, 0).toLower();
}

template <typename Fn>
const MailText *nearestText(const Catalog &catalog, const QVector<QueueId> &levels, MailTextKind kind, PersonId agent,
                            Fn fits)
{
    for (const QueueId level : levels) {
        for (const MailText &text : catalog.mailTexts) {
            const bool ours = text.active && text.kind == kind && text.queue == level && text.agent == agent;
            if (ours && fits(primaryLanguage(text.language)))
                return &text;
        }
    }
    return nullptr;
}

} // namespace

const MailText *chooseMailText(const Catalog &catalog, MailTextKind kind, QueueId queue, PersonId agent,
                               const QStringList &languages)
{
    const PersonId owner = kind == MailTextKind::AgentSignature ? agent : PersonId();
    const QVector<QueueId> levels = levelsAbove(catalog, queue);
    for (const QString &wanted : languages) {
        const QString language = primaryLanguage(wanted);
        const MailText *found =
            language.isEmpty() ? nullptr : nearestText(catalog, levels, kind, owner, [&language](const QString &other) {
                return other == language;
            });
        if (found)
            return found;
    }
    if (const MailText *general =
            nearestText(catalog, levels, kind, owner, [](const QString &language) { return language.isEmpty(); }))
        return general;
    return nearestText(catalog, levels, kind, owner, [](const QString &) { return true; });
}

} // namespace deskhand
