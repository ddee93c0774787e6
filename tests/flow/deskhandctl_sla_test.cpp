// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks from the command line, as the program is started.
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

constexpr int slaPatience = 60'000; // ms

struct SlaOutcome {
    int code = -1;
    QString output;
    QString errors;

    [[nodiscard]] QStringList lines() const { return output.split(u'\n', Qt::SkipEmptyParts); }
    [[nodiscard]] QJsonObject json(qsizetype line = 0) const
    {
        return QJsonDocument::fromJson(lines().value(line).toUtf8()).object();
    }
};

SlaOutcome ctl(const QStringList &arguments)
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + QStringLiteral("/deskhandctl"), arguments);
    SlaOutcome outcome;
    if (!process.waitForFinished(slaPatience) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

qint64 instantOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

class DeskhandctlSlaTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_desk;

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QJsonObject &json) const
    {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(QJsonDocument(json).toJson()) <= 0)
            qFatal("%s cannot be written", qPrintable(name));
        return file(name);
    }
    static QJsonObject parsed(const char *json) { return QJsonDocument::fromJson(json).object(); }

    /// A promise to solve everything in time, with one warning.
    QString policyFile(const QString &name, const QString &amount)
    {
        QJsonObject target{{QStringLiteral("kind"), QStringLiteral("resolution")},
                           {QStringLiteral("otherwise"), amount}};
        QJsonObject level = parsed(R"({"id":1,"name":"half","when":"percent","amount":50,
                                       "actions":[{"kind":"notify-person","agent":"Ann Lee"}]})");
        return write(QStringLiteral("policy.json"), {{QStringLiteral("name"), name},
                                                     {QStringLiteral("targets"), QJsonArray{target}},
                                                     {QStringLiteral("levels"), QJsonArray{level}}});
    }
    QString openTicket(const QString &subject)
    {
        const SlaOutcome opened =
            ctl({QStringLiteral("ticket"), QStringLiteral("open"), m_desk, QStringLiteral("--subject"), subject,
                 QStringLiteral("--requester"), QStringLiteral("rita@customer.example"), QStringLiteral("--json")});
        return opened.json().value(QStringLiteral("number")).toString();
    }
    QJsonObject explained(const QString &ticket)
    {
        return ctl({QStringLiteral("sla"), QStringLiteral("explain"), m_desk, ticket, QStringLiteral("--json")}).json();
    }
    QJsonObject shown(const QString &ticket)
    {
        return ctl({QStringLiteral("ticket"), QStringLiteral("show"), m_desk, ticket, QStringLiteral("--json")}).json();
    }
    static QVector<QJsonObject> policies(const QString &desk)
    {
        const SlaOutcome list =
            ctl({QStringLiteral("sla"), QStringLiteral("policies"), desk, QStringLiteral("--json")});
        QVector<QJsonObject> all;
        for (qsizetype i = 0; i < list.lines().size(); ++i)
            all.append(list.json(i));
        return all;
    }
    QStringList policyNames() const
    {
        QStringList names;
        for (const QJsonObject &policy : policies(m_desk))
            names.append(policy.value(QStringLiteral("name")).toString());
        return names;
    }
    QJsonObject policyNamed(const QString &name) const
    {
        for (const QJsonObject &policy : policies(m_desk)) {
            if (policy.value(QStringLiteral("name")).toString() == name)
                return policy;
        }
        return {};
    }
    /// Every interval follows the one before it, and what counts is what has elapsed.
    static QString brokenLedger(const QJsonObject &target)
    {
        qint64 counted = 0;
        qint64 end = instantOf(target.value(QStringLiteral("started")));
        for (const QJsonValue &value : target.value(QStringLiteral("ledger")).toArray()) {
            const QJsonObject entry = value.toObject();
            if (instantOf(entry.value(QStringLiteral("from"))) != end)
                return QStringLiteral("there is a gap before %1").arg(entry.value(QStringLiteral("from")).toString());
            const qint64 from = end;
            end = instantOf(entry.value(QStringLiteral("to")));
            counted += entry.value(QStringLiteral("counted")).toBool() ? end - from : 0;
            if (entry.value(QStringLiteral("why")).toString().isEmpty())
                return QStringLiteral("an interval has no reason");
        }
        const qint64 elapsed = target.value(QStringLiteral("elapsed_ms")).toInteger();
        return counted == elapsed && counted == target.value(QStringLiteral("counted_ms")).toInteger()
                   ? QString()
                   : QStringLiteral("%1 counted, %2 elapsed").arg(counted).arg(elapsed);
    }

