// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTextBrowser>

class QListWidget;

namespace deskhand {

class Theme;

/// Shows a text and nothing else: whatever it refers to is answered here, so that Qt opens no file and no socket
/// (an empty answer would make Qt 6.4 look on the disk).
class ClosedTextBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ClosedTextBrowser(QWidget *parent = nullptr);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
    [[nodiscard]] int refusedResources() const { return m_refused; }

private:
    int m_refused = 0;
};

/// The manual: the pages of resources/help, at the left by title, at the right the text. Not modal.
class HelpWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(const Theme &theme, QWidget *parent = nullptr);

    /// `pageId`: name of the file without ".md"; empty: the first page. False: there is no such page.
    bool openPage(const QString &pageId = {});
    [[nodiscard]] QString currentPageId() const { return m_page; }
    [[nodiscard]] static QStringList pageIds();

private:
    void showPage(const QString &pageId);
    void restyle();

    const Theme &m_theme;
    QListWidget *m_list;
    ClosedTextBrowser *m_text;
    QString m_page;
};

} // namespace deskhand
