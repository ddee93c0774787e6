// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect/desks_window.h"

#include "models/saved_desks.h"
#include "widgets/actions/action_registry.h"
#include "widgets/choice_popup.h"
#include "widgets/connect/saved_desk_delegate.h"
#include "widgets/frame/empty_state.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace deskhand {

namespace {

// Beside the rows of the model, which are numbered from 1.
constexpr qint64 connectChoice = 1'000'001;
constexpr qint64 otherChoice = 1'000'002;

} // namespace

DesksWindow::DesksWindow(const AreaContext &context, SavedDesks &desks, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_desks(desks)
    , m_list(new QListView(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_connect(new QPushButton(tr("&Connect…"), this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_remove(new QPushButton(tr("&Remove…"), this))
    , m_open(new QPushButton(tr("&Open"), this))
{
    setObjectName(QStringLiteral("desksWindow"));
    setWindowTitle(tr("My desks"));
    resize(560, 380);
    build();
    addDeskActions();
    connect(&desks, &QAbstractItemModel::modelReset, this, &DesksWindow::showState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DesksWindow::showState);
    connect(m_list, &QListView::activated, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString id = currentId();
        close();
        Q_EMIT openWanted(id);
    });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(currentId()); });
    connect(m_remove, &QPushButton::clicked, this, &DesksWindow::askRemove);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT connectWanted();
    });
    showState();
}

void DesksWindow::build()
{
    m_list->setObjectName(QStringLiteral("desksListView"));
    m_list->setAccessibleName(tr("My desks"));
    m_list->setModel(&m_desks);
    m_list->setItemDelegate(new SavedDeskDelegate(m_context.theme, m_list));
    showAsRows(m_list);
    m_empty->setContent(QStringLiteral("group"), tr("No desks yet"),
                        tr("Every desk that you open is remembered here, so that you can go from one to another."));
    m_connect->setObjectName(QStringLiteral("connectPushButton"));
    m_edit->setObjectName(QStringLiteral("editPushButton"));
    m_remove->setObjectName(QStringLiteral("removePushButton"));
    m_open->setObjectName(QStringLiteral("openPushButton"));
    for (QPushButton *button : {m_connect, m_edit, m_remove})
        button->setAutoDefault(false);
    m_open->setDefault(true);
    m_open->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::medium, 0, metrics::medium, 0);
    buttons->setSpacing(metrics::small);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::medium);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(buttons);
}

void DesksWindow::addDeskActions()
{
    m_context.actions.add({.id = QStringLiteral("desk.switch"),
                           .text = tr("S&witch desk…"),
                           .category = tr("Desk"),
                           .icon = QStringLiteral("group"),
                           .shortcuts = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
                           .menu = ActionMenu::Desk,
                           .menuGroup = 10},
                          this, [this] { showSwitch(); });
    m_context.actions.add({.id = QStringLiteral("desk.connect"),
                           .text = tr("&Connect to a team's desk…"),
                           .category = tr("Desk"),
                           .icon = QStringLiteral("list-add"),
                           .menu = ActionMenu::Desk,
                           .menuGroup = 10},
                          this, [this] { Q_EMIT connectWanted(); });
    m_context.actions.add({.id = QStringLiteral("desk.manage"),
                           .text = tr("&My desks…"),
                           .category = tr("Desk"),
                           .icon = QStringLiteral("view-list-details"),
                           .menu = ActionMenu::Desk,
                           .menuGroup = 10},
                          this, [this] { open(); });
}

void DesksWindow::open()
{
    showState();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void DesksWindow::showSwitch()
{
    ChoicePopup::Request request;
    request.title = tr("Switch desk");
    const QVector<SavedDesk> desks = m_desks.desks();
    for (qsizetype i = 0; i < desks.size(); ++i) {
        const SavedDesk &desk = desks.at(i);
        const QString icon = !desk.isFile() ? QStringLiteral("group") : QStringLiteral("document-open");
        request.choices.append({i + 1, desk.name, m_context.theme.icon(icon), desk.id() == m_desks.current(),
                                desk.isService()  ? QUrl(desk.service).host()
                                : desk.isServer() ? desk.server.host
                                                  : tr("on this computer")});
    }
    request.choices.append(
        {connectChoice, tr("Connect to a team's desk…"), m_context.theme.icon(QStringLiteral("list-add"))});
    request.choices.append(
        {otherChoice, tr("Another desk on this computer…"), m_context.theme.icon(QStringLiteral("folder-new"))});
    request.chosen = [this, desks](qint64 id, const QString &) {
        if (id == connectChoice)
            Q_EMIT connectWanted();
        else if (id == otherChoice)
            Q_EMIT otherWanted();
        else if (id >= 1 && id <= desks.size())
            Q_EMIT openWanted(desks.at(id - 1).id());
    };
    if (m_popup == nullptr)
        m_popup = new ChoicePopup(m_context.theme, parentWidget());
    m_popup->ask(request);
}

QString DesksWindow::currentId() const
{
    return m_list->currentIndex().data(SavedDesks::IdRole).toString();
}

void DesksWindow::showState()
{
    const int count = m_desks.rowCount();
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    for (QPushButton *button : {m_edit, m_remove, m_open})
        button->setVisible(count > 0);
    if (count > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_desks.index(0, 0));
    const SavedDesk *desk = m_desks.find(currentId());
    m_edit->setEnabled(desk != nullptr && !desk->isFile());
    m_remove->setEnabled(desk != nullptr && desk->id() != m_desks.current());
}

void DesksWindow::askRemove()
{
    const QString id = currentId();
    const SavedDesk *desk = m_desks.find(id);
    if (desk == nullptr || !m_remove->isEnabled())
        return;
    const QString detail =
        desk->isService()
            ? tr("You are signed out here, and what is kept of it on this computer is removed, with all that has "
                 "not arrived there. The desk itself stays as it is.")
        : desk->isServer()
            ? tr("Its password is taken out of the keychain. The desk itself stays as it is; drafts that "
                 "you wrote for it stay on this computer.")
            : tr("The file stays where it is.");
    m_context.prompt.ask(
        this, {tr("Remove desk"), tr("Take “%1” out of your desks?").arg(desk->name), detail, {tr("Remove")}, -1, true},
        [this, id](int answer) {
            if (answer == 0)
                Q_EMIT removeWanted(id);
        });
}

void DesksWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete))
        askRemove();
    else
        QDialog::keyPressEvent(event);
}

} // namespace deskhand
