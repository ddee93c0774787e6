// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace deskhand {

class SectionButton;
class Settings;
class Theme;

/// A titled part of a panel that folds. Whether it is folded is remembered in the settings under its object name.
class CollapsibleSection final : public QWidget
{
    Q_OBJECT

public:
    CollapsibleSection(const Theme &theme, Settings &settings, const QString &objectName, const QString &title,
                       QWidget *parent = nullptr);

    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *contentLayout() const { return m_contentLayout; }
    void setExpanded(bool expanded);
    [[nodiscard]] bool isExpanded() const;
    /// A number behind the title; negative: none.
    void setCount(int count);

Q_SIGNALS:
    void expandedChanged(bool expanded);

private:
    Settings &m_settings;
    SectionButton *m_button;
    QWidget *m_content;
    QVBoxLayout *m_contentLayout;
};

} // namespace deskhand
