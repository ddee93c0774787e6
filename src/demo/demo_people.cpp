// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_people.h"

namespace deskhand {
namespace {

QVector<DemoName> demoNames(const QStringList &lines)
{
    QVector<DemoName> names;
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        names.append(equals < 0 ? DemoName{line, line} : DemoName{line.left(equals), line.mid(equals + 1)});
    }
    return names;
}

template <typename T>
const T &demoPick(const QVector<T> &items, DemoRandom *random)
{
    return items[random->below(quint32(items.size()))];
}

} // namespace

QStringList repeatedByWeight(const QStringList &lines)
{
    QStringList result;
    for (const QString &line : lines) {
        const qsizetype star = line.indexOf(QLatin1String("* "));
        const int weight = star > 0 ? line.left(star).toInt() : 1;
        for (int i = 0; i < qMax(1, weight); ++i)
            result.append(star > 0 ? line.mid(star + 2) : line);
    }
    return result;
}

QStringList demoFields(const QString &line)
{
    QStringList fields = line.split(u'|');
    for (QString &field : fields)
        field = field.trimmed();
    return fields;
}

PeopleMaker::PeopleMaker(const TemplateLibrary &library)
    : m_machines(repeatedByWeight(library.lines(QStringLiteral("machines"))))
{
    const QStringList sites = library.lines(QStringLiteral("sites"));
    for (const QString &line : sites) {
        const QStringList fields = demoFields(line);
        m_sites.append({fields.value(0), fields.value(1), fields.value(2), fields.value(3)});
        for (int i = 0; i < fields.value(4).toInt(); ++i)
            m_sitesOf[fields.value(1)].append(int(m_sites.size()) - 1);
    }
    for (const QString &language : library.languages()) {
        m_cultures[language] = repeatedByWeight(library.lines(QStringLiteral("cultures"), language));
        for (const QString &culture : std::as_const(m_cultures[language])) {
            if (!m_pools.contains(culture))
                m_pools[culture] = {demoNames(library.lines(QStringLiteral("first"), culture)),
                                    demoNames(library.lines(QStringLiteral("last"), culture))};
        }
    }
}

DemoPerson PeopleMaker::make(const QString &language, const QString &domain, DemoRandom *random)
{
    DemoPerson person;
    person.culture = demoPick<QString>(m_cultures[language], random);
    const NamePool &pool = m_pools[person.culture];
    const DemoName &first = demoPick(pool.first, random);
    const DemoName &last = demoPick(pool.last, random);
    person.first = first.shown;
    person.last = last.shown;
    const bool familyFirst = person.culture == QLatin1String("ja");
    person.person.name = familyFirst ? last.shown + u' ' + first.shown : first.shown + u' ' + last.shown;
    person.person.address = uniqueAddress(first.latin.toLower() + u'.' + last.latin.toLower(), domain);
    person.person.language = language;
    furnish(&person, siteFor(language, random), random);
    return person;
}

DemoPerson PeopleMaker::makeNamed(const QString &name, const QString &mailName, const QString &domain,
                                  const QString &language, const QString &site, DemoRandom *random)
{
    DemoPerson person;
    person.culture = language;
    person.person.name = name;
    person.person.address = uniqueAddress(mailName, domain);
    person.person.language = language;
    const qsizetype blank = name.indexOf(u' ');
    const bool familyFirst = language == QLatin1String("ja");
    person.first = familyFirst ? name.mid(blank + 1) : name.left(blank);
    person.last = familyFirst ? name.left(blank) : name.mid(blank + 1);
    const DemoSite *place = &siteFor(language, random);
    for (const DemoSite &candidate : m_sites) {
        if (candidate.name == site)
            place = &candidate;
    }
    furnish(&person, *place, random);
    return person;
}

const DemoSite &PeopleMaker::siteFor(const QString &language, DemoRandom *random) const
{
    return m_sites[demoPick(*m_sitesOf.constFind(language), random)];
}

void PeopleMaker::furnish(DemoPerson *person, const DemoSite &site, DemoRandom *random)
{
    person->site = site.name;
    const auto building = site.buildings[random->below(quint32(site.buildings.size()))];
    const qint64 floor = random->between(0, 4);
    person->room = building + QString::number(floor) + u'.' + QString::number(random->between(1, 38));
    person->person.phone = site.phonePrefix + QString::number(random->between(100, 999));
    person->device = demoPick<QString>(m_machines, random);
    person->asset = QStringLiteral("HV-%1").arg(20100 + m_assets++ * 3 + int(random->below(3)));
    person->hasSignature = random->chance(42);
    person->isTerse = random->chance(14);
}

QString PeopleMaker::uniqueAddress(const QString &mailName, const QString &domain)
{
    const QString address = mailName + u'@' + domain;
    const int count = ++m_taken[address];
    return count == 1 ? address : mailName + QString::number(count) + u'@' + domain;
}

} // namespace deskhand
