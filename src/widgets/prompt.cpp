// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/prompt.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace deskhand {

void DialogPrompt::ask(QWidget *parent, const Question &question, std::function<void(int)> answered)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("questionMessageBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(question.title);
    box->setText(question.text);
    box->setInformativeText(question.detail);
    // The informative text has no format of its own to set.
    for (QLabel *label : box->findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
    QList<QAbstractButton *> buttons;
    for (const QString &answer : question.answers) {
        const bool first = buttons.isEmpty();
        const auto role = first ? (question.danger ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole)
                                : QMessageBox::ActionRole;
        buttons.append(box->addButton(answer, role));
    }
    if (question.cancelAnswer < 0 || question.cancelAnswer >= buttons.size())
        box->setEscapeButton(box->addButton(QMessageBox::Cancel));
    else
        box->setEscapeButton(buttons[question.cancelAnswer]);
    if (!buttons.isEmpty() && !question.danger)
        box->setDefaultButton(static_cast<QPushButton *>(buttons.first()));
    QObject::connect(box, &QMessageBox::finished, box, [box, buttons, answered = std::move(answered)] {
        answered(int(buttons.indexOf(box->clickedButton())));
    });
    box->open();
}

void DialogPrompt::askText(QWidget *parent, const QString &title, const QString &label, const QString &initial,
                           std::function<void(const QString &)> answered)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("textInputDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(initial);
    for (QLabel *part : dialog->findChildren<QLabel *>())
        part->setTextFormat(Qt::PlainText);
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog, std::move(answered));
    dialog->open();
}

void DialogPrompt::askOpenFiles(QWidget *parent, const QString &title, const QString &filter,
                                std::function<void(const QStringList &)> answered)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setObjectName(QStringLiteral("openFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, std::move(answered));
    dialog->open();
}

void DialogPrompt::askSaveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                               std::function<void(const QString &)> answered)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("saveFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(answered));
    dialog->open();
}

} // namespace deskhand
