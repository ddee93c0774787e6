// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palette_source.h"

#include <QDialog>

class QLineEdit;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace deskhand {

class PlainLabel;
class SettingsPage;
class Theme;

/// All settings in one window: a searchable tree of pages at the left, the page at the right. Not modal.
class SettingsWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsWindow(const Theme &theme, QWidget *parent = nullptr);

    /// Takes ownership; pages stand in the order they were added.
    void addPage(SettingsPage *page);
    /// Takes a page out and deletes it.
    void removePage(SettingsPage *page);
    [[nodiscard]] QVector<SettingsPage *> pages() const { return m_pages; }
    /// Empty: the page that was shown last.
    void openPage(const QString &id = {});
    [[nodiscard]] QString currentPageId() const;

private:
    [[nodiscard]] QTreeWidgetItem *groupItem(const QString &group);
    void styleGroup(QTreeWidgetItem *item) const;
    void filter(const QString &text);
    void showPage(const SettingsPage *page);

    const Theme &m_theme;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    PlainLabel *m_title;
    PlainLabel *m_nothing;
    QStackedWidget *m_stack;
    QVector<SettingsPage *> m_pages;
};

/// The pages of the settings window, for the command palette.
class SettingsSource final : public PaletteSource
{
    Q_OBJECT

public:
    SettingsSource(SettingsWindow &window, QObject *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("settings"); }
    [[nodiscard]] QString title() const override { return tr("Settings"); }
    void query(const QString &text, int limit) override;

private:
    SettingsWindow &m_window;
};

} // namespace deskhand
