// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "support/sample_catalog.h"
#include "support/shell_fixture.h"
#include "support/thread_desk.h"

#include <QtTest>

namespace deskhand::test {

/// The shell, and a desk with one ticket of Sarah Lind, for tests of the widgets around an open ticket. The agent is
/// "Mike Brandt", person 1.
struct TicketWorld {
    ShellFixture shell;
    ThreadDesk desk{sampleCatalog(), shell.clock};
    CatalogHolder catalog{desk, PersonId{1}, shell.clock};
    Person sarah = desk.addPerson(QStringLiteral("Sarah Lind"), QStringLiteral("sarah@example.org"));
    TicketId ticket = desk.addTicket(QStringLiteral("Monitor went dark"), sarah.id);

    TicketWorld()
    {
        catalog.refresh();
        [[maybe_unused]] const bool ready = QTest::qWaitFor([this] { return catalog.isReady(); });
    }

    [[nodiscard]] Article letter(const QString &text) const
    {
        Article article;
        article.author = sarah.id;
        article.from = {sarah.name, sarah.address};
        article.text = text;
        return article;
    }
    [[nodiscard]] Article note(const QString &text) const
    {
        Article article;
        article.author = PersonId{2};
        article.from = {QStringLiteral("Anna Müller"), QStringLiteral("anna@example.com")};
        article.senderRole = SenderRole::Agent;
        article.visibility = Visibility::Internal;
        article.text = text;
        return article;
    }
    /// Commands of one kind that the desk was given.
    template <typename Body>
    [[nodiscard]] QVector<Body> given() const
    {
        QVector<Body> bodies;
        for (const Command &command : desk.commands) {
            if (const auto *body = std::get_if<Body>(&command.body))
                bodies.append(*body);
        }
        return bodies;
    }
};

} // namespace deskhand::test
