// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_fixture.h"
#include "support/history_check.h"
#include "support/test_desk.h"

namespace deskhand::test {

/// A desk in a SQLite file of its own.
class LocalDeskFixture final : public DeskFixture
{
public:
    Desk &desk() override { return m_desk.desk(); }
    PersonId admin() const override { return m_desk.me(); }
    void advanceClock(qint64 milliseconds) override { m_desk.clock().advance(milliseconds); }
    std::unique_ptr<Desk> openAnotherDoor() override { return m_desk.openAnother(); }
    void reopen() override { m_desk.reopen(); }
    QString brokenRule() override { return brokenDesk(m_desk.path()); }

    [[nodiscard]] QString path() const { return m_desk.path(); }

private:
    TestDesk m_desk;
};

} // namespace deskhand::test
