// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/service_config.h"

#include "service/config/config_text.h"
#include "service/config/network_text.h"

#include <QFile>

#include <algorithm>
#include <functional>

namespace deskhand {
namespace {

/// Takes a value; false: it does not have the form.
using TakeValue = std::function<bool(const QString &value, ServiceConfig *config)>;

struct KnownKey {
    ConfigKey key;
    QString usual;
    TakeValue take;
};

template <typename Field>
TakeValue textInto(Field field)
{
    return [field](const QString &value, ServiceConfig *config) {
        field(config) = value;
        return !value.contains(QChar(0));
    };
}

template <typename Field>
TakeValue listInto(Field field)
{
    return [field](const QString &value, ServiceConfig *config) {
        QStringList &list = field(config);
        list.clear();
        for (const QString &part : value.split(u',')) {
            if (!part.trimmed().isEmpty())
                list.append(part.trimmed());
        }
        return true;
    };
}

/// `unit`: what one of it is in the field.
template <typename Field>
TakeValue numberInto(qint64 least, qint64 most, Field field, qint64 unit = 1)
{
    return [least, most, field, unit](const QString &value, ServiceConfig *config) {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        if (!ok || number < least || number > most)
            return false;
        using Type = std::remove_reference_t<decltype(field(config))>;
        field(config) = static_cast<Type>(number * unit);
        return true;
    };
}

template <typename Field>
TakeValue yesInto(Field field)
{
    return [field](const QString &value, ServiceConfig *config) {
        if (value != u"yes" && value != u"no")
            return false;
        field(config) = value == u"yes";
        return true;
    };
}

QString numberForm(qint64 least, qint64 most)
{
    return QStringLiteral("a whole number, %1 to %2").arg(least).arg(most);
}

KnownKey numberKey(const char *section, const char *key, qint64 least, qint64 most, const QString &usual,
                   const QString &help, const TakeValue &take)
{
    return {{QString::fromLatin1(section), QString::fromLatin1(key), numberForm(least, most), help}, usual, take};
}

QVector<KnownKey> deskKeys()
{
    return {
        {{QStringLiteral("desk"), QStringLiteral("place"), QStringLiteral("a file, or postgresql://USER@HOST/DATABASE"),
          QStringLiteral("The desk: a file of its own on this machine, or a database")},
         {},
         textInto([](ServiceConfig *config) -> QString & { return config->desk; })},
        {{QStringLiteral("desk"), QStringLiteral("keys"), QStringLiteral("a folder, or a file that ends in .key"),
          QStringLiteral("Where the key is that opens the passwords of mailboxes and second factors")},
         {},
         textInto([](ServiceConfig *config) -> QString & { return config->keys; })},
    };
}

QVector<KnownKey> listenKeys()
{
    const auto edge = [](ServiceConfig *config) -> EdgeOptions & { return config->listen; };
    return {
        {{QStringLiteral("listen"), QStringLiteral("address"), QStringLiteral("an address of this machine"),
          QStringLiteral("Where clients come to: 127.0.0.1 (this machine only), 0.0.0.0 or :: (everybody)")},
         QStringLiteral("127.0.0.1"),
         [edge](const QString &value, ServiceConfig *config) {
             edge(config).address = value;
             return isNetworkAddress(value);
         }},
        numberKey("listen", "port", 0, 65535, QStringLiteral("8443"), QStringLiteral("0: any free one"),
                  numberInto(0, 65535, [edge](ServiceConfig *config) -> quint16 & { return edge(config).port; })),
        {{QStringLiteral("listen"), QStringLiteral("certificate"), QStringLiteral("a file (PEM)"),
          QStringLiteral("Certificate with its chain; without one only this machine may be listened to")},
         {},
         textInto([edge](ServiceConfig *config) -> QString & { return edge(config).certificateFile; })},
        {{QStringLiteral("listen"), QStringLiteral("key"), QStringLiteral("a file (PEM)"),
          QStringLiteral("Private key of the certificate")},
         {},
         textInto([edge](ServiceConfig *config) -> QString & { return edge(config).keyFile; })},
        {{QStringLiteral("listen"), QStringLiteral("trusted-proxies"),
          QStringLiteral("addresses or networks, with commas between them"),
          QStringLiteral("Proxies whose word about a client's address is taken")},
         {},
         [edge](const QString &value, ServiceConfig *config) {
             QStringList &proxies = edge(config).trustedProxies;
             listInto([edge](ServiceConfig *one) -> QStringList & { return edge(one).trustedProxies; })(value, config);
             return std::all_of(proxies.cbegin(), proxies.cend(), isNetworkOrAddress);
         }},
        {{QStringLiteral("listen"), QStringLiteral("origins"),
          QStringLiteral("like https://desk.example.org, with commas between them"),
          QStringLiteral("Web pages that may open the WebSocket; Deskhand's own programs need none")},
         {},
         [](const QString &value, ServiceConfig *config) {
             listInto([](ServiceConfig *one) -> QStringList & { return one->origins; })(value, config);
             return std::all_of(config->origins.cbegin(), config->origins.cend(), [](const QString &origin) {
                 const bool isWeb = origin.startsWith(u"https://") || origin.startsWith(u"http://");
                 return isWeb && origin.count(u'/') == 2;
             });
         }},
        {{QStringLiteral("listen"), QStringLiteral("upload-folder"), QStringLiteral("a folder"),
          QStringLiteral("Where uploads are while they come, in files without a name; else /var/tmp")},
         {},
         textInto([edge](ServiceConfig *config) -> QString & { return edge(config).uploadFolder; })},
        numberKey("listen", "threads", 1, 64, QStringLiteral("2"), QStringLiteral("That read and write the sockets"),
                  numberInto(1, 64, [edge](ServiceConfig *config) -> int & { return edge(config).threads; })),
    };
}

QVector<KnownKey> limitKeys()
{
    const auto limits = [](ServiceConfig *config) -> EdgeLimits & { return config->listen.limits; };
    return {
        numberKey(
            "limits", "connections", 1, 1'000'000, QStringLiteral("20000"), QStringLiteral("All in all"),
            numberInto(1, 1'000'000, [limits](ServiceConfig *config) -> int & { return limits(config).connections; })),
        numberKey(
            "limits", "connections-per-address", 1, 1'000'000, QStringLiteral("64"),
            QStringLiteral("Of one address, or of one /64 of IPv6"),
            numberInto(1, 1'000'000, [limits](ServiceConfig *config) -> int & { return limits(config).perAddress; })),
        numberKey(
            "limits", "request-megabytes", 1, 65'536, QStringLiteral("256"),
            QStringLiteral("Of all requests together that are being read or answered; more are sent away"),
            numberInto(
                1, 65'536, [limits](ServiceConfig *config) -> qint64 & { return limits(config).bodies; }, 1 << 20)),
        numberKey("limits", "upload-megabytes", 1, 64, QStringLiteral("64"),
                  QStringLiteral("Of one attachment, which is sent before the command that uses it"),
                  numberInto(
                      1, 64, [](ServiceConfig *config) -> qint64 & { return config->largestUpload; }, 1 << 20)),
        numberKey("limits", "upload-quota-megabytes", 1, 65'536, QStringLiteral("256"),
                  QStringLiteral("Of all attachments of one person that no command has used yet"),
                  numberInto(
                      1, 65'536, [](ServiceConfig *config) -> qint64 & { return config->uploadQuota; }, 1 << 20)),
        numberKey(
            "limits", "uploads-megabytes", 1, 1'048'576, QStringLiteral("1024"),
            QStringLiteral("Of all attachments that are on their way at once, in the upload folder"),
            numberInto(
                1, 1'048'576, [limits](ServiceConfig *config) -> qint64 & { return limits(config).uploads; }, 1 << 20)),
        numberKey("limits", "upload-hours", 1, 720, QStringLiteral("24"),
                  QStringLiteral("That an attachment is kept which no command has used"),
                  numberInto(1, 720, [](ServiceConfig *config) -> int & { return config->uploadHours; })),
        numberKey("limits", "client-backlog-kilobytes", 1, 1'048'576, QStringLiteral("4096"),
                  QStringLiteral("That wait for a client which does not read; then it is dropped, and comes back"),
                  numberInto(
                      1, 1'048'576,
                      [limits](ServiceConfig *config) -> qint64 & { return limits(config).socketBacklog; }, 1 << 10)),
        numberKey("limits", "requests-per-second", 1, 100'000, QStringLiteral("100"),
                  QStringLiteral("Of somebody who is signed in; for a moment twenty times as many"),
                  numberInto(1, 100'000, [](ServiceConfig *config) -> int & { return config->requestsPerSecond; })),
        numberKey("limits", "api-requests-per-second", 1, 100'000, QStringLiteral("20"),
                  QStringLiteral("Of an API token; for a moment five times as many"),
                  numberInto(1, 100'000, [](ServiceConfig *config) -> int & { return config->apiRequestsPerSecond; })),
        numberKey("limits", "query-seconds", 1, 600, QStringLiteral("30"),
                  QStringLiteral("After which a question is given up"),
                  numberInto(1, 600, [](ServiceConfig *config) -> int & { return config->querySeconds; })),
        numberKey("limits", "drain-seconds", 0, 600, QStringLiteral("20"),
                  QStringLiteral("That a stop waits for what has begun"),
                  numberInto(0, 600, [](ServiceConfig *config) -> int & { return config->drainSeconds; })),
    };
}

KnownKey jobKey(const char *key, const QString &help, bool ServiceConfig::*field)
{
    return {{QStringLiteral("jobs"), QString::fromLatin1(key), QStringLiteral("yes or no"), help},
            QStringLiteral("yes"),
            yesInto([field](ServiceConfig *config) -> bool & { return config->*field; })};
}

QVector<KnownKey> jobKeys()
{
    return {
        jobKey("receive", QStringLiteral("Receive the desk's mail"), &ServiceConfig::receives),
        jobKey("send", QStringLiteral("Send the desk's mail"), &ServiceConfig::sends),
        jobKey("sla", QStringLiteral("Watch and recalculate clocks"), &ServiceConfig::watchesSla),
        {{QStringLiteral("log"), QStringLiteral("level"), QStringLiteral("error, warning, info or debug"),
          QStringLiteral("What is told on standard error, a line of JSON each")},
         QStringLiteral("info"),
         [](const QString &value, ServiceConfig *config) {
             const QStringList names{QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("info"),
                                     QStringLiteral("debug")};
             config->logLevel = static_cast<LogLevel>(std::max(qsizetype(0), names.indexOf(value)));
             return names.contains(value);
         }},
        {{QStringLiteral("metrics"), QStringLiteral("token"), QStringLiteral("at least 16 characters"),
          QStringLiteral("Who sends it may read /metrics; without one only this machine may")},
         {},
         [](const QString &value, ServiceConfig *config) {
             config->metricsToken = value;
             return value.isEmpty() || value.size() >= 16;
         }},
    };
}

const QVector<KnownKey> &knownKeys()
{
    static const QVector<KnownKey> keys = deskKeys() + listenKeys() + limitKeys() + jobKeys();
    return keys;
}

const KnownKey *knownKey(const QString &section, const QString &key)
{
    for (const KnownKey &known : knownKeys()) {
        if (known.key.section == section && known.key.key == key)
            return &known;
    }
    return nullptr;
}

bool isKnownSection(const QString &section)
{
    return std::any_of(knownKeys().cbegin(), knownKeys().cend(),
                       [&](const KnownKey &known) { return known.key.section == section; });
}

/// Brings the sources together, in their order, and tells what is wrong with them.
class ConfigBuilder
{
public:
    void addFile(const ConfigText &text)
    {
        m_problems += text.problems;
        for (const ConfigEntry &entry : text.entries)
            add(entry);
    }

    /// Variables of our own sections only: others of that beginning are not ours to judge.
    void addEnvironment(const QHash<QString, QString> &environment)
    {
        QStringList names = environment.keys();
        names.sort();
        for (const QString &name : std::as_const(names)) {
            const QStringList words = name.split(u'_');
            if (words.size() < 3 || words[0] != u"DESKHAND" || !isKnownSection(words[1].toLower()))
                continue;
            add({words[1].toLower(), words.mid(2).join(u'-').toLower(), environment.value(name), name});
        }
    }

    void addFlags(const QStringList &flags)
    {
        for (qsizetype i = 0; i < flags.size(); ++i) {
            const QString flag = flags[i].section(u'=', 0, 0);
            if (!flag.startsWith(u"--") || flag.count(u'-') < 3) {
                m_problems.append(QStringLiteral("%1: there is no such flag").arg(flag));
                continue;
            }
            QString value = flags[i].section(u'=', 1);
            if (!flags[i].contains(u'=')) {
                if (i + 1 >= flags.size()) {
                    m_problems.append(QStringLiteral("%1: its value is missing").arg(flag));
                    continue;
                }
                value = flags[++i];
            }
            const qsizetype dash = flag.indexOf(u'-', 2);
            add({flag.mid(2, dash - 2), flag.mid(dash + 1), value, flag});
        }
    }

    Result<ServiceConfig> take()
    {
        if (m_config.desk.isEmpty() && m_problems.isEmpty())
            m_problems.append(QStringLiteral("[desk] place: it has to be said which desk is served"));
        if (m_config.listen.certificateFile.isEmpty() != m_config.listen.keyFile.isEmpty())
            m_problems.append(QStringLiteral("[listen] certificate and key: one is of no use without the other"));
        else if (m_config.listen.certificateFile.isEmpty() && !isLoopbackAddress(m_config.listen.address))
            m_problems.append(QStringLiteral("[listen] certificate: without one only 127.0.0.1 or ::1 may be listened "
                                             "to, not %1")
                                  .arg(m_config.listen.address));
        if (m_problems.isEmpty())
            return m_config;
        return Error{ErrorCode::Invalid,
                     QStringLiteral("service.config"),
                     m_problems.join(u'\n'),
                     {{QStringLiteral("problems"), m_problems}}};
    }

private:
    void add(const ConfigEntry &entry)
    {
        const KnownKey *known = knownKey(entry.section, entry.key);
        if (!known) {
            m_problems.append(isKnownSection(entry.section)
                                  ? QStringLiteral("%1: there is no key “%2” in [%3]; there are: %4")
                                        .arg(entry.place, entry.key, entry.section, keysOf(entry.section))
                                  : QStringLiteral("%1: there is no section [%2]").arg(entry.place, entry.section));
            return;
        }
        if (!known->take(entry.value, &m_config))
            m_problems.append(wrongValue(entry, known->key));
    }

    static QString wrongValue(const ConfigEntry &entry, const ConfigKey &key)
    {
        const bool isSecret = key.key == u"token" || key.key == u"place";
        const QString what = isSecret ? QStringLiteral("the value") : QStringLiteral("“%1”").arg(entry.value);
        return QStringLiteral("%1: %2 is wrong for “%3” in [%4]: it has to be %5")
            .arg(entry.place, what, entry.key, entry.section, key.form);
    }

    static QString keysOf(const QString &section)
    {
        QStringList names;
        for (const KnownKey &known : knownKeys()) {
            if (known.key.section == section)
                names.append(known.key.key);
        }
        return names.join(QStringLiteral(", "));
    }

    ServiceConfig m_config = [] {
        ServiceConfig config;
        config.listen.port = 8443;
        return config;
    }();
    QStringList m_problems;
};

bool holdsSecret(const ConfigText &text)
{
    return std::any_of(text.entries.cbegin(), text.entries.cend(), [](const ConfigEntry &entry) {
        const bool isPlace = entry.key == u"place" && entry.value.startsWith(u"postgresql://");
        const QString user = entry.value.section(u'@', 0, 0).mid(13);
        return (isPlace && entry.value.contains(u'@') && user.contains(u':'))
               || (entry.key == u"token" && !entry.value.isEmpty());
    });
}

} // namespace

QString ConfigKey::variable() const
{
    return QStringLiteral("DESKHAND_%1_%2").arg(section, key).toUpper().replace(u'-', u'_');
}

QString ConfigKey::flag() const
{
    return section + u'-' + key;
}

QVector<ConfigKey> configKeys()
{
    QVector<ConfigKey> keys;
    for (const KnownKey &known : knownKeys())
        keys.append(known.key);
    return keys;
}

Result<ServiceConfig> readServiceConfig(const ConfigSource &source)
{
    ConfigBuilder builder;
    if (!source.file.isEmpty()) {
        QFile file(source.file);
        if (!file.open(QIODevice::ReadOnly))
            return Error{file.exists() ? ErrorCode::Denied : ErrorCode::NotFound,
                         QStringLiteral("service.config"),
                         QStringLiteral("%1: %2").arg(source.file, file.errorString()),
                         {}};
        const ConfigText text = readConfigText(file.readAll(), source.file);
        const auto others = QFileDevice::ReadOther | QFileDevice::WriteOther;
        if (holdsSecret(text) && (file.permissions() & others))
            return Error{ErrorCode::Denied,
                         QStringLiteral("service.config"),
                         QStringLiteral("%1: it holds a password and everybody on this machine can read it; "
                                        "chmod o-rwx it")
                             .arg(source.file),
                         {}};
        builder.addFile(text);
    }
    builder.addEnvironment(source.environment);
    builder.addFlags(source.flags);
    return builder.take();
}

QString sampleServiceConfig(const QString &desk)
{
    QString text = QStringLiteral("# Deskhand's service. Every line can also be said by the environment\n"
                                  "# (DESKHAND_LISTEN_PORT=8443) or by a flag (--listen-port=8443).\n");
    QString section;
    for (const KnownKey &known : knownKeys()) {
        if (known.key.section != section)
            text += QStringLiteral("\n[%1]\n").arg(section = known.key.section);
        text += QStringLiteral("# %1: %2.\n").arg(known.key.help, known.key.form);
        const bool isDesk = known.key.section == u"desk" && known.key.key == u"place";
        const QString value = isDesk ? desk : known.usual;
        text +=
            QStringLiteral("%1%2 = %3\n").arg(value.isEmpty() ? QStringLiteral("#") : QString(), known.key.key, value);
    }
    return text;
}

} // namespace deskhand
