// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_random.h"
#include "demo/template_library.h"
#include "domain/person.h"

#include <QHash>
#include <QSet>

namespace deskhand {

/// A name as shown and in Latin letters.
struct DemoName {
    QString shown;
    QString latin;
};

/// Somebody of the demo with what letters say about them.
struct DemoPerson {
    Person person;
    QString first;
    QString last;
    QString culture;
    QString site;
    QString department;
    QString room;
    QString device;
    QString asset;
    bool hasSignature = false;
    bool isTerse = false; ///< writes without greeting and closing
};

struct DemoSite {
    QString name;
    QString language;
    QString buildings;
    QString phonePrefix;
};

/// Invents people: names of several cultures, mail addresses that are unique, rooms, phones, machines.
class PeopleMaker
{
public:
    explicit PeopleMaker(const TemplateLibrary &library);

    /// A new person who writes in `language`; id, role and organization are up to the caller.
    [[nodiscard]] DemoPerson make(const QString &language, const QString &domain, DemoRandom *random);
    /// A person with a fixed name ("Sarah Lind") and mail name ("sarah.lind"); `site` empty: any.
    [[nodiscard]] DemoPerson makeNamed(const QString &name, const QString &mailName, const QString &domain,
                                       const QString &language, const QString &site, DemoRandom *random);

    [[nodiscard]] const QVector<DemoSite> &sites() const { return m_sites; }

private:
    struct NamePool {
        QVector<DemoName> first;
        QVector<DemoName> last;
    };
    void furnish(DemoPerson *person, const DemoSite &site, DemoRandom *random);
    [[nodiscard]] const DemoSite &siteFor(const QString &language, DemoRandom *random) const;
    [[nodiscard]] QString uniqueAddress(const QString &mailName, const QString &domain);

    QHash<QString, NamePool> m_pools;
    QHash<QString, QStringList> m_cultures; ///< by language, repeated by weight
    QHash<QString, QVector<int>> m_sitesOf; ///< by language, repeated by weight
    QVector<DemoSite> m_sites;
    QStringList m_machines; ///< repeated by weight
    QHash<QString, int> m_taken;
    int m_assets = 0;
};

/// Items of "3* text" lines, each as often as its weight says.
[[nodiscard]] QStringList repeatedByWeight(const QStringList &lines);
/// Fields of a "a | b | c" line, trimmed.
[[nodiscard]] QStringList demoFields(const QString &line);

} // namespace deskhand