private Q_SLOTS:
    void init()
    {
        static int desks = 0;
        m_desk = file(QStringLiteral("sla-%1.desk").arg(++desks));
        const SlaOutcome made =
            ctl({QStringLiteral("init"), m_desk, QStringLiteral("--agent"), QStringLiteral("Ann Lee"),
                 QStringLiteral("--address"), QStringLiteral("ann@desk.example")});
        QVERIFY2(made.code == 0, qPrintable(made.errors));
        // What a new desk promises is not what these tests are about.
        QJsonObject standard = QJsonDocument::fromJson(ctl({QStringLiteral("sla"), QStringLiteral("policy"),
                                                            QStringLiteral("show"), m_desk, QStringLiteral("Standard")})
                                                           .output.toUtf8())
                                   .object();
        standard.insert(QStringLiteral("active"), false);
        const SlaOutcome saved = ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk,
                                      write(QStringLiteral("standard.json"), standard)});
        QVERIFY2(saved.code == 0, qPrintable(saved.errors));
    }

    void aTicketIsExplained()
    {
        const SlaOutcome saved = ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk,
                                      policyFile(QStringLiteral("Usual"), QStringLiteral("4h"))});
        QVERIFY2(saved.code == 0, qPrintable(saved.errors));
        const QString ticket = openTicket(QStringLiteral("Lamp"));
        QVERIFY(!ticket.isEmpty());
        const QJsonObject explanation = explained(ticket);
        const QJsonObject target = explanation.value(QStringLiteral("targets")).toArray().first().toObject();
        QCOMPARE(target.value(QStringLiteral("target")).toString(), QStringLiteral("resolution"));
        QCOMPARE(target.value(QStringLiteral("state")).toString(), QStringLiteral("running"));
        QCOMPARE(target.value(QStringLiteral("policy")).toObject().value(QStringLiteral("name")).toString(),
                 QStringLiteral("Usual"));
        QCOMPARE(brokenLedger(target), QString());
        constexpr qint64 fourHours = 4 * 60 * 60 * 1000;
        QCOMPARE(instantOf(target.value(QStringLiteral("due"))),
                 instantOf(target.value(QStringLiteral("started"))) + fourHours);
        QCOMPARE(target.value(QStringLiteral("elapsed_ms")).toInteger()
                     + target.value(QStringLiteral("left_ms")).toInteger(),
                 fourHours);
        QCOMPARE(explanation.value(QStringLiteral("levels")).toArray().size(), 2);
        const QJsonObject head = shown(ticket);
        QCOMPARE(head.value(QStringLiteral("sla")).toString(), QStringLiteral("running"));
        QCOMPARE(head.value(QStringLiteral("sla_due")).toString(), target.value(QStringLiteral("due")).toString());
        // And for people.
        const SlaOutcome words = ctl({QStringLiteral("sla"), QStringLiteral("explain"), m_desk, ticket});
        QCOMPARE(words.code, 0);
        QVERIFY(words.output.contains(QStringLiteral("resolution, cycle 1: running")));
        QVERIFY(words.output.contains(QStringLiteral("promised 4h by Usual, version 1")));
        QVERIFY(words.output.contains(QStringLiteral("    sum ")));
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("explain"), m_desk, QStringLiteral("no")}).code, 1);
    }

    void policiesAreShownAsTheyAreWritten()
    {
        const QString path = policyFile(QStringLiteral("Usual"), QStringLiteral("90m"));
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk, path}).code, 0);
        const SlaOutcome shownPolicy = ctl(
            {QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("show"), m_desk, QStringLiteral("usual")});
        QCOMPARE(shownPolicy.code, 0);
        const QJsonObject policy = QJsonDocument::fromJson(shownPolicy.output.toUtf8()).object();
        QCOMPARE(
            policy.value(QStringLiteral("targets")).toArray().first().toObject().value(QStringLiteral("otherwise")),
            QJsonValue(QStringLiteral("90m")));
        // What is shown can be saved again, and is no new version.
        const QString again = write(QStringLiteral("again.json"), policy);
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk, again}).code, 0);
        QCOMPARE(policyNamed(QStringLiteral("Usual")).value(QStringLiteral("version")).toInt(), 1);
        // An unknown name is told, and nothing is saved.
        QJsonObject wrong = policy;
        wrong.insert(QStringLiteral("calendar"), QStringLiteral("Nobody's"));
        const SlaOutcome refused = ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk,
                                        write(QStringLiteral("wrong.json"), wrong)});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.errors.contains(QStringLiteral("calendar")));
    }

    void theOrderOfPoliciesIsSet()
    {
        for (const char *name : {"One", "Two", "Three"})
            QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk,
                          policyFile(QString::fromLatin1(name), QStringLiteral("4h"))})
                         .code,
                     0);
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("order"), m_desk,
                      QStringLiteral("Three"), QStringLiteral("One")})
                     .code,
                 0);
        QStringList names = policyNames();
        names.removeAll(QStringLiteral("Standard"));
        QCOMPARE(names, QStringList({QStringLiteral("Three"), QStringLiteral("One"), QStringLiteral("Two")}));
    }

    void theImpactIsWhatApplyingDoes()
    {
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk,
                      policyFile(QStringLiteral("Usual"), QStringLiteral("4h"))})
                     .code,
                 0);
        QStringList tickets;
        for (int i = 0; i < 5; ++i)
            tickets.append(openTicket(QStringLiteral("Ticket %1").arg(i)));
        const QString changed = policyFile(QStringLiteral("Usual"), QStringLiteral("1s"));
        QTRY_VERIFY_WITH_TIMEOUT(explained(tickets.last())
                                         .value(QStringLiteral("targets"))
                                         .toArray()
                                         .first()
                                         .toObject()
                                         .value(QStringLiteral("elapsed_ms"))
                                         .toInteger()
                                     > 1000,
                                 slaPatience);
        const SlaOutcome impact =
            ctl({QStringLiteral("sla"), QStringLiteral("impact"), m_desk, changed, QStringLiteral("--json")});
        QVERIFY2(impact.code == 0, qPrintable(impact.errors));
        QCOMPARE(impact.json().value(QStringLiteral("changed")).toInt(), tickets.size());
        QCOMPARE(impact.json().value(QStringLiteral("become_overdue")).toInt(), tickets.size());
        QCOMPARE(policyNamed(QStringLiteral("Usual")).value(QStringLiteral("version")).toInt(), 1); // untouched
        const SlaOutcome applied =
            ctl({QStringLiteral("sla"), QStringLiteral("apply"), m_desk, changed, QStringLiteral("--json")});
        QVERIFY2(applied.code == 0, qPrintable(applied.errors));
        const QJsonObject task = applied.json().value(QStringLiteral("recalculation")).toObject();
        QCOMPARE(task.value(QStringLiteral("state")).toString(), QStringLiteral("finished"));
        QCOMPARE(task.value(QStringLiteral("done")).toInt(), tickets.size());
        for (const QString &ticket : std::as_const(tickets)) {
            const QJsonObject target = explained(ticket).value(QStringLiteral("targets")).toArray().first().toObject();
            QCOMPARE(target.value(QStringLiteral("state")).toString(), QStringLiteral("breached"));
            QCOMPARE(target.value(QStringLiteral("cause")).toString(), QStringLiteral("policy-change"));
            QCOMPARE(brokenLedger(target), QString());
        }
        const SlaOutcome tasks =
            ctl({QStringLiteral("sla"), QStringLiteral("tasks"), m_desk, QStringLiteral("--json")});
        QCOMPARE(tasks.json().value(QStringLiteral("state")).toString(), QStringLiteral("finished"));
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("verify"), m_desk}).code, 0);
    }

    void whatIsDueIsDoneAndToldAndGivenAReason()
    {
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk,
                      policyFile(QStringLiteral("Quick"), QStringLiteral("1s"))})
                     .code,
                 0);
        const QString ticket = openTicket(QStringLiteral("Lamp"));
        const auto fired = [&] {
            int count = 0;
            for (const QJsonValue &level : explained(ticket).value(QStringLiteral("levels")).toArray())
                count += level.toObject().value(QStringLiteral("fired_at")).isString() ? 1 : 0;
            return count;
        };
        const auto worked = [&] {
            const SlaOutcome work =
                ctl({QStringLiteral("work"), m_desk, QStringLiteral("--once"), QStringLiteral("--json")});
            return work.code == 0 && fired() == 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(worked(), slaPatience);
        const SlaOutcome told =
            ctl({QStringLiteral("notifications"), m_desk, QStringLiteral("--see"), QStringLiteral("--json")});
        QCOMPARE(told.lines().size(), 1);
        QCOMPARE(told.json().value(QStringLiteral("ticket")).toString(), ticket);
        QVERIFY(told.json().value(QStringLiteral("seen")).isNull());
        QVERIFY(ctl({QStringLiteral("notifications"), m_desk, QStringLiteral("--json")})
                    .json()
                    .value(QStringLiteral("seen"))
                    .isString());
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("reason"), m_desk, ticket, QStringLiteral("resolution"),
                      QStringLiteral("The van was late")})
                     .code,
                 0);
        QCOMPARE(explained(ticket)
                     .value(QStringLiteral("targets"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QStringLiteral("reason"))
                     .toString(),
                 QStringLiteral("The van was late"));
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("verify"), m_desk}).code, 0);
        const QJsonArray jobs = ctl({QStringLiteral("status"), m_desk, QStringLiteral("--json")})
                                    .json()
                                    .value(QStringLiteral("jobs"))
                                    .toArray();
        QStringList names;
        for (const QJsonValue &job : jobs) {
            names.append(job.toObject().value(QStringLiteral("name")).toString());
            QCOMPARE(job.toObject().value(QStringLiteral("backlog")).toInt(), 0);
            QCOMPARE(job.toObject().value(QStringLiteral("failures")).toInt(), 0);
        }
        QVERIFY(names.contains(QStringLiteral("sla-watch")) && names.contains(QStringLiteral("sla-recalculate")));
    }

    void theCheckFindsWhatIsWrong()
    {
        QJsonObject policy =
            QJsonDocument::fromJson(readFile(policyFile(QStringLiteral("Usual"), QStringLiteral("4h")))).object();
        policy.insert(QStringLiteral("condition"), QStringLiteral("priority:high priority:low"));
        openTicket(QStringLiteral("Lamp"));
        QCOMPARE(ctl({QStringLiteral("sla"), QStringLiteral("policy"), QStringLiteral("save"), m_desk,
                      write(QStringLiteral("never.json"), policy)})
                     .code,
                 0);
        const SlaOutcome found =
            ctl({QStringLiteral("sla"), QStringLiteral("check"), m_desk, QStringLiteral("--json")});
        QCOMPARE(found.code, 1);
        QHash<QString, QJsonObject> findings;
        for (const QJsonValue &finding : found.json().value(QStringLiteral("findings")).toArray())
            findings.insert(finding.toObject().value(QStringLiteral("finding")).toString(), finding.toObject());
        QVERIFY(findings.contains(QStringLiteral("never-matches")));
        QCOMPARE(findings.value(QStringLiteral("uncovered-tickets")).value(QStringLiteral("count")).toInt(), 1);
        QVERIFY(!ctl({QStringLiteral("sla"), QStringLiteral("check"), m_desk}).lines().isEmpty());
    }

    void aQueueHasACalendarAndItsPeople()
    {
        const QJsonObject calendar = parsed(R"({"name":"Office","zone":"Europe/Berlin",
            "week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]]},"holidays":[{"yearly":"12-24"}]})");
        const SlaOutcome saved = ctl(
            {QStringLiteral("sla"), QStringLiteral("apply"), m_desk, write(QStringLiteral("office.json"), calendar)});
        QVERIFY2(saved.code == 0, qPrintable(saved.errors));
        QCOMPARE(ctl({QStringLiteral("queue"), QStringLiteral("add"), m_desk, QStringLiteral("Field")}).code, 0);
        const SlaOutcome set = ctl({QStringLiteral("queue"), QStringLiteral("set"), m_desk, QStringLiteral("Field"),
                                    QStringLiteral("--calendar"), QStringLiteral("office"), QStringLiteral("--lead"),
                                    QStringLiteral("Ann Lee"), QStringLiteral("--json")});
        QVERIFY2(set.code == 0, qPrintable(set.errors));
        QCOMPARE(set.json().value(QStringLiteral("calendar")).toString(), QStringLiteral("Office"));
        QCOMPARE(set.json().value(QStringLiteral("lead")).toString(), QStringLiteral("Ann Lee"));
        const SlaOutcome unset = ctl({QStringLiteral("queue"), QStringLiteral("set"), m_desk, QStringLiteral("Field"),
                                      QStringLiteral("--lead"), QStringLiteral("none"), QStringLiteral("--json")});
        QCOMPARE(unset.json().value(QStringLiteral("lead")).toString(), QString());
        QCOMPARE(unset.json().value(QStringLiteral("calendar")).toString(), QStringLiteral("Office"));
        QCOMPARE(ctl({QStringLiteral("queue"), QStringLiteral("set"), m_desk, QStringLiteral("Field"),
                      QStringLiteral("--calendar"), QStringLiteral("Nobody's")})
                     .code,
                 2);
    }

private:
    static QByteArray readFile(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(DeskhandctlSlaTest)

#include "deskhandctl_sla_test.moc"
