// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mail_text_dialog.h"

#include "models/mail_text_words.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/settings/settings_form.h"
#include "widgets/settings/window_room.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

namespace deskhand {

MailTextDialog::MailTextDialog(const AreaContext &context, const MailOverview &overview, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_overview(overview)
    , m_presenter(overview)
    , m_banner(new ErrorBanner(context.theme, this))
    , m_placeholders(new QMenu(this))
{
    setObjectName(QStringLiteral("mailTextDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(roomFor(context.theme, {900, 540}, this));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(metrics::huge);
    sides->addWidget(buildEditor(), 1);
    sides->addWidget(buildPreview(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addLayout(sides, 1);
    layout->addWidget(buildButtons());
    fillPlaceholders();
    connectControls();
}

QWidget *MailTextDialog::buildEditor()
{
    auto *side = new QWidget(this);
    m_form = new SettingsForm(m_context.theme, side);
    m_queue = new QComboBox(m_form);
    m_queue->setObjectName(QStringLiteral("textQueueComboBox"));
    m_language = new QComboBox(m_form);
    m_language->setObjectName(QStringLiteral("textLanguageComboBox"));
    m_subject = new QLineEdit(m_form);
    m_subject->setObjectName(QStringLiteral("textSubjectLineEdit"));
    m_subject->setMaxLength(200);
    m_form->addRow(tr("Queue"), m_queue);
    m_form->addRow(tr("Language"), m_language);
    m_form->addRow(tr("Subject"), m_subject);
    m_text = new QPlainTextEdit(side);
    m_text->setObjectName(QStringLiteral("textPlainTextEdit"));
    m_text->setAccessibleName(tr("Text"));
    m_text->setTabChangesFocus(true);
    m_insert = new QPushButton(tr("Insert placeholder"), side);
    m_insert->setObjectName(QStringLiteral("textInsertButton"));
    m_insert->setAutoDefault(false);
    m_insert->setMenu(m_placeholders);
    m_active = new QCheckBox(tr("In use"), side);
    m_active->setObjectName(QStringLiteral("textActiveCheckBox"));
    m_warning = new PlainLabel(side);
    m_warning->setObjectName(QStringLiteral("textWarningLabel"));
    m_warning->setStyleOf(m_context.theme, TextStyle::Small, Token::Warning);
    m_warning->setWordWrap(true);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_insert);
    tools->addStretch(1);
    tools->addWidget(m_active);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_form);
    layout->addWidget(m_text, 1);
    layout->addLayout(tools);
    layout->addWidget(m_warning);
    return side;
}

QWidget *MailTextDialog::buildPreview()
{
    auto *side = new QWidget(this);
    auto *title = new PlainLabel(tr("As its reader sees it"), side);
    title->setStyleOf(m_context.theme, TextStyle::Strong);
    m_trial = new QLineEdit(side);
    m_trial->setObjectName(QStringLiteral("previewTicketLineEdit"));
    m_trial->setPlaceholderText(tr("Try it with ticket number…"));
    m_trial->setAccessibleName(tr("Number of a ticket to try the text with"));
    m_trial->setClearButtonEnabled(true);
    m_trialNote = new PlainLabel(side);
    m_trialNote->setObjectName(QStringLiteral("previewNoteLabel"));
    m_trialNote->setStyleOf(m_context.theme, TextStyle::Small, Token::Warning);
    m_trialNote->setWordWrap(true);
    auto *sheet = new QWidget;
    sheet->setObjectName(QStringLiteral("previewSheetWidget"));
    m_from = new PlainLabel(sheet);
    m_to = new PlainLabel(sheet);
    m_previewSubject = new PlainLabel(sheet);
    m_body = new PlainLabel(sheet);
    m_from->setObjectName(QStringLiteral("previewFromLabel"));
    m_to->setObjectName(QStringLiteral("previewToLabel"));
    m_previewSubject->setObjectName(QStringLiteral("previewSubjectLabel"));
    m_body->setObjectName(QStringLiteral("previewBodyLabel"));
    m_from->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_to->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_previewSubject->setStyleOf(m_context.theme, TextStyle::Heading);
    for (PlainLabel *label : {m_from, m_to})
        label->setElideMode(Qt::ElideRight); // an address has no place to break at
    for (PlainLabel *label : {m_previewSubject, m_body}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_body->setAlignment(Qt::AlignTop);
    auto *sheetLayout = new QVBoxLayout(sheet);
    sheetLayout->setContentsMargins(metrics::large, metrics::large, metrics::large, metrics::large);
    sheetLayout->setSpacing(metrics::tight);
    sheetLayout->addWidget(m_from);
    sheetLayout->addWidget(m_to);
    sheetLayout->addSpacing(metrics::small);
    sheetLayout->addWidget(m_previewSubject);
    sheetLayout->addSpacing(metrics::small);
    sheetLayout->addWidget(m_body, 1);
    auto *area = new QScrollArea(side);
    area->setObjectName(QStringLiteral("previewScrollArea"));
    area->setAccessibleName(tr("As its reader sees it"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(sheet);
    area->viewport()->setBackgroundRole(QPalette::Base);
    sheet->setBackgroundRole(QPalette::Base);
    sheet->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    top->addWidget(m_trial, 1);
    layout->addLayout(top);
    layout->addWidget(m_trialNote);
    layout->addWidget(area, 1);
    return side;
}

QWidget *MailTextDialog::buildButtons()
{
    auto *line = new QWidget(this);
    m_remove = new QPushButton(tr("Delete…"), line);
    m_remove->setObjectName(QStringLiteral("textRemoveButton"));
    m_problem = new PlainLabel(line);
    m_problem->setObjectName(QStringLiteral("textProblemLabel"));
    m_problem->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    m_problem->setWordWrap(true);
    m_cancel = new QPushButton(tr("Cancel"), line);
    m_cancel->setObjectName(QStringLiteral("textCancelButton"));
    m_save = new QPushButton(tr("Save"), line);
    m_save->setObjectName(QStringLiteral("textSaveButton"));
    m_save->setProperty("primary", true);
    for (QPushButton *button : {m_remove, m_cancel, m_save})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_remove);
    layout->addWidget(m_problem, 1);
    layout->addWidget(m_cancel);
    layout->addWidget(m_save);
    return line;
}

void MailTextDialog::connectControls()
{
    for (QComboBox *box : {m_queue, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &MailTextDialog::take);
    connect(m_subject, &QLineEdit::textChanged, this, &MailTextDialog::take);
    connect(m_subject, &QLineEdit::cursorPositionChanged, this, [this] { m_inSubject = true; });
    connect(m_text, &QPlainTextEdit::textChanged, this, &MailTextDialog::take);
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, [this] { m_inSubject = false; });
    connect(m_active, &QCheckBox::toggled, this, &MailTextDialog::take);
    connect(m_trial, &QLineEdit::textChanged, &m_presenter, &MailTextPresenter::tryWith);
    connect(m_remove, &QPushButton::clicked, this, &MailTextDialog::askRemove);
    connect(m_cancel, &QPushButton::clicked, this, &MailTextDialog::reject);
    connect(m_save, &QPushButton::clicked, &m_presenter, &MailTextPresenter::save);
    connect(&m_presenter, &MailTextPresenter::changed, this, &MailTextDialog::showText);
    connect(&m_presenter, &MailTextPresenter::done, this, &QDialog::accept);
    connect(&m_presenter, &MailTextPresenter::failed, this,
            [this](const Error &error) { m_banner->showError(tr("The text was not saved."), error); });
}

void MailTextDialog::fillPlaceholders()
{
    const QStringList names = knownPlaceholders();
    for (const QString &name : names) {
        const QString text = QStringLiteral("{{%1}}\t%2").arg(name, MailTextWords::placeholder(name));
        connect(m_placeholders->addAction(text), &QAction::triggered, this, [this, name] { insert(name); });
    }
}

void MailTextDialog::insert(const QString &placeholder)
{
    const QString text = QStringLiteral("{{%1}}").arg(placeholder);
    if (m_inSubject && !m_subject->isHidden()) {
        m_subject->insert(text);
        m_subject->setFocus();
        return;
    }
    m_text->insertPlainText(text);
    m_text->setFocus();
}

void MailTextDialog::showNew(MailTextKind kind)
{
    m_presenter.begin(kind);
    load();
    show();
    m_text->setFocus();
}

void MailTextDialog::showEdit(const MailText &text)
{
    m_presenter.edit(text);
    load();
    show();
    m_text->setFocus();
}

void MailTextDialog::load()
{
    m_loading = true;
    const MailText &text = m_presenter.text();
    const CatalogPtr catalog = m_overview.catalog().catalog();
    setWindowTitle(MailTextWords::title(text, *catalog, m_overview.catalog().me()));
    m_queue->clear();
    m_queue->addItem(tr("All queues"), qint64(0));
    for (const Queue &queue : catalog->queues) {
        if (queue.active || queue.id == text.queue)
            m_queue->addItem(catalog->queuePath(queue.id), queue.id.value);
    }
    m_queue->setCurrentIndex(qMax(0, m_queue->findData(text.queue.value)));
    m_language->clear();
    for (const QString &code : MailTextWords::languages(text.language))
        m_language->addItem(MailTextWords::language(code), code);
    m_language->setCurrentIndex(qMax(0, m_language->findData(text.language)));
    m_form->setRowVisible(m_queue, text.kind != MailTextKind::AgentSignature);
    m_form->setRowVisible(m_subject, text.kind == MailTextKind::Acknowledgement);
    m_subject->setText(text.subject);
    m_text->setPlainText(text.text);
    m_text->moveCursor(QTextCursor::End);
    m_active->setChecked(text.active);
    m_trial->clear();
    m_remove->setVisible(!m_presenter.isNew());
    m_loading = false;
    showText();
}

void MailTextDialog::take()
{
    if (m_loading)
        return;
    MailText text = m_presenter.text();
    text.queue = text.kind == MailTextKind::AgentSignature ? QueueId{} : QueueId{m_queue->currentData().toLongLong()};
    text.language = m_language->currentData().toString();
    text.subject = m_subject->text();
    text.text = m_text->toPlainText();
    text.active = m_active->isChecked();
    m_presenter.setText(text);
}

void MailTextDialog::showText()
{
    const QString warning = m_presenter.warning();
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    const MailTextPresenter::Preview preview = m_presenter.preview();
    m_from->setText(tr("From: %1").arg(preview.from));
    m_to->setText(tr("To: %1").arg(preview.to));
    m_previewSubject->setText(preview.subject);
    m_body->setText(preview.body);
    const QString note = m_presenter.trialNote();
    m_trialNote->setText(note);
    m_trialNote->setVisible(!note.isEmpty());
    const QString problem = m_presenter.firstProblem();
    m_problem->setText(problem);
    m_save->setEnabled(problem.isEmpty() && !m_presenter.isBusy() && (m_presenter.isNew() || m_presenter.isChanged()));
    m_remove->setEnabled(!m_presenter.isBusy());
}

void MailTextDialog::askRemove()
{
    const Question question{tr("Delete a text"),
                            tr("Delete this text?"),
                            tr("Mails that were sent with it stay as they are."),
                            {tr("Delete")},
                            -1,
                            true};
    m_context.prompt.ask(this, question, [this](int answer) {
        if (answer == 0)
            m_presenter.remove();
    });
}

void MailTextDialog::reject()
{
    if (!m_presenter.isChanged()) {
        QDialog::reject();
        return;
    }
    const Question question{tr("Text"), tr("Throw away what you wrote?"), {}, {tr("Throw away")}, -1, true};
    m_context.prompt.ask(this, question, [this](int answer) {
        if (answer == 0)
            QDialog::reject();
    });
}

} // namespace deskhand
