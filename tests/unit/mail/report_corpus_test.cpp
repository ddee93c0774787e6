// SPDX-License-Identifier: GPL-3.0-or-later
// Delivery reports of sixty mail servers and services (Sisimai's collection): who could not be reached, and the status
// code, as its authors have noted them.
#include "mail/gmime_codec.h"
#include "support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;
using deskhand::test::sharedData;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How often two readers agree.
struct Score {
    int right = 0;
    int all = 0;
    QStringList misses;

    void add(bool agrees, const QString &miss)
    {
        ++all;
        right += agrees;
        if (!agrees)
            misses.append(miss);
    }
    [[nodiscard]] double percent() const { return all == 0 ? 0 : 100.0 * right / all; }
    [[nodiscard]] QString words() const { return u"%1 of %2 (%3 %)"_s.arg(right).arg(all).arg(percent(), 0, 'f', 1); }
};

} // namespace

class ReportCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = sharedData(u"mail/sisimai-bounces"_s);
        if (m_folder.isEmpty())
            QSKIP("the corpus is not on this machine");
        m_expected = QJsonDocument::fromJson(bytesOf(m_folder + u"/expected.json"_s)).object();
        QCOMPARE(m_expected.size(), 555);
    }

    void naturesAreAsLabelled()
    {
        Score score;
        for (auto it = m_expected.begin(); it != m_expected.end(); ++it) {
            const QString reason = it.value()[u"recipients"_s][0][u"reason"_s].toString();
            const MailNature nature = reading(it.key()).nature;
            const MailNature wanted = reason == u"feedback"_s   ? MailNature::OtherReport
                                      : reason == u"vacation"_s ? MailNature::AutoReply
                                                                : MailNature::DeliveryReport;
            score.add(nature == wanted, it.key() + u" is nature "_s + QString::number(int(nature)));
        }
        qInfo("natures: %s", qPrintable(score.words()));
        if (qEnvironmentVariableIsSet("DESKHAND_SHOW_MISSES"))
            qInfo("%s", qPrintable(score.misses.join(u'\n')));
        QVERIFY2(score.percent() >= 99, qPrintable(score.misses.join(u'\n')));
        const QStringList people = QDir(m_folder + u"/maildir/not"_s).entryList(QDir::Files);
        QCOMPARE(people.size(), 3);
        for (const QString &name : people) {
            const AcceptMail mail = makeMailCodec()->read(bytesOf(m_folder + u"/maildir/not/"_s + name), name, nullptr);
            QVERIFY2(mail.nature != MailNature::DeliveryReport && mail.nature != MailNature::OtherReport,
                     qPrintable(name));
            QVERIFY(mail.reported.isEmpty());
        }
    }

    void recipientsAreFound()
    {
        Score mails;
        int found = 0;
        int wanted = 0;
        for (const QString &name : bounces()) {
            const AcceptMail mail = reading(name);
            const QByteArray raw = bytesOf(path(name));
            const auto many = m_expected[name][u"recipients"_s].toArray().size();
            QStringList ours;
            for (const ReportedRecipient &one : mail.reported) {
                ours.append(one.address);
                QVERIFY2(one.state != DeliveryState::None && one.address.contains(u'@'), qPrintable(name));
            }
            wanted += int(many);
            found += int(std::min(many, mail.reported.size()));
            mails.add(mail.reported.size() == many, u"%1: %2, we found %3"_s.arg(name).arg(many).arg(ours.join(u' ')));
        }
        qInfo("mails with exactly their recipients: %s; recipients found: %d of %d", qPrintable(mails.words()), found,
              wanted);
        if (qEnvironmentVariableIsSet("DESKHAND_SHOW_MISSES"))
            qInfo("%s", qPrintable(mails.misses.join(u'\n')));
        QVERIFY2(mails.percent() >= 97, qPrintable(mails.misses.join(u'\n')));
    }

    void statusCodesAreRight()
    {
        Score codes;
        Score classes;
        for (const QString &name : bounces()) {
            const AcceptMail mail = reading(name);
            const QJsonArray theirs = m_expected[name][u"recipients"_s].toArray();
            if (theirs.size() != mail.reported.size())
                continue;
            // Addresses are not in the expectations: the codes of a mail are compared as a set.
            QStringList ours;
            for (const ReportedRecipient &one : mail.reported)
                ours.append(one.status);
            for (const QJsonValue &one : theirs) {
                const QString code = one[u"dsn"_s].toString();
                // Sisimai makes up codes for its reasons where the mail has none ("5.0.911").
                static const QRegularExpression madeUp(u"^[45]\\.0\\.9\\d\\d$"_s);
                if (code.isEmpty())
                    continue;
                const QString words = u"%1: %2, ours %3"_s.arg(name, code, ours.join(u' '));
                if (madeUp.match(code).hasMatch())
                    continue;
                codes.add(ours.contains(code), words);
                const bool sameClass = std::any_of(ours.begin(), ours.end(),
                                                   [&](const QString &our) { return our.left(1) == code.left(1); });
                classes.add(sameClass, words);
            }
        }
        qInfo("status codes: %s; their classes: %s", qPrintable(codes.words()), qPrintable(classes.words()));
        if (qEnvironmentVariableIsSet("DESKHAND_SHOW_MISSES"))
            qInfo("%s\n-- classes\n%s", qPrintable(codes.misses.join(u'\n')), qPrintable(classes.misses.join(u'\n')));
        QVERIFY2(codes.percent() >= 96, qPrintable(codes.misses.join(u'\n')));
        QVERIFY2(classes.percent() >= 98, qPrintable(classes.misses.join(u'\n')));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u"/maildir/bsd/"_s + name; }
    [[nodiscard]] AcceptMail reading(const QString &name) const
    {
        return makeMailCodec()->read(bytesOf(path(name)), name, nullptr);
    }
    [[nodiscard]] QStringList bounces() const
    {
        QStringList names;
        for (auto it = m_expected.begin(); it != m_expected.end(); ++it) {
            const QString reason = it.value()[u"recipients"_s][0][u"reason"_s].toString();
            if (reason != u"feedback"_s && reason != u"vacation"_s)
                names.append(it.key());
        }
        return names;
    }

    QString m_folder;
    QJsonObject m_expected;
};

QTEST_APPLESS_MAIN(ReportCorpusTest)
#include "report_corpus_test.moc"
