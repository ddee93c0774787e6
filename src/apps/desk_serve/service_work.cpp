// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_serve/service_work.h"

#include "apps/desk_work/mail_work.h"
#include "apps/desk_work/report_mail_work.h"
#include "apps/desk_work/report_work.h"
#include "apps/desk_work/sla_work.h"
#include "replica/seal_key_file.h"
#include "service/watch/service_metrics.h"

#include <QStandardPaths>

#include <algorithm>
#include <optional>

namespace deskhand {
namespace {

QString keyPlaceOf(const ServiceConfig &config)
{
    if (!config.keys.isEmpty())
        return config.keys;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return sealKeyFolder(folder + QStringLiteral("/deskhand"));
}

bool isAboutMail(const Change &change)
{
    return change.kind == ChangeKind::MailChanged || change.kind == ChangeKind::ArticlePosted
           || change.kind == ChangeKind::TicketOpened || change.kind == ChangeKind::CatalogChanged;
}

bool isAboutReports(const Change &change)
{
    return change.kind == ChangeKind::ReportChanged;
}

class DeskJobs final : public ServiceJobs
{
public:
    DeskJobs(LocalDesk &desk, const ServiceConfig &config)
    {
        if (config.receives || config.sends) {
            MailWorker::Options options;
            options.receives = config.receives;
            options.sends = config.sends;
            const MailKey key(keyPlaceOf(config), publicKeyOf(desk));
            m_mail.emplace(mailJobPorts(
                               desk, [place = config.desk] { return openMailStoreAt(place); }, key),
                           options);
            m_mail->start();
        }
        if (config.watchesSla) {
            m_sla.emplace(slaJobPorts(desk, config.desk), SlaWorker::Options{});
            m_sla->start();
            m_reports.emplace(reportJobPorts(config.desk));
            m_reports->start();
            m_reportMail.emplace(reportMailPorts(desk, config.desk));
            m_reportMail->start();
        }
    }

    void heed(const QVector<Change> &changes) override
    {
        if (m_mail && std::any_of(changes.cbegin(), changes.cend(), isAboutMail))
            m_mail->wake();
        if (m_sla)
            m_sla->wake();
        if (m_reports)
            m_reports->wake();
        if (m_reportMail && std::any_of(changes.cbegin(), changes.cend(), isAboutReports))
            m_reportMail->wake();
    }

    void writeMetrics(QByteArray *text) const override
    {
        const MailWorkDone mail = m_mail ? m_mail->done() : MailWorkDone();
        const SlaWorkDone sla = m_sla ? m_sla->done() : SlaWorkDone();
        writeMetric(text, "deskhand_mails_fetched_total", "counter", "Mails taken from mailboxes.",
                    double(mail.fetched));
        writeMetric(text, "deskhand_mails_applied_total", "counter", "Mails brought into tickets.",
                    double(mail.applied));
        writeMetric(text, "deskhand_mails_sent_total", "counter", "Mails handed over.", double(mail.sent));
        writeMetric(text, "deskhand_clocks_reached_total", "counter", "Tickets whose clocks reached something.",
                    double(sla.reached));
        writeMetric(text, "deskhand_clocks_recalculated_total", "counter", "Tickets whose clocks were recalculated.",
                    double(sla.recalculated));
        writeMetric(text, "deskhand_reports_mailed_total", "counter", "Mails of reports put into the outbox.",
                    double(m_reportMail ? m_reportMail->mailed() : 0));
        writeMetric(text, "deskhand_job_failures_total", "counter", "What jobs could not do at once.",
                    double(mail.failed + sla.failed + (m_reports ? m_reports->failed() : 0)
                           + (m_reportMail ? m_reportMail->failed() : 0)));
    }

private:
    std::optional<MailWorker> m_mail;
    std::optional<SlaWorker> m_sla;
    std::optional<ReportWorker> m_reports;
    std::optional<ReportMailer> m_reportMail;
};

} // namespace

std::unique_ptr<ServiceJobs> startServiceJobs(LocalDesk &desk, const ServiceConfig &config)
{
    if (!config.receives && !config.sends && !config.watchesSla)
        return {};
    return std::make_unique<DeskJobs>(desk, config);
}

Result<SealKeys> serviceKeys(LocalDesk &desk, const ServiceConfig &config)
{
    const Result<QString> publicKey = publicKeyOf(desk)();
    if (!publicKey)
        return publicKey.error();
    if (publicKey->isEmpty())
        return Error{ErrorCode::Denied, QStringLiteral("service.keys"), QStringLiteral("the desk has no key"), {}};
    return readSealKeyFile(keyPlaceOf(config), *publicKey);
}

} // namespace deskhand
