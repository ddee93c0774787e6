// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_overview.h"

#include <QObject>

namespace deskhand {

/// A text of the desk while it is written: what is wrong with it, and how it will look. `overview` outlives it; GUI
/// thread.
class MailTextPresenter final : public QObject
{
    Q_OBJECT

public:
    /// A mail as its reader will see it, of a made-up ticket.
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

    const MailOverview &m_overview;
    MailText m_text;
    MailText m_before;
    bool m_busy = false;
};

} // namespace deskhand
