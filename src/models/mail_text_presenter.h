// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_overview.h"

#include <QObject>

#include <optional>

namespace deskhand {

/// A text of the desk while it is written: what is wrong with it, and how it will look. `overview` outlives it; GUI
/// thread.
class MailTextPresenter final : public QObject
{
    Q_OBJECT

public:
    /// A mail as its reader will see it, of a made-up ticket or of the one that it is tried with.
    struct Preview {
        QString from;
        QString to;
        QString subject;
        QString body;
    };

    explicit MailTextPresenter(const MailOverview &overview, QObject *parent = nullptr);

    /// A new one of this kind that is worth reading already; a signature of a person is that of the one at work.
    void begin(MailTextKind kind);
    void edit(const MailText &text);
    [[nodiscard]] bool isNew() const { return !m_text.id.isValid(); }

    [[nodiscard]] const MailText &text() const { return m_text; }
    void setText(const MailText &text);
    [[nodiscard]] bool isChanged() const { return !(m_text == m_before); }

    /// Why it cannot be saved, in words; empty: it can.
    [[nodiscard]] QString firstProblem() const;
    /// What should be known of it, and does not stop anybody; empty: nothing.
    [[nodiscard]] QString warning() const;
    [[nodiscard]] Preview preview() const;

    /// Shows the preview for a ticket of the desk; an empty number: for a made-up one again. changed() follows.
    void tryWith(const QString &ticketNumber);
    /// What came of that, in words: no such ticket, or another text would be chosen for it; empty: nothing to say.
    [[nodiscard]] QString trialNote() const;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    // done() or failed() follows.
    void save();
    void remove();

Q_SIGNALS:
    void changed();
    void done(deskhand::MailTextId id); ///< invalid: it was deleted
    void failed(const deskhand::Error &error);

private:
    void submit(const CommandBody &body, bool removes);
    void takeTrial(const QString &ticketNumber, const Result<TicketDetail> &answer);

    const MailOverview &m_overview;
    MailText m_text;
    MailText m_before;
    bool m_busy = false;
    QString m_trialNumber;               ///< as it was typed last
    std::optional<TicketDetail> m_trial; ///< the ticket with that number
    bool m_trialFailed = false;
};

} // namespace deskhand
