// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/people_finder.h"

#include "base/deliver.h"
#include "base/text_folding.h"

#include <QRegularExpression>

namespace deskhand {

namespace {
constexpr int typingRest = 60; // ms
constexpr int shownPeople = 8;
} // namespace

PeopleFinder::PeopleFinder(Desk &desk, std::optional<PersonRole> role, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_role(role)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(typingRest);
    connect(&m_rest, &QTimer::timeout, this, &PeopleFinder::ask);
}

void PeopleFinder::find(const QString &text)
{
    m_wish.cancel();
    m_text = text.trimmed();
    if (m_text.isEmpty()) {
        m_rest.stop();
        show({});
        return;
    }
    m_rest.start();
}

void PeopleFinder::ask()
{
    PeopleQuery query;
    query.startsWith = foldText(m_text);
    query.role = m_role;
    query.limit = shownPeople;
    const QString asked = m_text;
    m_wish = m_desk.people(query);
    deliver(m_wish, this, [this, asked](const Result<QVector<Person>> &answer) {
        if (asked == m_text) // completion that fails offers nothing; what was typed is still usable
            show(answer ? *answer : QVector<Person>());
    });
}

void PeopleFinder::show(const QVector<Person> &people)
{
    beginResetModel();
    m_people = people;
    endResetModel();
    Q_EMIT found();
}

int PeopleFinder::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_people.size());
}

QVariant PeopleFinder::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_people.size())
        return {};
    const Person &person = m_people.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return addressLine({person.name, person.address});
    case PersonIdRole: return QVariant::fromValue(person.id.value);
    case AddressRole: return person.address;
    case NameRole: return displayName(person);
    default: return {};
    }
}

QString addressLine(const MailAddress &address)
{
    if (address.name.isEmpty() || address.name == address.address)
        return address.address;
    return address.address.isEmpty() ? address.name : address.name + QStringLiteral(" <") + address.address + u'>';
}

QString addressName(const MailAddress &address)
{
    return address.name.isEmpty() ? address.address : address.name;
}

std::optional<MailAddress> addressFromText(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:(.*?)\\s*<)?\\s*([^\\s<>@,;\"]+@[^\\s<>@,;\"]+\\.?[^\\s<>@,;\"]*)\\s*>?\\s*$"));
    const QRegularExpressionMatch match = pattern.match(text.left(1000));
    if (!match.hasMatch())
        return {};
    QString name = match.captured(1).trimmed();
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"'))
        name = name.mid(1, name.size() - 2);
    return MailAddress{name, match.captured(2)};
}

} // namespace deskhand
