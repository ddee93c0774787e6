// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/seal_key_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

namespace deskhand {

class SealKeyFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSealedForTheDeskIsOpenedWithTheFile()
    {
        const QTemporaryDir folder;
        const Result<SealKeys> made = makeSealKeyFile(sealKeyFolder(folder.path()));
        QVERIFY(made);
        const QString text = sealKeyText(made->publicKey);
        const QByteArray sealed = sealSecret(sealKeyFromText(text), "hunter2");
        const Result<SealKeys> read = readSealKeyFile(sealKeyFolder(folder.path()), text);
        QVERIFY(read);
        QCOMPARE(*openSecret(*read, sealed), QByteArrayLiteral("hunter2"));
        const Result<SealKeys> named = readSealKeyFile(sealKeyPath(sealKeyFolder(folder.path()), text), text);
        QVERIFY(named);
        QCOMPARE(named->secretKey, made->secretKey);
    }

    void onlyTheOwnerCanReadIt()
    {
        const QTemporaryDir folder;
        const Result<SealKeys> made = makeSealKeyFile(folder.path());
        QVERIFY(made);
        const QString text = sealKeyText(made->publicKey);
        const QString path = sealKeyPath(folder.path(), text);
        const auto all =
            QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        QVERIFY((QFile::permissions(path) & ~QFileDevice::Permissions(all)) == QFileDevice::Permissions());
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadGroup));
        const Result<SealKeys> refused = readSealKeyFile(folder.path(), text);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Denied);
    }

    void aMissingADamagedAndAnotherDesksKeyAreToldApart()
    {
        const QTemporaryDir folder;
        const Result<SealKeys> mine = makeSealKeyFile(folder.path());
        const Result<SealKeys> other = makeSealKeyFile(folder.path());
        QVERIFY(mine && other);
        const QString text = sealKeyText(mine->publicKey);
        const QString otherPath = sealKeyPath(folder.path(), sealKeyText(other->publicKey));
        QCOMPARE(readSealKeyFile(otherPath, text).error().code, ErrorCode::Corrupt);
        QFile file(sealKeyPath(folder.path(), text));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("no key\n");
        file.close();
        QCOMPARE(readSealKeyFile(folder.path(), text).error().code, ErrorCode::Corrupt);
        QVERIFY(file.remove());
        const Result<SealKeys> missing = readSealKeyFile(folder.path(), text);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QCOMPARE(missing.error().payload.value(QStringLiteral("path")).toString(), file.fileName());
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::SealKeyFileTest)
#include "seal_key_file_test.moc"
