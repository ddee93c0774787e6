// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "operations/bulk_load.h"
#include "store/bulk_rows.h"
#include "store/bulk_sla.h"
#include "store/search_vocabulary.h"
#include "store/search_words.h"

#include <QHash>

namespace deskhand {

/// Some tickets as rows of all the tables they are in. A value, handed from the thread that makes it to the one that
/// writes.
struct BulkBatch {
    BulkRows blobs;
    BulkRows tickets;
    BulkRows tags;
    BulkRows articles;
    BulkRows messageIds;
    BulkRows attachments;
    BulkRows history;
    BulkRows searchRows;
    BulkRows slaEvents;
    BulkRows slaClocks;
    BulkRows slaFired;
    BulkRows work;
    QStringList terms; ///< words that may be new to the vocabulary
};

/// Where the chain of history and the numbers of a desk stand.
struct BulkPosition {
    qint64 nextHistoryId = 1;
    QByteArray lastHash; ///< empty: no history yet
    qint64 counter = 0;  ///< highest ticket number counter
    qint64 lastArticle = 0;
};

/// The part of loading that needs no database: folding, cutting words, hashing. Used by one thread.
class BulkPreparer
{
public:
    explicit BulkPreparer(BulkPosition position)
        : m_position(std::move(position))
    {
    }

    /// Requesters of tickets have to be known here before.
    void know(PersonId id, const QString &name, const QString &address);
    void setCatalog(CatalogPtr catalog) { m_catalog = std::move(catalog); }
    /// Levels of clocks that lie before it have been reached already.
    void setNow(Instant now) { m_now = now; }

    /// Errors: Invalid for a ticket whose requester or state is unknown or with too few blobs.
    [[nodiscard]] Result<BulkBatch> prepare(const QVector<BulkTicket> &tickets);
    [[nodiscard]] const BulkPosition &position() const { return m_position; }

private:
    struct KnownPerson {
        QString name;
        QString address;
    };

    Result<void> addTicket(const BulkTicket &ticket, BulkBatch *batch);
    void addHead(const TicketHead &head, const SlaSummary &sla, BulkBatch *batch);
    static void addWork(const BulkTicket &ticket, BulkBatch *batch);
    static void addSla(TicketId ticket, const BulkSla &sla, BulkBatch *batch);
    Result<void> addArticles(const BulkTicket &ticket, BulkBatch *batch);
    static void addArticle(const Article &article, BulkBatch *batch);
    static void addAttachment(const Attachment &attachment, const QByteArray &bytes, BulkBatch *batch);
    void addHistory(const BulkTicket &ticket, BulkBatch *batch);
    void addSearchRows(const BulkTicket &ticket, const KnownPerson &requester, BulkBatch *batch);
    void addSearchRow(const SearchRow &row, BulkBatch *batch);
    void learn(QStringView words, BulkBatch *batch);

    static constexpr size_t mostTermsKept = 4'000'000; // 64 MB at worst

    BulkPosition m_position;
    CatalogPtr m_catalog;
    Instant m_now = 0;
    QHash<PersonId, KnownPerson> m_people;
    KnownTerms m_terms{mostTermsKept};
};

} // namespace deskhand
