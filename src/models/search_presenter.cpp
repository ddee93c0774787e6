// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_presenter.h"

#include "domain/condition_text.h"
#include "models/settings.h"

namespace deskhand {

namespace {
QString recentSearchesKey()
{
    return QStringLiteral("search/recent");
}
} // namespace

std::optional<ConditionProblem> conditionProblem(const Error &error)
{
    if (!error.payload.contains(QStringLiteral("position")))
        return std::nullopt;
    return ConditionProblem{error.payload.value(QStringLiteral("position")).toInt(),
                            error.payload.value(QStringLiteral("length")).toInt(),
                            error.payload.value(QStringLiteral("problem")).toString(),
                            error.payload.value(QStringLiteral("what")).toString(),
                            error.payload.value(QStringLiteral("candidates")).toStringList()};
}

SearchPresenter::SearchPresenter(const CatalogHolder &holder, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_holder(holder)
    , m_settings(settings)
    , m_byRelevance(settings.value(QStringLiteral("search/byRelevance"), false).toBool())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchPresenter::ask);
    connect(&m_holder, &CatalogHolder::changed, this, &SearchPresenter::read);
}

void SearchPresenter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    read();
    if (m_text.trimmed().isEmpty()) {
        m_pause.stop();
        Q_EMIT cleared();
    } else {
        m_pause.start();
    }
}

void SearchPresenter::read()
{
    m_problem.reset();
    const Result<Condition> parsed = parseCondition(m_text, *m_holder.catalog(), QTimeZone::systemTimeZone());
    if (parsed)
        m_condition = *parsed;
    else
        m_problem = conditionProblem(parsed.error()).value_or(ConditionProblem{0, int(m_text.size()), {}, {}, {}});
    Q_EMIT checked();
}

void SearchPresenter::ask()
{
    m_pause.stop();
    // Half a word of a field is no reason to take away the results that are shown.
    if (!m_problem && !m_text.trimmed().isEmpty())
        Q_EMIT wanted(searchSpec(m_condition, m_byRelevance));
}

void SearchPresenter::submit()
{
    const QString text = m_text.trimmed();
    if (text.isEmpty())
        return;
    if (!m_problem) {
        QStringList searches = recent();
        searches.removeAll(text);
        searches.prepend(text);
        m_settings.setValue(recentSearchesKey(), QStringList(searches.mid(0, recentLimit)));
    }
    ask();
}

void SearchPresenter::setByRelevance(bool byRelevance)
{
    if (m_byRelevance == byRelevance)
        return;
    m_byRelevance = byRelevance;
    m_settings.setValue(QStringLiteral("search/byRelevance"), byRelevance);
    ask();
}

QStringList SearchPresenter::recent() const
{
    return m_settings.value(recentSearchesKey()).toStringList();
}

void SearchPresenter::forgetRecent()
{
    m_settings.setValue(recentSearchesKey(), {});
}

} // namespace deskhand
