// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/history_chain.h"

#include <QtTest>

#include <functional>

namespace deskhand {

class HistoryChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormatIsFixed()
    {
        // Computed once by an independent program; desks in the field hold such hashes.
        const HistoryEntry entry = sample();
        const QByteArray payload = historyPayloadHash(entry);
        QCOMPARE(payload.toHex(), QByteArray("7ce08b6653fe590aa1a0974ee4b531d099a2738168445655eeaace844e11c471"));
        QCOMPARE(historyHash(entry, payload, {}).toHex(),
                 QByteArray("1c64cee30452703f80263bafa8067e97f43da26a9540ec91aec2aac4512ddac8"));
        QCOMPARE(historyHash(entry, payload, historyHash(entry, payload, {})).toHex(),
                 QByteArray("efcd926db3a60251aa3dadc912e704f9dd2c625f7bc6f407e46d3b636e56d008"));
    }

    void everyPartCounts()
    {
        const std::function<void(HistoryEntry &)> changes[] = {
            [](HistoryEntry &entry) { ++entry.id; },
            [](HistoryEntry &entry) { ++entry.ticket.value; },
            [](HistoryEntry &entry) { ++entry.version; },
            [](HistoryEntry &entry) { ++entry.at; },
            [](HistoryEntry &entry) { entry.actorKind = ActorKind::Rule; },
            [](HistoryEntry &entry) { ++entry.actor.value; },
            [](HistoryEntry &entry) { entry.actorName += u'x'; },
            [](HistoryEntry &entry) { entry.what = QStringLiteral("owner"); },
            [](HistoryEntry &entry) { entry.oldValue += u'x'; },
            [](HistoryEntry &entry) { entry.newValue += u'x'; },
            [](HistoryEntry &entry) { entry.oldText += u'x'; },
            [](HistoryEntry &entry) { entry.newText += u'x'; },
            [](HistoryEntry &entry) { entry.why += u'x'; },
            [](HistoryEntry &entry) { entry.command = QUuid(); },
            // A character that moves from one text to the next.
            [](HistoryEntry &entry) { entry.oldText.chop(1), entry.newText.prepend(u't'); },
        };
        const HistoryEntry original = sample();
        const QByteArray hash = historyHash(original, historyPayloadHash(original), "previous");
        for (const auto &change : changes) {
            HistoryEntry changed = original;
            change(changed);
            QVERIFY(historyHash(changed, historyPayloadHash(changed), "previous") != hash);
        }
        QVERIFY(historyHash(original, historyPayloadHash(original), "other") != hash);
    }

private:
    static HistoryEntry sample()
    {
        HistoryEntry entry;
        entry.id = 7;
        entry.ticket = TicketId{3};
        entry.version = 2;
        entry.at = 1772442000000;
        entry.actor = PersonId{1};
        entry.actorName = QStringLiteral("Zoë");
        entry.what = QStringLiteral("subject");
        entry.oldValue = QStringLiteral("old t");
        entry.newValue = QStringLiteral("new");
        entry.oldText = QStringLiteral("old t");
        entry.newText = QStringLiteral("new");
        entry.why = QStringLiteral("because");
        entry.command = QUuid(QStringLiteral("{6f2d7c1e-0d5b-4b43-9c53-6c1f6a1d2b11}"));
        return entry;
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::HistoryChainTest)
#include "history_chain_test.moc"
