// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"
#include "models/catalog_holder.h"
#include "models/list_spec.h"

#include <QObject>
#include <QTimer>

namespace deskhand {

class Settings;

/// Where a typed condition is wrong.
struct ConditionProblem {
    int position = 0; ///< UTF-16 offset in the text
    int length = 0;
    QString problem; ///< stable name, see domain/condition_text.h
    QString what;
    QStringList candidates;
};

/// nullopt: the text is a condition.
[[nodiscard]] std::optional<ConditionProblem> conditionProblem(const Error &error);

/// What the search box does: reads the text at every key, asks for a list when the typing pauses, remembers what was
/// searched. GUI thread.
class SearchPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pauseMs = 120; ///< of typing, before the desk is asked
    static constexpr int recentLimit = 12;

    SearchPresenter(const CatalogHolder &holder, Settings &settings, QObject *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// What is wrong with the text; nullopt: nothing.
    [[nodiscard]] const std::optional<ConditionProblem> &problem() const { return m_problem; }
    /// Searches now and remembers the text.
    void submit();
    void setByRelevance(bool byRelevance);
    [[nodiscard]] bool isByRelevance() const { return m_byRelevance; }

    /// Newest first.
    [[nodiscard]] QStringList recent() const;
    void forgetRecent();

Q_SIGNALS:
    /// The text was read: problem() is up to date.
    void checked();
    void wanted(const deskhand::ListSpec &spec);
    /// The text is empty: back to the view before.
    void cleared();

private:
    void read();
    void ask();

    const CatalogHolder &m_holder;
    Settings &m_settings;
    QTimer m_pause;
    QString m_text;
    Condition m_condition;
    std::optional<ConditionProblem> m_problem;
    bool m_byRelevance = false;
};

} // namespace deskhand
