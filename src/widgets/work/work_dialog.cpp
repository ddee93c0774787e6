// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/work/work_dialog.h"

#include "widgets/form_rows.h"
#include "widgets/frame/error_banner.h"
#include "widgets/settings/window_room.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

namespace {

constexpr QSize workSize(480, 460);

} // namespace

WorkDialog::WorkDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_catalog(catalog)
    , m_presenter(desk, catalog)
    , m_error(new ErrorBanner(context.theme, this))
    , m_title(new PlainLabel(this))
    , m_time(new QLineEdit(this))
    , m_hint(new PlainLabel(this))
    , m_day(new QDateEdit(this))
    , m_activity(new QComboBox(this))
    , m_note(new QLineEdit(this))
    , m_total(new PlainLabel(this))
    , m_entries(new QTreeWidget(this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_log(new QPushButton(tr("Log work"), this))
{
    setObjectName(QStringLiteral("workDialog"));
    setWindowTitle(tr("Log work"));
    setModal(false);
    resize(roomFor(context.theme, workSize, this));
    nameParts();
    build();
    connect(m_time, &QLineEdit::textChanged, &m_presenter, &WorkPresenter::setTime);
    connect(m_day, &QDateEdit::dateChanged, &m_presenter, &WorkPresenter::setDay);
    connect(m_activity, &QComboBox::currentTextChanged, &m_presenter, &WorkPresenter::setActivity);
    connect(m_note, &QLineEdit::textChanged, &m_presenter, &WorkPresenter::setNote);
    connect(m_entries, &QTreeWidget::currentItemChanged, this, &WorkDialog::showRemovable);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_error->hide();
        m_presenter.remove(currentEntry());
    });
    connect(m_log, &QPushButton::clicked, this, [this] {
        m_error->hide();
        m_presenter.submit();
    });
    connect(&m_presenter, &WorkPresenter::changed, this, &WorkDialog::showState);
    connect(&m_presenter, &WorkPresenter::logged, this, [this](WorkEntryId entry, int minutes, bool pending) {
        Q_EMIT logged(m_presenter.ticket(), m_presenter.number(), entry, minutes, pending);
        accept();
    });
    connect(&m_presenter, &WorkPresenter::failed, this,
            [this](const Error &error) { m_error->showError(tr("The work log was not changed."), error); });
}

void WorkDialog::nameParts()
{
    const Theme &theme = m_context.theme;
    m_title->setObjectName(QStringLiteral("workTitlePlainLabel"));
    m_title->setStyleOf(theme, TextStyle::Strong);
    m_title->setElideMode(Qt::ElideRight);
    m_time->setObjectName(QStringLiteral("workTimeLineEdit"));
    m_time->setPlaceholderText(tr("45, 1h 30 or 1:30"));
    m_hint->setObjectName(QStringLiteral("workHintPlainLabel"));
    m_hint->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_hint->setWordWrap(true);
    m_day->setObjectName(QStringLiteral("workDayDateEdit"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(locale().dateFormat(QLocale::ShortFormat));
    m_activity->setObjectName(QStringLiteral("workActivityComboBox"));
    m_activity->setEditable(true);
    m_activity->setInsertPolicy(QComboBox::NoInsert);
    m_activity->lineEdit()->setMaxLength(longestActivity);
    m_activity->lineEdit()->setPlaceholderText(tr("What kind of work (may stay empty)"));
    m_note->setObjectName(QStringLiteral("workNoteLineEdit"));
    m_note->setMaxLength(longestWorkNote);
    m_note->setPlaceholderText(tr("May stay empty"));
    m_total->setObjectName(QStringLiteral("workTotalPlainLabel"));
    m_total->setStyleOf(theme, TextStyle::SmallStrong, Token::TextMuted);
    m_entries->setObjectName(QStringLiteral("workEntriesTreeWidget"));
    m_entries->setAccessibleName(tr("Logged work"));
    m_entries->setRootIsDecorated(false);
    m_entries->setHeaderHidden(true);
    m_entries->setColumnCount(2);
    m_entries->setUniformRowHeights(true);
    m_entries->header()->setStretchLastSection(true);
    m_remove->setObjectName(QStringLiteral("workRemovePushButton"));
    m_remove->setAutoDefault(false);
    m_log->setObjectName(QStringLiteral("workLogPushButton"));
    m_log->setProperty("primary", true);
    m_log->setDefault(true);
}

void WorkDialog::build()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::medium);
    form->setVerticalSpacing(metrics::small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addFormRow(form, tr("Time spent"), m_time);
    addFormRow(form, m_hint);
    addFormRow(form, tr("Day"), m_day);
    addFormRow(form, tr("Activity"), m_activity);
    addFormRow(form, tr("Note"), m_note);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("workCancelPushButton"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_log);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_error);
    layout->addWidget(m_title);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addLayout(buildEntries(), 1);
}

QLayout *WorkDialog::buildEntries()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_total, 1);
    head->addWidget(m_remove);
    auto *entries = new QVBoxLayout;
    entries->setSpacing(metrics::small);
    entries->addLayout(head);
    entries->addWidget(m_entries, 1);
    return entries;
}

void WorkDialog::start(const TicketDetail &ticket)
{
    m_presenter.start(ticket);
    m_title->setText(QStringLiteral("#%1 %2").arg(ticket.row.head.number, ticket.row.head.subject));
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_catalog.now()).date();
    m_day->setMaximumDate(today);
    m_day->setDate(today);
    m_activity->clear();
    m_activity->addItems(m_presenter.activities());
    m_activity->setCurrentIndex(-1);
    m_activity->clearEditText();
    showState();
    show();
    raise();
    activateWindow();
    m_time->setFocus();
}

void WorkDialog::showState()
{
    m_hint->setText(m_presenter.timeHint());
    m_log->setEnabled(m_presenter.isReady());
    const QString total = m_presenter.total();
    m_total->setText(total.isEmpty() ? tr("Nothing is logged yet.") : tr("Logged so far: %1").arg(total));
    showEntries();
}

void WorkDialog::showEntries()
{
    if (m_presenter.entries() != m_shown || m_entries->topLevelItemCount() != m_shown.size()) {
        m_shown = m_presenter.entries();
        const WorkEntryId current = currentEntry();
        m_entries->clear();
        for (const WorkEntry &entry : std::as_const(m_shown)) {
            auto *item = new QTreeWidgetItem(m_entries);
            item->setData(0, Qt::UserRole, entry.id.value);
            item->setText(0, WorkPresenter::timeText(entry.minutes));
            item->setText(1, m_presenter.detailsOf(entry));
            item->setToolTip(1, plainToolTip(item->text(1)));
            if (entry.id == current)
                m_entries->setCurrentItem(item);
        }
        m_entries->resizeColumnToContents(0);
    }
    m_entries->setVisible(!m_shown.isEmpty());
    m_remove->setVisible(!m_shown.isEmpty());
    showRemovable();
}

WorkEntryId WorkDialog::currentEntry() const
{
    const QTreeWidgetItem *item = m_entries->currentItem();
    return item == nullptr ? WorkEntryId() : WorkEntryId{item->data(0, Qt::UserRole).toLongLong()};
}

void WorkDialog::showRemovable()
{
    const WorkEntryId current = currentEntry();
    m_remove->setEnabled(std::any_of(m_shown.cbegin(), m_shown.cend(), [&](const WorkEntry &entry) {
        return entry.id == current && m_presenter.mayRemove(entry);
    }));
}

} // namespace deskhand
