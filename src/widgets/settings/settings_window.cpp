// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settings_window.h"

#include "base/text_folding.h"
#include "models/fuzzy_match.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_page.h"
#include "widgets/settings/window_room.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {
constexpr int pageIdRole = Qt::UserRole + 1;
}

SettingsWindow::SettingsWindow(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_title(new PlainLabel(this))
    , m_nothing(new PlainLabel(tr("No setting matches."), this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    resize(roomFor(theme, {860, 600}, this));
    m_search->setObjectName(QStringLiteral("settingsSearchLineEdit"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_tree->setObjectName(QStringLiteral("settingsTreeWidget"));
    m_tree->setAccessibleName(tr("Pages"));
    m_tree->header()->hide();
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setItemsExpandable(false);
    m_nothing->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_title->setObjectName(QStringLiteral("settingsTitleLabel"));
    m_title->setStyleOf(theme, TextStyle::Title);

    auto *left = new QVBoxLayout;
    left->setContentsMargins(metrics::medium, metrics::medium, metrics::medium, metrics::medium);
    left->addWidget(m_search);
    left->addWidget(m_nothing);
    left->addWidget(m_tree, 1);
    auto *leftPane = new QWidget(this);
    leftPane->setFixedWidth(220);
    leftPane->setLayout(left);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::VLine);
    line->setFixedWidth(1);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
    right->setSpacing(metrics::large);
    right->addWidget(m_title);
    right->addWidget(m_stack, 1);
    auto *rightPane = new QWidget(this);
    rightPane->setObjectName(QStringLiteral("settingsPagePane"));
    rightPane->setAutoFillBackground(true);
    rightPane->setBackgroundRole(QPalette::Base);
    rightPane->setLayout(right);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(leftPane);
    layout->addWidget(line);
    layout->addWidget(rightPane, 1);

    const auto restyle = [this] {
        QPalette colors = m_tree->palette();
        colors.setColor(QPalette::Base, m_theme.color(Token::Window));
        m_tree->setPalette(colors);
        for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
            styleGroup(m_tree->topLevelItem(i));
    };
    restyle();
    connect(&theme, &Theme::changed, this, restyle);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (!item)
            return;
        for (const SettingsPage *page : std::as_const(m_pages)) {
            if (page->id() == item->data(0, pageIdRole).toString())
                showPage(page);
        }
    });
}

void SettingsWindow::addPage(SettingsPage *page)
{
    auto *area = new QScrollArea(m_stack);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    m_stack->addWidget(area);
    m_pages.append(page);
    auto *item = new QTreeWidgetItem(groupItem(page->group()), {page->title()});
    item->setData(0, pageIdRole, page->id());
    item->setIcon(0, m_theme.icon(page->icon()));
    item->setSizeHint(0, QSize(0, m_theme.controlHeight()));
    if (m_pages.size() == 1)
        m_tree->setCurrentItem(item);
}

void SettingsWindow::removePage(SettingsPage *page)
{
    const int index = int(m_pages.indexOf(page));
    if (index < 0)
        return;
    QTreeWidgetItem *group = groupItem(page->group());
    m_pages.removeAt(index);
    QWidget *area = m_stack->widget(index);
    m_stack->removeWidget(area);
    delete area; // with the page
    for (int i = group->childCount() - 1; i >= 0; --i) {
        const QString id = group->child(i)->data(0, pageIdRole).toString();
        const bool isThere =
            std::any_of(m_pages.cbegin(), m_pages.cend(), [&id](const SettingsPage *one) { return one->id() == id; });
        if (!isThere)
            delete group->takeChild(i);
    }
    if (group->childCount() == 0)
        delete m_tree->takeTopLevelItem(m_tree->indexOfTopLevelItem(group));
    if (!m_pages.isEmpty() && m_stack->currentIndex() >= 0)
        showPage(m_pages.at(m_stack->currentIndex()));
}

QTreeWidgetItem *SettingsWindow::groupItem(const QString &group)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->text(0) == group)
            return m_tree->topLevelItem(i);
    }
    auto *item = new QTreeWidgetItem(m_tree, {group});
    item->setFlags(Qt::ItemIsEnabled);
    styleGroup(item);
    item->setExpanded(true);
    return item;
}

void SettingsWindow::styleGroup(QTreeWidgetItem *item) const
{
    item->setFont(0, m_theme.font(TextStyle::SmallStrong));
    item->setForeground(0, m_theme.color(Token::TextMuted));
    item->setSizeHint(0, QSize(0, m_theme.controlHeight()));
    for (int i = 0; i < item->childCount(); ++i)
        item->child(i)->setSizeHint(0, QSize(0, m_theme.controlHeight()));
}

void SettingsWindow::openPage(const QString &id)
{
    m_search->clear();
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_tree->topLevelItem(g);
        for (int i = 0; i < group->childCount(); ++i) {
            if (group->child(i)->data(0, pageIdRole).toString() == id)
                m_tree->setCurrentItem(group->child(i));
        }
    }
    show();
    raise();
    activateWindow();
    m_search->setFocus();
}

QString SettingsWindow::currentPageId() const
{
    const int index = m_stack->currentIndex();
    return index < 0 ? QString() : m_pages[index]->id();
}

void SettingsWindow::filter(const QString &text)
{
    const QString wanted = foldText(text).trimmed();
    QTreeWidgetItem *first = nullptr;
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *item = group->child(i);
            bool match = wanted.isEmpty();
            for (const SettingsPage *page : std::as_const(m_pages)) {
                if (page->id() == item->data(0, pageIdRole).toString())
                    match = match || foldText(page->title() + u' ' + page->keywords().join(u' ')).contains(wanted);
            }
            item->setHidden(!match);
            any = any || match;
            if (match && !first)
                first = item;
        }
        group->setHidden(!any);
    }
    m_nothing->setVisible(!first);
    if (first && m_tree->currentItem() && m_tree->currentItem()->isHidden())
        m_tree->setCurrentItem(first);
}

void SettingsWindow::showPage(const SettingsPage *page)
{
    m_stack->setCurrentIndex(int(m_pages.indexOf(page)));
    m_title->setText(page->title());
}

SettingsSource::SettingsSource(SettingsWindow &window, QObject *parent)
    : PaletteSource(parent)
    , m_window(window)
{
}

void SettingsSource::query(const QString &text, int limit)
{
    QVector<PaletteItem> items;
    for (const SettingsPage *page : m_window.pages()) {
        auto match = fuzzyMatch(text, page->title());
        if (!match) {
            for (const QString &word : page->keywords()) {
                if (!match && !text.isEmpty())
                    match = fuzzyMatch(text, word);
            }
            if (!match)
                continue;
            match->positions.clear();
        }
        items.append({page->id(),
                      page->title(),
                      tr("Settings"),
                      page->icon(),
                      {},
                      match->score,
                      match->positions,
                      [window = &m_window, id = page->id()] { window->openPage(id); }});
    }
    Q_EMIT found(text, items.mid(0, limit));
}

} // namespace deskhand
