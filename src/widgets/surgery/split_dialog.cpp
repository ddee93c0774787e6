// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/split_dialog.h"

#include "models/time_text.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/form_rows.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/settings/window_room.h"
#include "widgets/thread/article_card.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr QSize splitSize(700, 600);
constexpr qsizetype shownSplitText = 140;
constexpr int moveButton = 0;
constexpr int copyButton = 1;

} // namespace

SplitDialog::SplitDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_catalog(catalog)
    , m_presenter(desk, catalog)
    , m_error(new ErrorBanner(context.theme, this))
    , m_articles(new QTreeWidget(this))
    , m_how(new QButtonGroup(this))
    , m_subject(new QLineEdit(this))
    , m_queue(new QComboBox(this))
    , m_requester(new RecipientEdit(context.theme, desk, this))
    , m_happens(new PlainLabel(this))
    , m_obstacle(new PlainLabel(this))
    , m_split(new QPushButton(tr("Split off"), this))
{
    setObjectName(QStringLiteral("splitDialog"));
    setModal(false);
    resize(roomFor(context.theme, splitSize, this));
    build();
    connect(&m_presenter, &SplitPresenter::changed, this, &SplitDialog::showState);
    connect(&m_presenter, &SplitPresenter::split, this, [this](TicketId opened, const QString &number) {
        Q_EMIT split(opened, number);
        accept();
    });
    connect(&m_presenter, &SplitPresenter::refused, this, [this] {
        const Error changed{ErrorCode::Conflict, QStringLiteral("splitDialog"), {}, {}};
        m_error->showError(tr("Nothing was split off: somebody changed the ticket a moment ago. Try once more."),
                           changed);
    });
    connect(&m_presenter, &SplitPresenter::failed, this,
            [this](const Error &error) { m_error->showError(tr("Nothing was split off."), error); });
}

void SplitDialog::build()
{
    const Theme &theme = m_context.theme;
    m_articles->setObjectName(QStringLiteral("splitArticlesTreeWidget"));
    m_articles->setAccessibleName(tr("Messages that are split off"));
    m_articles->setRootIsDecorated(false);
    m_articles->setHeaderHidden(true);
    m_articles->setColumnCount(3);
    m_articles->setUniformRowHeights(true);
    m_articles->header()->setStretchLastSection(true);
    m_happens->setObjectName(QStringLiteral("splitHappensPlainLabel"));
    m_happens->setStyleOf(theme, TextStyle::Small);
    m_happens->setWordWrap(true);
    auto *question = new PlainLabel(tr("Which messages become a ticket of their own?"), this);
    question->setStyleOf(theme, TextStyle::SmallStrong, Token::TextMuted);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_error);
    layout->addWidget(question);
    layout->addWidget(m_articles, 1);
    layout->addLayout(buildFields());
    layout->addWidget(m_happens);
    layout->addLayout(buildButtons());
    connect(m_articles, &QTreeWidget::itemChanged, this, &SplitDialog::push);
}

QLayout *SplitDialog::buildFields()
{
    auto *move = new QRadioButton(tr("Move them"), this);
    move->setObjectName(QStringLiteral("moveRadioButton"));
    auto *copy = new QRadioButton(tr("Copy them: they stay here, too"), this);
    copy->setObjectName(QStringLiteral("copyRadioButton"));
    m_how->addButton(move, moveButton);
    m_how->addButton(copy, copyButton);
    auto *how = new QHBoxLayout;
    how->setSpacing(metrics::large);
    how->addWidget(move);
    how->addWidget(copy);
    how->addStretch(1);
    m_subject->setObjectName(QStringLiteral("splitSubjectLineEdit"));
    m_queue->setObjectName(QStringLiteral("splitQueueComboBox"));
    m_requester->setObjectName(QStringLiteral("splitRecipientEdit"));
    m_requester->setSingle(true);
    m_requester->setAccessibleTexts(tr("Requester"));
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(metrics::medium);
    form->setVerticalSpacing(metrics::small);
    form->addRow(how);
    addFormRow(form, tr("Subject"), m_subject);
    addFormRow(form, tr("Queue"), m_queue);
    addFormRow(form, tr("Requester"), m_requester);
    connect(m_how, &QButtonGroup::idToggled, this, &SplitDialog::push);
    connect(m_subject, &QLineEdit::textChanged, this, &SplitDialog::push);
    connect(m_queue, &QComboBox::currentIndexChanged, this, &SplitDialog::push);
    connect(m_requester, &RecipientEdit::changed, this, [this] {
        if (!m_filling)
            m_requesterId = {};
        push();
    });
    connect(m_requester, &RecipientEdit::personChosen, this, [this](PersonId person) {
        m_requesterId = person;
        push();
    });
    return form;
}

