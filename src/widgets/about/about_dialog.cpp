// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/about/about_dialog.h"

#include "widgets/plain_label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace deskhand {

AboutDialog::AboutDialog(const Theme &theme, const QVector<LibraryCredit> &libraries, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Deskhand"));
    const QString version = tr("Version %1").arg(QStringLiteral(DESKHAND_VERSION));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
    layout->setSpacing(metrics::small);
    const auto addText = [&](const QString &text, TextStyle style, Token color) {
        auto *label = new PlainLabel(text, this);
        label->setStyleOf(theme, style, color);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
        return label;
    };
    addText(tr("Deskhand"), TextStyle::Title, Token::Text);
    addText(version, TextStyle::Body, Token::TextMuted)->setObjectName(QStringLiteral("versionLabel"));
    addText(tr("A service desk that is quick, keeps your work safe and needs no browser."), TextStyle::Body,
            Token::Text);
    layout->addSpacing(metrics::small);
    addText(
        tr("Free software under the GNU General Public License, version 3 or later. It comes with no warranty. You may "
           "use, study, share and change it."),
        TextStyle::Body, Token::Text);
    layout->addSpacing(metrics::small);
    addText(tr("Made with"), TextStyle::SmallStrong, Token::TextMuted);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::huge);
    grid->setVerticalSpacing(metrics::tight);
    QString report =
        QStringLiteral("Deskhand %1\n%2 %3\n")
            .arg(QStringLiteral(DESKHAND_VERSION), QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
    for (int row = 0; row < libraries.size(); ++row) {
        const LibraryCredit &library = libraries[row];
        grid->addWidget(new PlainLabel(library.name, this), row, 0);
        grid->addWidget(new PlainLabel(library.version, this), row, 1);
        auto *license = new PlainLabel(library.license, this);
        license->setStyleOf(theme, TextStyle::Body, Token::TextMuted);
        grid->addWidget(license, row, 2);
        report += QStringLiteral("%1 %2\n").arg(library.name, library.version);
    }
    grid->setColumnStretch(2, 1);
    layout->addLayout(grid);
    layout->addSpacing(metrics::medium);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("Copy for a report"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyVersionsButton"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [report] { QGuiApplication::clipboard()->setText(report); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    setFixedWidth(480);
}

} // namespace deskhand
