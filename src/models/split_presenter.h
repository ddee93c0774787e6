// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QObject>
#include <QSet>
#include <QVector>

namespace deskhand {

/// What the person says of a ticket that is split off.
struct SplitForm {
    QSet<ArticleId> articles;
    bool copy = false; ///< they stay in the first ticket, too
    QString subject;
    QueueId queue;
    PersonId requester;           ///< chosen by completion …
    MailAddress requesterAddress; ///< … or as typed
};

/// A ticket that is being split off from another one. Desk and catalog must outlive it; GUI thread.
class SplitPresenter final : public QObject
{
    Q_OBJECT

public:
    SplitPresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// Begins with these articles chosen. `articles`: of the thread, oldest first.
    void start(const TicketDetail &detail, const QVector<Article> &articles, const QSet<ArticleId> &chosen);
    [[nodiscard]] const QVector<Article> &articles() const { return m_articles; }
    [[nodiscard]] const TicketDetail &detail() const { return m_detail; }
    [[nodiscard]] const SplitForm &form() const { return m_form; }
    void setForm(const SplitForm &form);

    /// What will happen, a sentence each.
    [[nodiscard]] QStringList consequences() const;
    /// Why it cannot be done; empty: it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool isReady() const { return !m_sending && obstacle().isEmpty(); }
    [[nodiscard]] bool isSending() const { return m_sending; }
    /// split(), refused() or failed() follows.
    void submit();

    /// "Re: [#12] Printer" becomes "Printer"; the beginning of the text where there is no subject of its own.
    [[nodiscard]] static QString subjectOf(const Article &article, const QString &ticketSubject);

Q_SIGNALS:
    void changed();
    void split(deskhand::TicketId opened, const QString &number);
    /// The ticket was changed by somebody else just before; what is shown is read again, and it can be sent once more.
    void refused();
    void failed(const deskhand::Error &error);

private:
    void reload();
    void takeAnswer(const Result<CommandAnswer> &answer);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketDetail m_detail;
    QVector<Article> m_articles;
    SplitForm m_form;
    bool m_sending = false;
    quint64 m_round = 0;
};

} // namespace deskhand
