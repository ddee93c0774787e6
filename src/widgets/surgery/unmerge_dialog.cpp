// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/unmerge_dialog.h"

#include "models/time_text.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/settings/window_room.h"
#include "widgets/thread/article_card.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr QSize unmergeSize(640, 440);
constexpr qsizetype shownText = 120;

} // namespace

UnmergeDialog::UnmergeDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_catalog(catalog)
    , m_presenter(desk, catalog)
    , m_error(new ErrorBanner(context.theme, this))
    , m_text(new PlainLabel(this))
    , m_question(new PlainLabel(this))
    , m_later(new QTreeWidget(this))
    , m_why(new QLineEdit(this))
    , m_unmerge(new QPushButton(tr("Unmerge"), this))
{
    setObjectName(QStringLiteral("unmergeDialog"));
    setWindowTitle(tr("Unmerge"));
    setModal(false);
    resize(roomFor(context.theme, unmergeSize, this));
    build();
    connect(&m_presenter, &UnmergePresenter::changed, this, &UnmergeDialog::showState);
    connect(&m_presenter, &UnmergePresenter::unmerged, this, [this](const MergedTicket &source) {
        Q_EMIT unmerged(source);
        accept();
    });
    connect(&m_presenter, &UnmergePresenter::failed, this,
            [this](const Error &error) { m_error->showError(tr("The tickets were not parted."), error); });
}

void UnmergeDialog::build()
{
    const Theme &theme = m_context.theme;
    m_text->setObjectName(QStringLiteral("unmergeTextPlainLabel"));
    m_text->setStyleOf(theme, TextStyle::Body);
    m_text->setWordWrap(true);
    m_question->setObjectName(QStringLiteral("unmergeQuestionPlainLabel"));
    m_question->setStyleOf(theme, TextStyle::SmallStrong, Token::TextMuted);
    m_question->setWordWrap(true);
    m_later->setObjectName(QStringLiteral("laterArticlesTreeWidget"));
    m_later->setAccessibleName(tr("Messages since the merge"));
    m_later->setRootIsDecorated(false);
    m_later->setHeaderHidden(true);
    m_later->setColumnCount(3);
    m_later->setUniformRowHeights(true);
    m_later->header()->setStretchLastSection(true);
    m_why->setObjectName(QStringLiteral("unmergeWhyLineEdit"));
    m_why->setAccessibleName(tr("Reason"));
    m_why->setPlaceholderText(tr("Reason, for the history (may stay empty)"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("unmergeCancelPushButton"));
    cancel->setAutoDefault(false);
    m_unmerge->setObjectName(QStringLiteral("unmergePushButton"));
    m_unmerge->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_unmerge);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_error);
    layout->addWidget(m_text);
    layout->addWidget(m_question);
    layout->addWidget(m_later, 1);
    layout->addWidget(m_why);
    layout->addLayout(buttons);
    connect(m_later, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item) {
        if (!m_filling)
            m_presenter.take(ArticleId{item->data(0, Qt::UserRole).toLongLong()}, item->checkState(0) == Qt::Checked);
    });
    connect(m_why, &QLineEdit::textChanged, &m_presenter, &UnmergePresenter::setWhy);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_unmerge, &QPushButton::clicked, this, [this] {
        m_error->hide();
        m_presenter.submit();
    });
}

void UnmergeDialog::start(const TicketDetail &target, const MergedTicket &merged)
{
    m_presenter.start(target, merged);
    showState();
    show();
    raise();
    activateWindow();
    m_unmerge->setFocus();
}

void UnmergeDialog::showState()
{
    const MergedTicket &merged = m_presenter.merged();
    const QString target = m_presenter.target().row.head.number;
    m_text->setText(tr("#%1 “%2” becomes a ticket of its own again, with its number, state, owner, queue, tags and "
                       "its %n message(s). #%3 keeps what it had before.",
                       nullptr, merged.articles)
                        .arg(merged.number, merged.subject, target));
    const QVector<Article> &later = m_presenter.later();
    m_question->setVisible(!later.isEmpty());
    m_question->setText(tr("These came since the merge. Tick those that belong to #%1; the others stay in #%2.")
                            .arg(merged.number, target));
    m_later->setVisible(!later.isEmpty());
    m_filling = true;
    if (m_later->topLevelItemCount() != later.size()) {
        m_later->clear();
        for (const Article &article : later) {
            auto *item = new QTreeWidgetItem(m_later);
            item->setData(0, Qt::UserRole, article.id.value);
            item->setText(0, authorText(article));
            item->setText(1, TimeWords().moment(article.createdAt, m_catalog.now()));
            item->setText(2, article.text.left(shownText).simplified());
        }
        for (int column = 0; column < 2; ++column)
            m_later->resizeColumnToContents(column);
    }
    for (int row = 0; row < later.size(); ++row)
        m_later->topLevelItem(row)->setCheckState(0, m_presenter.taken().contains(later.at(row).id) ? Qt::Checked
                                                                                                    : Qt::Unchecked);
    m_filling = false;
    m_unmerge->setEnabled(m_presenter.isReady());
}

} // namespace deskhand
