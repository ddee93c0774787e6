// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QObject>
#include <QTimer>

namespace deskhand {

/// What the desk is set up to do with mail and how it is doing, kept up for the pages that show it. Desk and catalog
/// outlive it; GUI thread.
class MailOverview final : public QObject
{
    Q_OBJECT

public:
    static constexpr int watchMs = 5000; ///< fetching announces nothing: it is asked for while somebody looks

    MailOverview(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    [[nodiscard]] Desk &desk() const { return m_desk; }
    [[nodiscard]] const CatalogHolder &catalog() const { return m_catalog; }
    [[nodiscard]] const MailSetup &setup() const { return m_setup; }
    [[nodiscard]] const MailReport &report() const { return m_report; }
    [[nodiscard]] bool isLoaded() const { return m_hasSetup && m_hasReport; }

    /// Whether the person at work may change how mail is set up.
    [[nodiscard]] bool mayAdminister() const;
    /// Names of those who may.
    [[nodiscard]] QStringList administrators() const;

    void refresh();
    /// Asks again and again as long as more have begun than have ended to look.
    void beginWatching();
    void endWatching();

Q_SIGNALS:
    void changed();
    void failed(const deskhand::Error &error);

private:
    void ask();

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    MailSetup m_setup;
    MailReport m_report;
    QTimer m_timer;
    int m_watchers = 0;
    int m_asking = 0; ///< answers that have not come
    bool m_askAgain = false;
    bool m_hasSetup = false;
    bool m_hasReport = false;
};

} // namespace deskhand
