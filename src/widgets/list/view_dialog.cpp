// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/view_dialog.h"

#include "base/deliver.h"
#include "domain/condition_text.h"
#include "list/ui_view_dialog.h"
#include "models/ticket_text.h"
#include "operations/ticket_count.h"
#include "widgets/frame/error_banner.h"
#include "widgets/list/condition_edit.h"
#include "widgets/list/condition_words.h"
#include "widgets/plain_label.h"

#include <QPushButton>

namespace deskhand {

namespace {

constexpr int countPauseMs = 250;
constexpr int noGroup = -1;
constexpr int columnRole = Qt::UserRole;

Result<Condition> parsedHere(const QString &text, const Catalog &catalog)
{
    return parseCondition(text, catalog, QTimeZone::systemTimeZone());
}

} // namespace

ViewDialog::ViewDialog(Desk &desk, const CatalogHolder &holder, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_holder(holder)
    , m_ui(std::make_unique<Ui::ViewDialog>())
    , m_condition(new ConditionEdit(theme, this))
    , m_count(new PlainLabel(this))
    , m_banner(new ErrorBanner(theme, this))
{
    m_ui->setupUi(this);
    m_condition->setObjectName(QStringLiteral("conditionLineEdit"));
    m_condition->setPlaceholderText(tr("All tickets, or: state:open queue:network"));
    m_condition->setAccessibleName(tr("Condition of the view"));
    m_ui->conditionLabel->setBuddy(m_condition);
    m_count->setObjectName(QStringLiteral("conditionCountLabel"));
    m_count->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_count->setWordWrap(true);
    m_ui->conditionLayout->addWidget(m_condition);
    m_ui->conditionLayout->addWidget(m_count);
    m_ui->dialogLayout->insertWidget(0, m_banner);
    setTabOrder(m_ui->nameLineEdit, m_condition);
    setTabOrder(m_condition, m_ui->sortComboBox);
    resize(560, 520);
    fillChoices();
    m_condition->setCompleter(
        [this](const QString &text, int cursor) { return completeCondition(text, cursor, *m_holder.catalog()); });
    m_pause.setSingleShot(true);
    m_pause.setInterval(countPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ViewDialog::count);
    connect(m_condition, &QLineEdit::textChanged, this, &ViewDialog::check);
    connect(m_condition, &ConditionEdit::escaped, this, &QDialog::reject);
    connect(m_ui->nameLineEdit, &QLineEdit::textChanged, this, &ViewDialog::updateButtons);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ViewDialog::save);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ViewDialog::~ViewDialog()
{
    m_counting.cancel();
}

void ViewDialog::fillChoices()
{
    m_ui->groupComboBox->addItem(tr("Nothing"), noGroup);
    for (int number = 0; number < listColumnCount; ++number) {
        const QString title = TicketText::columnTitle(ListColumn(number));
        if (ListColumn(number) != ListColumn::Tags)
            m_ui->sortComboBox->addItem(title, number);
        if (canGroupBy(ListColumn(number)))
            m_ui->groupComboBox->addItem(title, number);
    }
    m_ui->densityComboBox->addItem(tr("Two lines"), int(ListDensity::TwoLines));
    m_ui->densityComboBox->addItem(tr("One line with columns"), int(ListDensity::OneLine));
}

SavedView ViewDialog::viewOf(const ListSpec &spec, const Catalog &catalog)
{
    SavedView view;
    const Condition words = spec.isSearch() ? Condition::matches(spec.searchText) : Condition::all();
    const Condition whole = spec.isSearch() ? Condition::all({spec.condition, words}) : spec.condition;
    view.conditionText = printCondition(whole, catalog, QTimeZone::systemTimeZone());
    view.condition = whole;
    view.sort = spec.sort;
    view.grouped = spec.groupBy.has_value();
    view.groupBy = spec.groupBy.value_or(ListColumn::State);
    view.columns = spec.columns;
    view.density = spec.density;
    return view;
}

void ViewDialog::setView(const SavedView &view)
{
    m_view = view;
    setWindowTitle(view.id.isValid() ? tr("Edit view") : tr("Save as view"));
    m_ui->nameLineEdit->setText(view.name);
    const auto select = [](QComboBox *box, int value) { box->setCurrentIndex(qMax(0, box->findData(value))); };
    select(m_ui->sortComboBox, int(view.sort.column));
    m_ui->descendingCheckBox->setChecked(view.sort.descending);
    select(m_ui->groupComboBox, view.grouped ? int(view.groupBy) : noGroup);
    select(m_ui->densityComboBox, int(view.density));
    m_ui->sharedCheckBox->setChecked(view.shared);
    QVector<ListColumn> order = view.columns.isEmpty() ? defaultListColumns() : view.columns;
    const qsizetype chosen = order.size();
    for (int number = 0; number < listColumnCount; ++number) {
        if (!order.contains(ListColumn(number)))
            order.append(ListColumn(number));
    }
    m_ui->columnsListWidget->clear();
    for (int i = 0; i < order.size(); ++i) {
        auto *item = new QListWidgetItem(TicketText::columnTitle(order.at(i)), m_ui->columnsListWidget);
        item->setData(columnRole, int(order.at(i)));
        item->setFlags((item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled) & ~Qt::ItemIsDropEnabled);
        item->setCheckState(i < chosen ? Qt::Checked : Qt::Unchecked);
    }
    m_condition->setText(view.conditionText);
    check();
    m_ui->nameLineEdit->setFocus();
}

SavedView ViewDialog::view() const
{
    SavedView view = m_view;
    view.name = m_ui->nameLineEdit->text().trimmed();
    view.conditionText = m_condition->text().trimmed();
    view.condition = m_parsed;
    view.sort = {ListColumn(m_ui->sortComboBox->currentData().toInt()), m_ui->descendingCheckBox->isChecked()};
    const int group = m_ui->groupComboBox->currentData().toInt();
    view.grouped = group != noGroup;
    if (view.grouped)
        view.groupBy = ListColumn(group);
    view.density = ListDensity(m_ui->densityComboBox->currentData().toInt());
    view.shared = m_ui->sharedCheckBox->isChecked();
    view.columns.clear();
    for (int row = 0; row < m_ui->columnsListWidget->count(); ++row) {
        const QListWidgetItem *item = m_ui->columnsListWidget->item(row);
        if (item->checkState() == Qt::Checked)
            view.columns.append(ListColumn(item->data(columnRole).toInt()));
    }
    return view;
}

void ViewDialog::check()
{
    const Result<Condition> parsed = parsedHere(m_condition->text(), *m_holder.catalog());
    m_valid = parsed.has_value();
    m_counting.cancel();
    ++m_countNumber;
    if (parsed) {
        m_parsed = *parsed;
        m_condition->setProblem(std::nullopt);
        m_count->setText(tr("Counting…"));
        m_pause.start();
    } else {
        const auto problem = conditionProblem(parsed.error());
        m_condition->setProblem(problem);
        m_count->setText(problem ? conditionProblemWords(*problem) : tr("This is not a condition."));
        m_pause.stop();
    }
    updateButtons();
}

void ViewDialog::count()
{
    if (m_parsed.needsSearchIndex()) {
        m_count->setText(tr("With free words: counted when the view is opened."));
        return;
    }
    m_counting = m_desk.counts({m_parsed}, m_holder.me(), m_holder.now());
    deliver(m_counting, this,
            [this, number = ++m_countNumber](const Result<QVector<qint64>> &answer) { showCount(number, answer); });
}

void ViewDialog::showCount(quint64 number, const Result<QVector<qint64>> &answer)
{
    if (number != m_countNumber)
        return;
    if (answer && !answer->isEmpty() && isAtLeast(answer->first()))
        m_count->setText(tr("At least %n ticket(s) match now: not all are on this computer", nullptr,
                            int(ticketsCounted(answer->first()))));
    else if (answer && !answer->isEmpty())
        m_count->setText(tr("%n ticket(s) match now", nullptr, int(answer->first())));
    else
        m_count->clear();
}

void ViewDialog::updateButtons()
{
    m_ui->buttonBox->button(QDialogButtonBox::Save)
        ->setEnabled(m_valid && !m_saving && !m_ui->nameLineEdit->text().trimmed().isEmpty());
}

void ViewDialog::save()
{
    if (!m_valid || m_saving)
        return;
    m_saving = true;
    updateButtons();
    deliver(m_desk.submit(Command::make(m_holder.me(), SaveView{view()})), this,
            [this](const Result<CommandAnswer> &answer) {
                m_saving = false;
                updateButtons();
                if (!answer) {
                    m_banner->showError(tr("The view was not saved."), answer.error(), [this] { save(); });
                    return;
                }
                Q_EMIT saved(SavedViewId{answer->id});
                QDialog::accept();
            });
}

} // namespace deskhand
