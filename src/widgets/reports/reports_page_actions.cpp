// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the Reports workspace by key, menu and palette.
#include "charts/chart_document.h"
#include "charts/chart_inks.h"
#include "models/attachment_policy.h"
#include "models/notices.h"
#include "models/reports/dashboard_layout.h"
#include "widgets/actions/action_registry.h"
#include "widgets/prompt.h"
#include "widgets/reports/dashboard_grid.h"
#include "widgets/reports/report_builder_dialog.h"
#include "widgets/reports/report_filter_bar.h"
#include "widgets/reports/reports_page.h"
#include "widgets/reports/schedule_dialog.h"
#include "widgets/reports/wallboard.h"
#include "widgets/theme/theme.h"

#include <QListView>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>

namespace deskhand {

void ReportsPage::addActions()
{
    ActionRegistry &actions = m_context.actions;
    const auto add = [&](const char *id, const QString &text, const char *icon, void (ReportsPage::*run)(),
                         std::function<bool()> enabled) {
        actions.add({.id = QLatin1String(id),
                     .text = text,
                     .category = tr("Reports"),
                     .icon = QLatin1String(icon),
                     .enabledWhen = std::move(enabled)},
                    this, [this, run] { (this->*run)(); });
    };
    const auto shown = [this] { return isVisible(); };
    add("reports.add", tr("&Add report…"), "list-add", &ReportsPage::addCard,
        [this] { return isVisible() && m_dashboard.isDashboard(); });
    add("reports.save", tr("&Save dashboard"), "document-save", &ReportsPage::saveDashboard,
        [this] { return isVisible() && m_dashboard.isChanged(); });
    add("reports.saveAs", tr("Save dashboard &as…"), "document-save-as", &ReportsPage::saveDashboardAs, shown);
    add("reports.savePdf", tr("Save dashboard as &PDF…"), "document-export", &ReportsPage::savePdf,
        [this] { return isVisible() && !m_dashboard.cards().isEmpty(); });
    add("reports.schedule", tr("Send by &mail…"), "appointment-new", &ReportsPage::newSchedule,
        [this] { return isVisible() && (m_dashboard.isBuiltin() || m_dashboard.item().id.isValid()); });
}

void ReportsPage::showDashboardMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("dashboardMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ActionRegistry &actions = m_context.actions;
    const auto own = [&](const char *icon, const QString &text, const auto &run) {
        QAction *action = menu->addAction(m_context.theme.icon(QLatin1String(icon)), text);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_context.actions.refresh();
    menu->addAction(actions.action(QStringLiteral("reports.saveAs")));
    const QString key = m_dashboard.key();
    if (m_dashboard.mayChange()) {
        own("edit-rename", tr("&Rename…"), [this, key] { renameItem(key); });
        QAction *share = own("group", tr("S&hared with every agent"), [this, key] { shareItem(key); });
        share->setCheckable(true);
        share->setChecked(m_dashboard.item().shared);
    }
    menu->addAction(actions.action(QStringLiteral("reports.schedule")));
    menu->addAction(actions.action(QStringLiteral("reports.savePdf")));
    menu->addSeparator();
    own("view-refresh", tr("&Count everything again"), [this] { m_dashboard.refresh(); });
    for (const char *id : {"reports.new", "reports.newDashboard", "reports.wallboard"}) {
        if (QAction *action = actions.action(QLatin1String(id)))
            menu->addAction(action);
    }
    if (m_dashboard.mayChange()) {
        menu->addSeparator();
        own("edit-delete", tr("&Delete…"), [this, key] { deleteItem(key); });
    }
    menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
}

void ReportsPage::showItemMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    const QString key = index.data(ReportShelfModel::KeyRole).toString();
    const ReportItem *item = m_shelf.item(key);
    if (!item)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Person *me = m_holder.catalog()->agent(m_holder.me());
    const bool mine = item->owner == m_holder.me() || (me && me->admin);
    if (std::holds_alternative<ReportSchedule>(item->content))
        connect(menu->addAction(tr("&Edit…")), &QAction::triggered, this, [this, key] {
            if (const ReportItem *schedule = m_shelf.item(key))
                editSchedule(*schedule);
        });
    else
        connect(menu->addAction(tr("&Show")), &QAction::triggered, this, [this, key] { open(key); });
    if (mine) {
        connect(menu->addAction(tr("&Rename…")), &QAction::triggered, this, [this, key] { renameItem(key); });
        QAction *share = menu->addAction(tr("S&hared with every agent"));
        share->setCheckable(true);
        share->setChecked(item->shared);
        connect(share, &QAction::triggered, this, [this, key] { shareItem(key); });
        connect(menu->addAction(tr("&Delete…")), &QAction::triggered, this, [this, key] { deleteItem(key); });
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

ReportBuilderDialog *ReportsPage::openBuilder()
{
    delete m_builder;
    m_builder = new ReportBuilderDialog(m_context, m_desk, m_holder, window());
    m_builder->setAttribute(Qt::WA_DeleteOnClose);
    return m_builder;
}

void ReportsPage::newReport()
{
    start();
    ReportBuilderDialog *builder = openBuilder();
    builder->begin(Report{}, {}, ReportBuilderDialog::Use::SavedReport);
    connect(builder, &ReportBuilderDialog::finishedReport, this,
            [this](const Report &report, const QString &name, bool shared) {
                ReportItem item;
                item.owner = m_holder.me();
                item.name = name;
                item.shared = shared;
                item.content = report;
                m_savingReport = true;
                m_shelf.save(item);
            });
    builder->open();
}

void ReportsPage::newDashboard()
{
    const auto make = [this] {
        m_context.prompt.askText(this, tr("New dashboard"), tr("Name"), {}, [this](const QString &name) {
            if (name.trimmed().isEmpty())
                return;
            m_dashboard.showNew(name.trimmed());
            m_list->setCurrentIndex({});
        });
    };
    start();
    if (m_dashboard.isChanged())
        unlessChanged(make);
    else
        make();
}

void ReportsPage::addCard()
{
    if (m_dashboard.cards().size() >= mostDashboardCards) {
        m_context.notices.post(tr("A dashboard holds up to %n report(s)", nullptr, mostDashboardCards));
        return;
    }
    ReportBuilderDialog *builder = openBuilder();
    builder->begin(Report{}, {}, ReportBuilderDialog::Use::Card);
    connect(builder, &ReportBuilderDialog::finishedReport, this,
            [this](const Report &report, const QString &name, bool) {
                DashboardCard card;
                card.title = name;
                card.report = report;
                const bool number = pictureOf(report) == ReportPicture::Number;
                card.width = number ? 3 : 6;
                card.height = number ? 2 : 4;
                m_dashboard.addCard(card);
            });
    builder->open();
}

void ReportsPage::editCard(int card)
{
    if (card < 0 || card >= m_dashboard.cards().size())
        return;
    const DashboardCard &now = m_dashboard.cards()[card];
    ReportBuilderDialog *builder = openBuilder();
    builder->begin(now.report, now.title, ReportBuilderDialog::Use::Card);
    connect(
        builder, &ReportBuilderDialog::finishedReport, this,
        [this, card](const Report &report, const QString &name, bool) { m_dashboard.changeCard(card, name, report); });
    builder->open();
}

void ReportsPage::saveDashboard()
{
    if (m_dashboard.mayChange() || m_dashboard.key() == QLatin1String("new"))
        m_dashboard.save();
    else
        saveDashboardAs();
}

void ReportsPage::saveDashboardAs()
{
    m_context.prompt.askText(this, tr("Save as mine"), tr("Name"),
                             tr("My %1", "a name for one's own copy of a dashboard").arg(m_dashboard.title()),
                             [this](const QString &name) {
                                 if (!name.trimmed().isEmpty())
                                     m_dashboard.saveAs(name.trimmed());
                             });
}

void ReportsPage::savePdf()
{
    QVector<ChartData> charts;
    for (int card = 0; card < m_dashboard.cards().size(); ++card) {
        if (m_dashboard.card(card)->answer())
            charts.append(m_dashboard.card(card)->chart());
    }
    ChartPicture picture;
    picture.style = paperStyle(m_context.theme.font(TextStyle::Body));
    const QString title = m_dashboard.title();
    const QByteArray pdf = chartsPdf(charts, ChartWords{}, picture, title);
    m_context.prompt.askSaveFile(
        window(), tr("Save dashboard"), fileNameForSaving(title + QStringLiteral(".pdf")),
        [&notices = m_context.notices, pdf](const QString &path) {
            QSaveFile file(path);
            if (file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit())
                notices.post(tr("Saved as %1").arg(path));
            else
                notices.fail(
                    tr("The dashboard was not saved."),
                    Error{ErrorCode::Internal, QStringLiteral("widgets.saveDashboard"), file.errorString(), {}});
        });
}

void ReportsPage::deleteItem(const QString &key)
{
    const ReportItem *item = m_shelf.item(key);
    if (!item)
        return;
    Question question;
    question.title = tr("Delete");
    question.text = tr("Delete “%1”?").arg(item->name);
    question.detail = item->shared ? tr("Everybody who uses it loses it. The tickets stay as they are.")
                                   : tr("The tickets stay as they are.");
    question.answers = {tr("Delete")};
    question.danger = true;
    m_context.prompt.ask(this, question, [this, id = item->id](int answer) {
        if (answer == 0)
            m_shelf.remove(id);
    });
}

void ReportsPage::renameItem(const QString &key)
{
    const ReportItem *item = m_shelf.item(key);
    if (!item)
        return;
    m_context.prompt.askText(this, tr("Rename"), tr("Name"), item->name, [this, key](const QString &name) {
        const ReportItem *now = m_shelf.item(key);
        if (!now || name.trimmed().isEmpty())
            return;
        ReportItem renamed = *now;
        renamed.name = name.trimmed();
        m_shelf.save(renamed);
    });
}

void ReportsPage::shareItem(const QString &key)
{
    const ReportItem *item = m_shelf.item(key);
    if (!item)
        return;
    ReportItem shared = *item;
    shared.shared = !item->shared;
    m_shelf.save(shared);
}

void ReportsPage::newSchedule()
{
    ReportSchedule schedule;
    if (m_dashboard.isBuiltin())
        schedule.builtin = builtinDashboardName(m_dashboard.builtin());
    else
        schedule.item = m_dashboard.item().id;
    schedule.readers = {m_holder.me()};
    ReportItem item;
    item.owner = m_holder.me();
    item.name = m_dashboard.title();
    item.content = schedule;
    editSchedule(item);
}

void ReportsPage::editSchedule(const ReportItem &schedule)
{
    delete m_schedule;
    m_schedule = new ScheduleDialog(m_context, m_holder, m_shelf, schedule, window());
    m_schedule->setAttribute(Qt::WA_DeleteOnClose);
    m_schedule->open();
}

} // namespace deskhand
