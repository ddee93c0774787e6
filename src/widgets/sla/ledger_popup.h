// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla_ledger_model.h"

#include <QFrame>
#include <QPointer>

class QCheckBox;
class QPushButton;
class QTableView;

namespace deskhand {

class PlainLabel;
class Theme;

/// Why a clock says what it says, on a plate over the window: what was counted and what was not with its reason, the
/// running sum, and what is still to come. Opened for a look it goes with the pointer; opened with the keyboard or a
/// click it stays until Escape or until the keyboard goes elsewhere. Blocks nothing.
class LedgerPopup final : public QFrame
{
    Q_OBJECT

public:
    LedgerPopup(const Theme &theme, const SlaPresenter &presenter, QWidget *window);

    /// `beside`: in the window's coordinates. Cycle 0: the newest.
    void peek(SlaTargetKind target, int cycle, const QRect &beside);
    void open(SlaTargetKind target, int cycle, const QRect &beside);
    void dismiss();
    [[nodiscard]] bool isPeeking() const { return isVisible() && !m_pinned; }
    [[nodiscard]] const SlaLedgerModel &model() const { return m_model; }

Q_SIGNALS:
    void copied();
    /// The pointer left it.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void showTarget(SlaTargetKind target, int cycle, const QRect &beside);
    void refresh();
    void place();
    void pin();
    void copy();
    void watchFocus(QWidget *now);

    const Theme &m_theme;
    SlaLedgerModel m_model;
    PlainLabel *m_title;
    PlainLabel *m_facts;
    QTableView *m_table;
    PlainLabel *m_total;
    QCheckBox *m_each;
    QPushButton *m_copy;
    QRect m_beside;
    QPointer<QWidget> m_focusBefore;
    bool m_pinned = false;
};

} // namespace deskhand
