// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/thread_accessible.h"

#include "models/delivery_text.h"
#include "models/history_text.h"
#include "models/pending_marks.h"
#include "models/time_text.h"
#include "widgets/thread/article_card.h"
#include "widgets/thread/thread_view.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPersistentModelIndex>
#include <QPointer>

namespace deskhand {

namespace {

struct SpokenThread {
    Q_DECLARE_TR_FUNCTIONS(deskhand::ThreadAccessible)

public:
    /// "Sarah Lind, E-mail, Today 09:12, 2 files": what a reader says first of a row.
    static QString name(const ThreadItem &item, Instant now)
    {
        const TimeWords words;
        switch (item.kind) {
        case ThreadItem::Kind::Earlier: return tr("%n earlier message(s)", nullptr, item.earlier);
        case ThreadItem::Kind::NewMark: return tr("New messages begin here");
        case ThreadItem::Kind::Events: {
            const HistoryLine line = historyLine(item.events, words, now);
            const QString text = line.who + u' ' + line.what;
            return line.why.isEmpty() ? text : text + QStringLiteral(", ") + line.why;
        }
        case ThreadItem::Kind::Article: break;
        }
        QStringList parts{authorText(item.article), articleKindText(item.article),
                          words.moment(item.article.createdAt, now)};
        if (isPending(item.article))
            parts.append(tr("waits to be sent"));
        if (!item.origin.isEmpty())
            parts.append(tr("from #%1").arg(item.origin));
        if (const int files = int(shownAttachments(item.article).size()); files > 0)
            parts.append(tr("%n file(s)", nullptr, files));
        if (item.delivery)
            parts.append(deliveryLine(*item.delivery, now, words).text);
        return parts.join(QStringLiteral(", "));
    }

    static QString description(const ThreadItem &item, bool quotesShown, Instant now)
    {
        if (item.kind == ThreadItem::Kind::Events)
            return TimeWords().moment(item.events.last().at, now);
        if (item.kind != ThreadItem::Kind::Article)
            return {};
        const QString text = item.article.text.left(ArticleDocuments::textLimit);
        if (!hasQuotedPart(item.article))
            return text;
        return text + u'\n' + (quotesShown ? item.article.quotedText : tr("Quoted text is folded."));
    }
};

/// One row. Valid as long as the row is in the model.
class ThreadRowAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ThreadRowAccessible(ThreadView *view, const QPersistentModelIndex &index)
        : m_view(view)
        , m_index(index)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_view && m_index.isValid(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view.data()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const Instant now = m_view->clock().now();
        if (kind == QAccessible::Name)
            return SpokenThread::name(item(), now);
        if (kind == QAccessible::Description)
            return SpokenThread::description(item(), m_view->quotesShown(item().article.id), now);
        return {};
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect row = m_view->rowRect(m_index.row());
        return {m_view->viewport()->mapToGlobal(row.topLeft()), row.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.readOnly = true;
        state.multiLine = true;
        state.offscreen = !m_view->rowRect(m_index.row()).intersects(m_view->viewport()->rect());
        if (item().kind == ThreadItem::Kind::Article) {
            state.focusable = true;
            state.focused = m_view->hasFocus() && m_view->currentArticle() == item().article.id;
            state.expandable = hasQuotedPart(item().article);
            state.expanded = state.expandable && m_view->quotesShown(item().article.id);
            state.collapsed = state.expandable && !state.expanded;
        }
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        if (!isValid() || item().kind != ThreadItem::Kind::Article)
            return {};
        QStringList names{setFocusAction()};
        if (hasQuotedPart(item().article))
            names.append(toggleAction());
        return names;
    }

    void doAction(const QString &action) override
    {
        if (!actionNames().contains(action))
            return;
        m_view->setFocus();
        m_view->showArticle(item().article.id);
        if (action == toggleAction())
            m_view->toggleQuotes();
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

    [[nodiscard]] int row() const { return m_index.row(); }

private:
    [[nodiscard]] const ThreadItem &item() const { return m_view->model().item(m_index.row()); }

    QPointer<ThreadView> m_view;
    QPersistentModelIndex m_index;
};

class ThreadAccessible final : public QAccessibleWidget
{
public:
    explicit ThreadAccessible(ThreadView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }

    ~ThreadAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return view()->model().rowCount(); }

    [[nodiscard]] QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        const QPersistentModelIndex index(view()->model().index(row));
        const auto found = m_rows.constFind(index);
        if (found != m_rows.constEnd())
            return QAccessible::accessibleInterface(*found);
        forgetGone();
        auto *made = new ThreadRowAccessible(view(), index);
        m_rows.insert(index, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *row = dynamic_cast<const ThreadRowAccessible *>(child);
        return row && row->isValid() ? row->row() : -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(view()->hitTest(view()->viewport()->mapFromGlobal(QPoint(x, y))).row);
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->model().rowOf(view()->currentArticle())) : nullptr;
    }

private:
    [[nodiscard]] ThreadView *view() const { return static_cast<ThreadView *>(widget()); }

    void forgetGone() const
    {
        for (auto row = m_rows.begin(); row != m_rows.end();) {
            if (row.key().isValid()) {
                ++row;
                continue;
            }
            QAccessible::deleteAccessibleInterface(row.value());
            row = m_rows.erase(row);
        }
    }

    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_rows;
};

QAccessibleInterface *makeThreadAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1String(ThreadView::staticMetaObject.className()))
        return nullptr;
    auto *view = qobject_cast<ThreadView *>(object);
    return view ? new ThreadAccessible(view) : nullptr;
}

} // namespace

void installThreadAccessible()
{
    QAccessible::installFactory(makeThreadAccessible);
}

} // namespace deskhand
