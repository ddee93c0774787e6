// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/partition_process.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QUuid>

#include <cmath>

namespace deskhand::test {
namespace {

constexpr qint64 serialsOfClient = 10'000'000;
constexpr qint64 serialsOfLife = 10'000;
constexpr double shortestCutMs = 1000;
constexpr double longestCutMs = 72.0 * 3'600'000;

} // namespace

PartitionProcess::PartitionProcess(Place place, int number, quint32 seed)
    : m_place(std::move(place))
    , m_number(number)
    , m_seed(seed)
    , m_network(m_place.service.port(), seed)
    , m_isPlain(m_place.service.scheme() == u"http")
{
    m_place.service.setPort(m_network.port());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    start();
}

PartitionProcess::~PartitionProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

void PartitionProcess::start()
{
    ++m_lives;
    m_orders = 0;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DESKHAND_MOVED_CLOCK_SKEW"), QString::number(m_place.skewMs));
    m_process.setProcessEnvironment(environment);
    const qint64 serial = serialsOfClient * m_number + serialsOfLife * m_lives;
    m_process.start(QStringLiteral(DESKHAND_BINARY_DIR "/tests/partition_client"),
                    {m_place.replica, m_place.service.toString(), QString::fromLatin1(m_place.token),
                     QString::number(m_place.me.value), QString::number(serial),
                     QString::number(m_seed + quint32(m_lives)), QString::number(m_place.patienceMs),
                     m_place.authorities});
}

void PartitionProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        ++m_crashes;
    m_process.kill();
    m_process.waitForFinished();
    listen(); // what it had said before
    if (m_orders > 0)
        ++m_busyKills;
    start();
}

void PartitionProcess::suffer(QRandomGenerator &random, qint64 simulatedNow)
{
    ++m_cuts;
    const auto until = [&random, simulatedNow] {
        return simulatedNow + qint64(shortestCutMs * std::pow(longestCutMs / shortestCutMs, random.generateDouble()));
    };
    switch (random.bounded(m_isPlain ? 9 : 8)) {
    case 0:
    case 1:
        m_network.setOpen(false);
        m_healAt = until();
        break;
    case 2:
        m_network.setSilent(true);
        m_healAt = until();
        break;
    case 3: m_network.resetAll(); break;
    case 4: m_network.closeAll(); break;
    case 5: m_network.halfCloseAll(); break;
    case 6:
        m_network.truncateAfter(random.bounded(2) == 0 ? ChaosWay::ToServer : ChaosWay::ToClient, random.bounded(6000));
        break;
    case 7:
        m_network.setWeather(ChaosWeather{random.bounded(40), random.bounded(40), 0, random.bounded(30)});
        m_healAt = until();
        break;
    default:
        m_network.setDuplicating(true);
        m_healAt = until();
        break;
    }
}

void PartitionProcess::heal(qint64 simulatedNow)
{
    if (m_healAt != 0 && simulatedNow >= m_healAt)
        healForGood();
}

void PartitionProcess::healForGood()
{
    m_healAt = 0;
    m_network.setOpen(true);
    m_network.setSilent(false);
    m_network.setDuplicating(false);
    m_network.setWeather(ChaosWeather());
}

bool PartitionProcess::begin(const QJsonArray &order)
{
    if (m_orders > 0)
        return false;
    ++m_orders;
    m_process.write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
    return true;
}

QJsonValue PartitionProcess::ask(const QJsonArray &order, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    const auto wait = [this, &deadline] {
        while (m_orders > 0 && !deadline.hasExpired()) {
            m_process.waitForReadyRead(int(qMin(deadline.remainingTime(), qint64(1000))));
            listen();
        }
        return m_orders == 0;
    };
    if (!wait() || !begin(order) || !wait())
        return {};
    return m_last;
}

void PartitionProcess::listen()
{
    while (m_process.canReadLine())
        take(QJsonDocument::fromJson(m_process.readLine()).array());
}

void PartitionProcess::take(const QJsonArray &line)
{
    const QString what = line.at(0).toString();
    const CommandId id = QUuid::fromString(line.at(1).toString());
    if (what == u"looked") {
        m_memory.looked(TicketId(line.at(1).toInteger()), TicketField(line.at(2).toInt()), line.at(3).toString());
    } else if (what == u"wished") {
        PartitionWish wish;
        wish.id = id;
        wish.kind = PartitionWish::Kind(line.at(2).toInt());
        wish.ticket = TicketId(line.at(3).toInteger());
        wish.field = TicketField(line.at(4).toInt());
        wish.wanted = line.at(5).toString();
        m_memory.wished(wish);
    } else if (what == u"answered") {
        m_memory.answered(id, PartitionWish::Fate(line.at(2).toInt()), line.at(3).toString());
    } else if (what == u"givesUp") {
        m_memory.givesUp(id, line.at(2).toString());
    } else if (what == u"gaveUp") {
        m_memory.gaveUp(id, line.at(2).toBool());
    } else if (what == u"done") {
        m_orders = 0;
        m_last = line.at(1);
    }
}

} // namespace deskhand::test
