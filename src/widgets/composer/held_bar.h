// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QWidget>

class QPushButton;

namespace deskhand {

class ComposerPresenter;
class PlainLabel;
class Theme;

/// Stands over a text that was held: who wrote what meanwhile, and what can be done. Going on to write is the fourth
/// way; the bar goes when what is new has been seen. Follows the presenter by itself.
class HeldBar final : public QWidget
{
    Q_OBJECT

public:
    HeldBar(const ComposerPresenter &presenter, const Clock &clock, const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void showRequested(); ///< to what is new
    void sendRequested(); ///< all the same
    void dropRequested(); ///< throw the text away

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const ComposerPresenter &m_presenter;
    const Clock &m_clock;
    const Theme &m_theme;
    PlainLabel *m_what;
    PlainLabel *m_excerpt;
};

} // namespace deskhand
