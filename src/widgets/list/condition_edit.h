// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition_text.h"
#include "models/search_presenter.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

namespace deskhand {

class CompletionPopup;
class Theme;

/// A line in which a condition is typed: completes fields and values, and underlines what it does not understand.
/// What is done with the text is up to its owner.
class ConditionEdit : public QLineEdit
{
    Q_OBJECT

public:
    ConditionEdit(const Theme &theme, QWidget *parent = nullptr);

    /// Gives what could stand at the cursor; called on every key.
    void setCompleter(std::function<QVector<ConditionCompletion>(const QString &text, int cursor)> completions);
    /// Gives texts to offer while the line is empty; may be empty itself.
    void setSuggestions(std::function<QStringList()> suggestions);
    void setProblem(const std::optional<ConditionProblem> &problem);
    [[nodiscard]] bool isPopupShown() const;
    void hidePopup();

Q_SIGNALS:
    /// Enter, when no completion is chosen.
    void submitted();
    /// Escape, when no popup is shown.
    void escaped();
    /// Down, when no popup is shown.
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void offer();
    void accept(int row);
    [[nodiscard]] bool takePopupKey(QKeyEvent *event);
    CompletionPopup &popup();

    const Theme &m_theme;
    std::function<QVector<ConditionCompletion>(const QString &, int)> m_completions;
    std::function<QStringList()> m_suggestions;
    std::optional<ConditionProblem> m_problem;
    QVector<ConditionCompletion> m_offered; ///< empty while suggestions are offered
    QPointer<CompletionPopup> m_popup;
    QTimer m_complain; ///< a problem is named when the typing rests, not at every key
};

} // namespace deskhand
