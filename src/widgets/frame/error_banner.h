// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFrame>

#include <functional>

class QPushButton;
class QToolButton;

namespace deskhand {

class PlainLabel;
class Theme;

/// Says above a place that something failed there: what happened, what is safe, what to do; with the details to copy.
/// Hidden until an error is shown.
class ErrorBanner final : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorBanner(const Theme &theme, QWidget *parent = nullptr);

    /// `what`: what was attempted, as a sentence about its failing; empty: only the words of the error.
    void showError(const QString &what, const Error &error, std::function<void()> retry = {});
    [[nodiscard]] QString details() const { return m_details; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    PlainLabel *m_icon;
    PlainLabel *m_happened;
    PlainLabel *m_advice;
    QPushButton *m_retry;
    QPushButton *m_copy;
    QToolButton *m_close;
    std::function<void()> m_retryCallback;
    QString m_details;
};

} // namespace deskhand