QLayout *SplitDialog::buildButtons()
{
    m_obstacle->setObjectName(QStringLiteral("splitObstaclePlainLabel"));
    m_obstacle->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("splitCancelPushButton"));
    cancel->setAutoDefault(false);
    m_split->setObjectName(QStringLiteral("splitPushButton"));
    m_split->setProperty("primary", true);
    m_split->setAutoDefault(false);
    m_split->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addWidget(m_obstacle, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_split);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_split, &QPushButton::clicked, this, [this] {
        m_error->hide();
        m_requester->commit();
        push();
        m_presenter.submit();
    });
    return buttons;
}

void SplitDialog::start(const TicketDetail &detail, const QVector<Article> &articles, const QSet<ArticleId> &chosen)
{
    setWindowTitle(tr("Split off from #%1").arg(detail.row.head.number));
    m_presenter.start(detail, articles, chosen);
    fill();
    showState();
    show();
    raise();
    activateWindow();
    m_subject->setFocus();
    m_subject->selectAll();
}

void SplitDialog::fill()
{
    m_filling = true;
    const SplitForm &form = m_presenter.form();
    m_articles->clear();
    QTreeWidgetItem *first = nullptr;
    for (const Article &article : m_presenter.articles()) {
        auto *item = new QTreeWidgetItem(m_articles);
        const bool note = article.visibility == Visibility::Internal;
        item->setData(0, Qt::UserRole, article.id.value);
        item->setCheckState(0, form.articles.contains(article.id) ? Qt::Checked : Qt::Unchecked);
        item->setText(0, authorText(article));
        item->setText(1, TimeWords().moment(article.createdAt, m_catalog.now()));
        item->setText(2, (note ? tr("Internal note: %1") : QStringLiteral("%1"))
                             .arg(article.text.left(shownSplitText).simplified()));
        if (first == nullptr && form.articles.contains(article.id))
            first = item;
    }
    for (int column = 0; column < 2; ++column)
        m_articles->resizeColumnToContents(column);
    if (first != nullptr) {
        m_articles->setCurrentItem(first);
        m_articles->scrollToItem(first);
    }
    m_how->button(form.copy ? copyButton : moveButton)->setChecked(true);
    m_subject->setText(form.subject);
    m_queue->clear();
    const CatalogPtr catalog = m_catalog.catalog();
    for (const Queue &queue : catalog->queues) {
        if (queue.active || queue.id == form.queue)
            m_queue->addItem(catalog->queuePath(queue.id), queue.id.value);
    }
    m_queue->setCurrentIndex(m_queue->findData(form.queue.value));
    m_requester->setAddresses({form.requesterAddress});
    m_requesterId = form.requester;
    m_filling = false;
}

void SplitDialog::push()
{
    if (m_filling)
        return;
    SplitForm form = m_presenter.form();
    form.articles.clear();
    for (int row = 0; row < m_articles->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_articles->topLevelItem(row);
        if (item->checkState(0) == Qt::Checked)
            form.articles.insert(ArticleId{item->data(0, Qt::UserRole).toLongLong()});
    }
    form.copy = m_how->checkedId() == copyButton;
    form.subject = m_subject->text();
    form.queue = QueueId{m_queue->currentData().toLongLong()};
    form.requester = m_requesterId;
    form.requesterAddress = m_requester->addresses().value(0);
    m_presenter.setForm(form);
}

void SplitDialog::showState()
{
    QStringList lines;
    for (const QString &one : m_presenter.consequences())
        lines.append(QStringLiteral("• ") + one);
    m_happens->setText(lines.join(u'\n'));
    m_obstacle->setText(m_presenter.isSending() ? tr("Splitting off…") : m_presenter.obstacle());
    m_split->setEnabled(m_presenter.isReady());
}

} // namespace deskhand
