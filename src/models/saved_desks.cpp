// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/saved_desks.h"

#include "models/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace deskhand {

namespace {

const QString desksGroup = QStringLiteral("desks");

QString keyOf(const QString &id)
{
    return desksGroup + u'/' + id;
}

QString toText(const SavedDesk &desk)
{
    QJsonObject object{{QStringLiteral("name"), desk.name}, {QStringLiteral("lastUsed"), double(desk.lastUsed)}};
    if (desk.isService()) {
        object.insert(QStringLiteral("service"), desk.service);
        object.insert(QStringLiteral("login"), desk.login);
        object.insert(QStringLiteral("caFile"), desk.server.caFile);
        object.insert(QStringLiteral("keychain"), desk.keepsPassword);
    } else if (desk.isServer()) {
        object.insert(QStringLiteral("host"), desk.server.host);
        object.insert(QStringLiteral("port"), desk.server.port);
        object.insert(QStringLiteral("database"), desk.server.database);
        object.insert(QStringLiteral("user"), desk.server.user);
        object.insert(QStringLiteral("tls"),
                      desk.server.verifiesTls ? QStringLiteral("verify-full") : QStringLiteral("off"));
        object.insert(QStringLiteral("caFile"), desk.server.caFile);
        object.insert(QStringLiteral("keychain"), desk.keepsPassword);
    } else {
        object.insert(QStringLiteral("file"), desk.file);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

SavedDesk fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto string = [&object](const char *name) { return object.value(QLatin1String(name)).toString(); };
    SavedDesk desk;
    desk.name = string("name");
    desk.file = string("file");
    desk.service = string("service");
    desk.login = string("login");
    desk.lastUsed = qint64(object.value(QStringLiteral("lastUsed")).toDouble());
    desk.server.host = string("host");
    desk.server.port = object.value(QStringLiteral("port")).toInt(desk.server.port);
    desk.server.database = string("database");
    desk.server.user = string("user");
    desk.server.verifiesTls = string("tls") != QLatin1String("off"); // what cannot be read is not a way around TLS
    desk.server.caFile = string("caFile");
    desk.keepsPassword = object.value(QStringLiteral("keychain")).toBool();
    return desk;
}

bool isUsable(const SavedDesk &desk)
{
    return desk.isFile() || desk.isService() || (!desk.server.host.isEmpty() && !desk.server.database.isEmpty());
}

} // namespace

QString SavedDesk::id() const
{
    // The login is no part of it: the address is known before the person is, and the desk is the same.
    const QString place = isService()  ? QStringLiteral("service ") + service
                          : isServer() ? serverIdentity(server)
                                       : QFileInfo(file).canonicalFilePath();
    const QByteArray bytes = (place.isEmpty() ? file : place).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(16));
}

QString SavedDesk::place() const
{
    if (isService())
        return service;
    return isServer() ? serverUrl(server) : file;
}

QString SavedDesk::placeText() const
{
    if (isService())
        return login.isEmpty() ? service : QStringLiteral("%1 · %2").arg(service, login);
    if (!isServer())
        return QDir::toNativeSeparators(file);
    const QString port = server.port == ServerPlace().port ? QString() : QStringLiteral(":%1").arg(server.port);
    return QStringLiteral("%1@%2%3 / %4").arg(server.user, server.host, port, server.database);
}

SavedDesks::SavedDesks(Settings &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
{
    load();
}

void SavedDesks::load()
{
    const QStringList ids = m_settings.keysIn(desksGroup);
    for (const QString &id : ids) {
        const SavedDesk desk = fromText(m_settings.value(keyOf(id)).toString());
        if (isUsable(desk))
            m_desks.append(desk);
    }
    sortByUse();
}

void SavedDesks::sortByUse()
{
    std::stable_sort(m_desks.begin(), m_desks.end(),
                     [](const SavedDesk &a, const SavedDesk &b) { return a.lastUsed > b.lastUsed; });
}

int SavedDesks::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_desks.size());
}

QVariant SavedDesks::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_desks.size())
        return {};
    const SavedDesk &desk = m_desks.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return desk.name;
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole:
    case PlaceTextRole: return desk.placeText();
    case IdRole: return desk.id();
    case ServerRole: return !desk.isFile();
    case CurrentRole: return desk.id() == m_current;
    default: return {};
    }
}

const SavedDesk *SavedDesks::find(const QString &id) const
{
    const auto found =
        std::find_if(m_desks.cbegin(), m_desks.cend(), [&id](const SavedDesk &desk) { return desk.id() == id; });
    return found == m_desks.cend() ? nullptr : &*found;
}

void SavedDesks::save(const SavedDesk &desk)
{
    replace(desk.id(), desk);
}

void SavedDesks::replace(const QString &id, const SavedDesk &desk)
{
    const QString now = desk.id();
    beginResetModel();
    m_desks.removeIf([&](const SavedDesk &old) { return old.id() == id || old.id() == now; });
    m_desks.append(desk);
    sortByUse();
    if (m_current == id)
        m_current = now;
    endResetModel();
    if (id != now)
        m_settings.setValue(keyOf(id), {});
    m_settings.setValue(keyOf(now), toText(desk));
}

void SavedDesks::remove(const QString &id)
{
    beginResetModel();
    m_desks.removeIf([&id](const SavedDesk &desk) { return desk.id() == id; });
    endResetModel();
    m_settings.setValue(keyOf(id), {});
}

void SavedDesks::setCurrent(const QString &id)
{
    if (m_current == id)
        return;
    beginResetModel();
    m_current = id;
    endResetModel();
}

} // namespace deskhand
