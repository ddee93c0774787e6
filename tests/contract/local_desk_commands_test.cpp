// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_contract.h"
#include "support/history_check.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

class LocalDeskFixture final : public DeskFixture
{
public:
    Desk &desk() override { return m_desk.desk(); }
    PersonId admin() const override { return m_desk.me(); }
    void advanceClock(qint64 milliseconds) override { m_desk.clock().advance(milliseconds); }
    QString brokenRule() override { return brokenDesk(m_desk.path()); }

private:
    TestDesk m_desk;
};

} // namespace
} // namespace deskhand::test

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    deskhand::test::CommandContract contract([] { return std::make_unique<deskhand::test::LocalDeskFixture>(); });
    return QTest::qExec(&contract, argc, argv);
}
