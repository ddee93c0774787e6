// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace deskhand {

/// One page of the settings window. What is changed on it holds at once; there is no OK.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString id() const = 0;
    /// Node of the tree under which the page stands, translated.
    [[nodiscard]] virtual QString group() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString icon() const = 0;
    /// What is set on the page, translated: found by the search box.
    [[nodiscard]] virtual QStringList keywords() const = 0;
};

} // namespace deskhand
