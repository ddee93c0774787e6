// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace deskhand::test {

/// Authorities and certificates for throw-away servers, made by openssl's program.
class TestCertificates
{
public:
    struct Authority {
        QString certificate; ///< file
        QString key;
    };
    struct Certificate {
        QString certificate;
        QString key;
    };

    /// False where there is no openssl.
    [[nodiscard]] static bool canBeMade();

    [[nodiscard]] Authority newAuthority(int days = 2);
    /// For a host name or address ("127.0.0.1"); with `days` -1 it has expired.
    [[nodiscard]] Certificate newCertificate(const Authority &authority, const QString &host, int days = 2);

private:
    void openssl(const QStringList &arguments);
    [[nodiscard]] QString newFile(const QString &suffix);

    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace deskhand::test
