// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_upload_store.h"
#include "support/served_desk.h"

#include <QCryptographicHash>
#include <QtTest>

namespace deskhand::test {

/// What is uploaded and not used, in a file and on a server.
class UploadStoreTest : public QObject
{
    Q_OBJECT

    static constexpr PersonId ada{7};
    static constexpr PersonId ben{8};
    static constexpr qint64 quota = 10'000'000;

    DeskPlaces m_places;
    std::unique_ptr<UploadStore> m_store;

    static QByteArray hashOf(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    Result<void> keep(PersonId person, const QByteArray &bytes, Instant now, Instant until, qint64 most = quota)
    {
        return m_store->keep(
            {person, hashOf(bytes), bytes.size(), most, now, until},
            [&bytes](qint64 offset, qint64 size) { return Result<QByteArray>(bytes.mid(offset, size)); });
    }
    bool isThere(PersonId person, const QByteArray &bytes, Instant now)
    {
        return must(m_store->look(person, hashOf(bytes), now)).thisBytes == bytes.size();
    }
    static QString reasonOf(const Error &error) { return error.payload.value(QStringLiteral("reason")).toString(); }

private Q_SLOTS:
    void initTestCase() { m_places.startServer(); }
    void everything_data();
    void everything();

private:
    void whatIsKeptIsGiven();
    void whatBreaksOffIsNotThere();
    void quotasHold();
    void whatIsOverGoes();
};

void UploadStoreTest::everything_data()
{
    QTest::addColumn<bool>("onServer");
    QTest::newRow("a file") << false;
    if (m_places.hasServer())
        QTest::newRow("PostgreSQL") << true;
}

void UploadStoreTest::everything()
{
    QFETCH(bool, onServer);
    for (const auto part : {&UploadStoreTest::whatIsKeptIsGiven, &UploadStoreTest::whatBreaksOffIsNotThere,
                            &UploadStoreTest::quotasHold, &UploadStoreTest::whatIsOverGoes}) {
        m_store = must(openUploadStoreAt(m_places.newPlace(onServer)));
        (this->*part)();
        m_store.reset();
        if (QTest::currentTestFailed())
            return;
    }
}

void UploadStoreTest::whatIsKeptIsGiven()
{
    const QByteArray large = QByteArray("0123456789abcdef").repeated(200'000); // of several pieces
    for (int i = 0; i < 2; ++i) {
        QVERIFY(keep(ada, large, 1000, 2000));
        QCOMPARE(must(m_store->bytes(ada, hashOf(large), 1000, large.size())), large);
    }
    QCOMPARE(reasonOf(m_store->bytes(ada, hashOf(large), 1000, large.size() - 1).error()), QStringLiteral("too-long"));
    QCOMPARE(m_store->bytes(ben, hashOf(large), 1000, large.size()).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->bytes(ada, hashOf("else"), 1000, 10).error().code, ErrorCode::NotFound);
    QVERIFY(keep(ben, large, 1000, 2000));
    QVERIFY(m_store->drop(ada, hashOf(large)));
    QVERIFY(!isThere(ada, large, 1000));
    QVERIFY(isThere(ben, large, 1000));
}

/// A disk that fails in the middle; the next attempt goes on.
void UploadStoreTest::whatBreaksOffIsNotThere()
{
    const QByteArray large = QByteArray("0123456789abcdef").repeated(200'000);
    int reads = 0;
    const Result<void> kept = m_store->keep({ada, hashOf(large), large.size(), quota, 1000, 2000},
                                            [&](qint64 offset, qint64 size) -> Result<QByteArray> {
                                                if (++reads == 2)
                                                    return Error{ErrorCode::Internal, QStringLiteral("test"), {}, {}};
                                                return large.mid(offset, size);
                                            });
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, ErrorCode::Internal);
    QVERIFY(!isThere(ada, large, 1000));
    QCOMPARE(m_store->bytes(ada, hashOf(large), 1000, large.size()).error().code, ErrorCode::NotFound);
    QVERIFY(keep(ada, large, 1100, 2100));
    QCOMPARE(must(m_store->bytes(ada, hashOf(large), 1100, large.size())), large);
}

void UploadStoreTest::quotasHold()
{
    const QByteArray one(600'000, 'a');
    const QByteArray two(600'000, 'b');
    QVERIFY(keep(ada, one, 1000, 2000, 1'000'000));
    QCOMPARE(must(m_store->look(ada, hashOf(two), 1000)).others, one.size());
    QCOMPARE(must(m_store->look(ada, hashOf(one), 1000)).others, 0);
    QCOMPARE(reasonOf(keep(ada, two, 1000, 2000, 1'000'000).error()), QStringLiteral("quota"));
    QVERIFY(keep(ada, one, 1000, 2000, 1'000'000));
    QVERIFY(keep(ben, two, 1000, 2000, 1'000'000));
    QVERIFY(keep(ada, two, 2000, 3000, 1'000'000)); // the first one's time is over
    // However small they are, there is an end of them.
    for (int i = 0; i < 6; ++i)
        QVERIFY(keep(ada, QByteArray::number(i), 2000, 3000, 1'000'000));
    QCOMPARE(reasonOf(keep(ada, "7", 2000, 3000, 1'000'000).error()), QStringLiteral("quota"));
}

void UploadStoreTest::whatIsOverGoes()
{
    for (int i = 0; i < 3; ++i)
        QVERIFY(keep(ada, QByteArray::number(i), 1000, 2000 + i));
    QVERIFY(!isThere(ada, "0", 2000));
    QVERIFY(isThere(ada, "1", 2000));
    QCOMPARE(must(m_store->sweep(1999)), 0);
    QVERIFY(isThere(ada, "0", 1999)); // until it is swept up its row is there
    QCOMPARE(must(m_store->sweep(2001)), 2);
    QVERIFY(!isThere(ada, "1", 1000));
    QVERIFY(isThere(ada, "2", 2001));
    // What is sent again in time stays for the longer of both times, and what is late begins anew.
    QVERIFY(keep(ada, "2", 2001, 5000));
    QVERIFY(keep(ada, "2", 2001, 3000));
    QCOMPARE(must(m_store->sweep(4000)), 0);
    QVERIFY(keep(ada, "2", 6000, 7000));
    QVERIFY(isThere(ada, "2", 6999));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::UploadStoreTest)
#include "upload_store_test.moc"
