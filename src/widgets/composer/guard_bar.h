// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace deskhand {

class ComposerPresenter;
class Theme;

/// Stands over the send button when the recipient guard has found something: one line for each thing with a way to mend
/// it, and sending all the same. It follows the text and goes when nothing is left. Follows the presenter by itself.
class GuardBar final : public QWidget
{
    Q_OBJECT

public:
    GuardBar(ComposerPresenter &presenter, const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void attachRequested();
    void sendRequested(); ///< all the same

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitLines();

    ComposerPresenter &m_presenter;
    const Theme &m_theme;
    QWidget *m_lines = nullptr; ///< made anew for other warnings
    QVBoxLayout *m_layout;
};

} // namespace deskhand
