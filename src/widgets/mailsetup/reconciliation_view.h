// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mailbox_words.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace deskhand {

class PlainLabel;
class Theme;

/// What became of the mails of a mailbox: one line with its sum, and on demand each number with what it means and why.
class ReconciliationView final : public QWidget
{
    Q_OBJECT

public:
    explicit ReconciliationView(const Theme &theme, QWidget *parent = nullptr);

    void setReport(const MailboxReport &report);
    [[nodiscard]] bool isOpen() const { return m_open; }

private:
    void showLines();
    void addLine(QGridLayout *grid, const QString &count, const QString &name, const QString &explanation,
                 bool isSum = false);

    const Theme &m_theme;
    MailboxWords m_words;
    MailboxReport m_report;
    PlainLabel *m_equation;
    PlainLabel *m_imbalance;
    QPushButton *m_more;
    QWidget *m_lines = nullptr;
    bool m_open = false;
};

} // namespace deskhand
