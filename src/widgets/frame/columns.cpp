// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/columns.h"

#include <QDataStream>
#include <QIODevice>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace deskhand {

namespace {

// The least width at which a column is of use, and how wide it is at first, in logical pixels.
constexpr std::array<int, 4> leastWidth{168, 300, 400, 220};
constexpr std::array<int, 4> firstWidth{208, 380, 560, 264};

/// One hairline to look at, seven pixels to grab.
class HairlineHandle final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Midlight));
    }
};

} // namespace

Columns::Columns(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("columnsSplitter"));
    setChildrenCollapsible(false);
    setHandleWidth(1);
    static const std::array<QLatin1String, 4> names{QLatin1String("sidebarSlot"), QLatin1String("listSlot"),
                                                   QLatin1String("ticketSlot"), QLatin1String("sidePanelSlot")};
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        auto *slot = new QWidget(this);
        slot->setObjectName(names[i] + QLatin1String("Widget"));
        slot->setMinimumWidth(leastWidth[i]);
        auto *layout = new QVBoxLayout(slot);
        layout->setContentsMargins(0, 0, 0, 0);
        m_slots[i] = slot;
        addWidget(slot);
        setStretchFactor(int(i), i == index(Area::Ticket) ? 1 : 0);
    }
    setSizes(QList<int>(firstWidth.begin(), firstWidth.end()));
}

void Columns::setArea(Area area, QWidget *widget)
{
    QWidget *slot = m_slots[index(area)];
    while (QLayoutItem *old = slot->layout()->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    slot->setFocusProxy(widget);
    if (widget)
        slot->layout()->addWidget(widget);
    arrange();
}

QWidget *Columns::area(Area area) const
{
    const QLayoutItem *item = m_slots[index(area)]->layout()->itemAt(0);
    return item ? item->widget() : nullptr;
}

void Columns::setWanted(Area area, bool wanted)
{
    m_wanted[index(area)] = wanted;
    arrange();
}

void Columns::setFront(Area area)
{
    if (area != Area::List && area != Area::Ticket)
        return;
    m_front = area;
    if (m_sharing)
        arrange();
}

void Columns::resizeEvent(QResizeEvent *event)
{
    arrange();
    QSplitter::resizeEvent(event);
}

QSplitterHandle *Columns::createHandle()
{
    return new HairlineHandle(orientation(), this);
}

void Columns::arrange()
{
    std::array<bool, 4> shown{};
    for (std::size_t i = 0; i < shown.size(); ++i)
        shown[i] = m_wanted[i] && m_slots[i]->layout()->count() > 0;
    const auto need = [&shown] {
        int sum = 0;
        for (std::size_t i = 0; i < shown.size(); ++i)
            sum += shown[i] ? leastWidth[i] + 1 : 0;
        return sum;
    };
    bool &list = shown[index(Area::List)];
    bool &ticket = shown[index(Area::Ticket)];
    if (need() > width())
        shown[index(Area::SidePanel)] = false;
    m_sharing = list && ticket && need() > width();
    if (m_sharing)
        (m_front == Area::List ? ticket : list) = false;
    if (need() > width())
        shown[index(Area::Sidebar)] = false;
    for (std::size_t i = 0; i < shown.size(); ++i)
        m_slots[i]->setVisible(shown[i]);
    Q_EMIT arranged();
}

QByteArray Columns::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << sizes() << m_wanted[index(Area::Sidebar)] << m_wanted[index(Area::SidePanel)];
    return state;
}

void Columns::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    QList<int> stored;
    bool sidebar = true;
    bool sidePanel = true;
    stream >> stored >> sidebar >> sidePanel;
    if (stream.status() != QDataStream::Ok || stored.size() != count())
        return;
    // A hidden column is stored with no width; it comes back with its first one.
    for (int i = 0; i < count(); ++i)
        stored[i] = stored[i] > 0 ? stored[i] : firstWidth[std::size_t(i)];
    setSizes(stored);
    m_wanted[index(Area::Sidebar)] = sidebar;
    m_wanted[index(Area::SidePanel)] = sidePanel;
    arrange();
}

} // namespace deskhand
