// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/columns.h"

#include <QDataStream>
#include <QIODevice>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

namespace {

// The least width at which a column is of use, and how wide it is at first, in logical pixels.
constexpr std::array<int, 4> leastWidth{168, 300, 400, 220};
constexpr std::array<int, 4> firstWidth{208, 360, 560, 264};
constexpr int firstWideList = 600;
constexpr int leastWorkspace = 480;

/// One hairline to look at; Qt makes it five pixels wide to grab.
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
    m_widths = firstWidth;
    m_otherListWidth = firstWideList;
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
        slot->hide();
        addWidget(slot);
    }
    m_workspaceSlot = new QWidget(this);
    m_workspaceSlot->setObjectName(QStringLiteral("workspaceSlotWidget"));
    (new QVBoxLayout(m_workspaceSlot))->setContentsMargins(0, 0, 0, 0);
    m_workspaceSlot->hide();
    addWidget(m_workspaceSlot);
    connect(this, &QSplitter::splitterMoved, this, &Columns::noteWidths);
}

void Columns::setArea(Area area, QWidget *widget)
{
    QWidget *slot = m_slots[index(area)];
    while (QLayoutItem *old = slot->layout()->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    slot->setFocusProxy(widget);
    if (widget) {
        slot->layout()->addWidget(widget);
        widget->installEventFilter(this);
    }
    arrange();
}

void Columns::setWorkspace(QWidget *widget)
{
    while (QLayoutItem *old = m_workspaceSlot->layout()->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    m_workspaceSlot->setFocusProxy(widget);
    if (widget)
        m_workspaceSlot->layout()->addWidget(widget);
    else
        showWorkspace(false);
}

void Columns::showWorkspace(bool shown)
{
    const bool can = shown && m_workspaceSlot->layout()->count() > 0;
    if (can == m_workspaceShown)
        return;
    m_workspaceShown = can;
    arrange();
}

bool Columns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        arrange();
    return QSplitter::eventFilter(watched, event);
}

bool Columns::isOffered(Area area) const
{
    // A widget that nobody has shown or hidden yet comes with its column.
    const QWidget *widget = this->area(area);
    return widget && !(widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide));
}

void Columns::setListWide(bool wide)
{
    if (wide == m_listWide)
        return;
    m_listWide = wide;
    std::swap(m_widths[index(Area::List)], m_otherListWidth);
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
        shown[i] = m_wanted[i] && isOffered(Area(i));
    if (m_workspaceShown)
        shown[index(Area::List)] = shown[index(Area::Ticket)] = shown[index(Area::SidePanel)] = false;
    const auto need = [this, &shown] {
        int sum = m_workspaceShown ? leastWorkspace : 0;
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
    m_workspaceSlot->setVisible(m_workspaceShown);
    shareWidth(shown);
    Q_EMIT arranged();
}

void Columns::noteWidths()
{
    const QList<int> now = sizes();
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        if (now[int(i)] > 0)
            m_widths[i] = now[int(i)];
    }
}

void Columns::shareWidth(const std::array<bool, 4> &shown)
{
    if (m_workspaceShown) {
        const int beside = shown[index(Area::Sidebar)] ? m_widths[index(Area::Sidebar)] : 0;
        setSizes({beside, 0, 0, 0, std::max(0, width() - beside - handleWidth())});
        return;
    }
    // Everybody gets what the person gave them; the ticket, or else the list, has the rest, and the others give way
    // from the right where that would be too little.
    const std::size_t rest = index(shown[index(Area::Ticket)] ? Area::Ticket : Area::List);
    std::array<int, 4> widths{};
    int room = width();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (!shown[i])
            continue;
        widths[i] = i == rest ? leastWidth[i] : m_widths[i];
        room -= widths[i] + handleWidth();
    }
    for (std::size_t i = widths.size(); i-- > 0 && room < 0;) {
        const int spare = shown[i] && i != rest ? std::min(widths[i] - leastWidth[i], -room) : 0;
        widths[i] -= spare;
        room += spare;
    }
    widths[rest] += std::max(0, room);
    QList<int> all(widths.begin(), widths.end());
    all.append(0); // the workspace
    setSizes(all);
}

QByteArray Columns::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    QList<int> widths(m_widths.begin(), m_widths.end());
    int wideList = m_otherListWidth;
    if (m_listWide)
        std::swap(widths[int(index(Area::List))], wideList);
    stream << widths << m_wanted[index(Area::Sidebar)] << m_wanted[index(Area::SidePanel)] << wideList;
    return state;
}

void Columns::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    QList<int> stored;
    bool sidebar = true;
    bool sidePanel = true;
    stream >> stored >> sidebar >> sidePanel;
    if (stream.status() != QDataStream::Ok || stored.size() != qsizetype(m_widths.size()))
        return;
    int wideList = firstWideList;
    stream >> wideList;
    m_otherListWidth = std::clamp(wideList, leastWidth[index(Area::List)], 4000);
    for (std::size_t i = 0; i < m_widths.size(); ++i)
        m_widths[i] = std::clamp(stored[int(i)], leastWidth[i], 4000);
    if (m_listWide)
        std::swap(m_widths[index(Area::List)], m_otherListWidth);
    m_wanted[index(Area::Sidebar)] = sidebar;
    m_wanted[index(Area::SidePanel)] = sidePanel;
    arrange();
}

} // namespace deskhand
