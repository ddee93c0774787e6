// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/edit_result_dialog.h"

#include "widgets/error_words.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace deskhand {

namespace {

class EditResult
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::EditResult)
};

QString fieldTitle(TicketField field)
{
    switch (field) {
    case TicketField::Subject: return EditResult::tr("Subject");
    case TicketField::State: return EditResult::tr("State");
    case TicketField::Priority: return EditResult::tr("Priority");
    case TicketField::Queue: return EditResult::tr("Queue");
    case TicketField::Category: return EditResult::tr("Category");
    case TicketField::Owner: return EditResult::tr("Owner");
    case TicketField::Requester: return EditResult::tr("Requester");
    case TicketField::Tags: return EditResult::tr("Tags");
    case TicketField::DueAt: return EditResult::tr("Due");
    case TicketField::PendingUntil: return EditResult::tr("Reminder");
    }
    return {};
}

} // namespace

QString refusalText(const EditOutcome::Refused &refused)
{
    QStringList sentences;
    for (const FieldConflict &conflict : refused.conflicts) {
        const QString who = conflict.byName.isEmpty() ? EditResult::tr("Somebody") : conflict.byName;
        sentences.append(
            EditResult::tr("%1 set %2 to “%3” meanwhile.").arg(who, fieldTitle(conflict.field), conflict.theirsText));
    }
    if (refused.error)
        sentences.append(wordsFor(*refused.error).happened);
    return sentences.join(u' ');
}

void showEditResult(const EditOutcome &outcome, const Theme &theme, QWidget *window)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("editResultDialog"));
    dialog->setWindowTitle(EditResult::tr("Tickets that were not changed"));
    dialog->resize(560, 320);
    auto *heading =
        new PlainLabel(EditResult::tr("%n ticket(s) changed, these were not:", nullptr, outcome.done), dialog);
    heading->setStyleOf(theme, TextStyle::Strong);
    auto *list = new QTreeWidget(dialog);
    list->setObjectName(QStringLiteral("editResultTreeWidget"));
    list->setAccessibleName(dialog->windowTitle());
    list->setRootIsDecorated(false);
    list->setHeaderLabels({EditResult::tr("Ticket"), EditResult::tr("Why")});
    for (const EditOutcome::Refused &refused : outcome.refused) {
        const QString number = refused.number.isEmpty() ? QStringLiteral("–") : refused.number;
        new QTreeWidgetItem(list, {number, refusalText(refused)});
    }
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(heading);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    dialog->open();
}

} // namespace deskhand
