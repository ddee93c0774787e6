// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_certificates.h"

#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QStandardPaths>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

bool TestCertificates::canBeMade()
{
    return !QStandardPaths::findExecutable(u"openssl"_s).isEmpty();
}

void TestCertificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl failed: %s", process.readAll().constData());
}

QString TestCertificates::newFile(const QString &suffix)
{
    return m_folder.filePath(u"%1.%2"_s.arg(++m_files).arg(suffix));
}

TestCertificates::Authority TestCertificates::newAuthority(int days)
{
    const Authority made{newFile(u"crt"_s), newFile(u"key"_s)};
    openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
             u"-days"_s, QString::number(days), u"-subj"_s, u"/CN=Test authority %1"_s.arg(m_files), u"-keyout"_s,
             made.key, u"-out"_s, made.certificate});
    return made;
}

TestCertificates::Certificate TestCertificates::newCertificate(const Authority &authority, const QString &host,
                                                               int days)
{
    const Certificate made{newFile(u"crt"_s), newFile(u"key"_s)};
    const QString request = newFile(u"csr"_s);
    const QString extensions = newFile(u"ext"_s);
    QFile file(extensions);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no extensions");
    const bool isAddress = !QHostAddress(host).isNull();
    file.write(u"subjectAltName=%1:%2\n"_s.arg(isAddress ? u"IP"_s : u"DNS"_s, host).toUtf8());
    file.close();
    openssl({u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-subj"_s,
             u"/CN="_s + host, u"-keyout"_s, made.key, u"-out"_s, request});
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s, authority.certificate, u"-CAkey"_s, authority.key,
             u"-CAcreateserial"_s, u"-days"_s, QString::number(days), u"-extfile"_s, extensions, u"-out"_s,
             made.certificate});
    return made;
}

} // namespace deskhand::test
