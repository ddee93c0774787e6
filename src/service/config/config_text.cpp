// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/config_text.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace deskhand {
namespace {

bool isConfigName(QStringView name)
{
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](QChar sign) {
        return (sign >= u'a' && sign <= u'z') || (sign >= u'0' && sign <= u'9') || sign == u'-';
    });
}

/// Goes through the lines of one file.
class ConfigReader
{
public:
    explicit ConfigReader(const QString &name)
        : m_name(name)
    {
    }

    void readLine(const QString &given)
    {
        ++m_line;
        const QString line = given.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            return;
        if (line.startsWith(u'['))
            readSection(line);
        else
            readSetting(line);
    }
    void add(const QString &problem) { m_text.problems.append(place() + QStringLiteral(": ") + problem); }

    ConfigText take() { return std::move(m_text); }

private:
    [[nodiscard]] QString place() const { return QStringLiteral("%1:%2").arg(m_name).arg(m_line); }

    void readSection(const QString &line)
    {
        m_section = line.endsWith(u']') ? line.mid(1, line.size() - 2).trimmed() : QString();
        if (!isConfigName(m_section)) {
            m_section.clear();
            m_inBadSection = true;
            add(QStringLiteral("“%1” is no section; it has to look like [listen]").arg(line));
            return;
        }
        m_inBadSection = m_sections.contains(m_section);
        if (m_inBadSection)
            add(QStringLiteral("section [%1] is there twice").arg(m_section));
        m_sections.insert(m_section);
    }

    void readSetting(const QString &line)
    {
        const qsizetype equals = line.indexOf(u'=');
        const QString key = line.left(equals < 0 ? 0 : equals).trimmed();
        // The line itself is not told: it may hold a password.
        if (!isConfigName(key)) {
            add(QStringLiteral("this line is no setting; it has to look like “key = value”"));
            return;
        }
        if (m_section.isEmpty()) {
            if (!m_inBadSection)
                add(QStringLiteral("“%1” stands before the first section").arg(key));
            return;
        }
        const QString full = m_section + u'.' + key;
        if (m_keys.contains(full)) {
            add(QStringLiteral("“%1” is there twice in [%2]").arg(key, m_section));
            return;
        }
        m_keys.insert(full);
        m_text.entries.append({m_section, key, line.mid(equals + 1).trimmed(), place()});
    }

    QString m_name;
    ConfigText m_text;
    QString m_section;
    QSet<QString> m_sections;
    QSet<QString> m_keys;
    int m_line = 0;
    bool m_inBadSection = false;
};

} // namespace

ConfigText readConfigText(const QByteArray &bytes, const QString &name)
{
    ConfigReader reader(name);
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError()) {
        reader.add(QStringLiteral("the file is not UTF-8"));
        return reader.take();
    }
    for (const QString &line : text.split(u'\n'))
        reader.readLine(line);
    return reader.take();
}

} // namespace deskhand
