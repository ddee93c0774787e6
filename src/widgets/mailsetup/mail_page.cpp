// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mail_page.h"

#include "models/settings.h"
#include "models/undo_window.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"

#include <QComboBox>
#include <QSpinBox>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int asTheDesk = -1;

} // namespace

MailPage::MailPage(const AreaContext &context, MailOverview &overview, QWidget *parent)
    : SettingsPage(parent)
    , m_context(context)
    , m_overview(overview)
    , m_presenter(overview)
    , m_banner(new ErrorBanner(context.theme, this))
    , m_own(new SettingsForm(context.theme, this))
    , m_desk(new SettingsForm(context.theme, this))
    , m_forAdmins(new PlainLabel(this))
    , m_saved(new PlainLabel(tr("Saved."), this))
{
    setObjectName(QStringLiteral("mailPage"));
    m_forAdmins->setObjectName(QStringLiteral("mailForAdminsLabel"));
    m_forAdmins->setStyleOf(context.theme, TextStyle::Small, Token::TextMuted);
    m_forAdmins->setWordWrap(true);
    m_saved->setObjectName(QStringLiteral("mailSavedLabel"));
    m_saved->setStyleOf(context.theme, TextStyle::Small, Token::Success);
    m_saved->hide();
    buildOwn();
    buildDesk();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, metrics::small, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_own);
    layout->addWidget(m_desk);
    layout->addWidget(m_forAdmins);
    layout->addWidget(m_saved);
    layout->addStretch(1);
    connect(&m_presenter, &MailSettingsPresenter::changed, this, &MailPage::load);
    connect(&m_presenter, &MailSettingsPresenter::saved, this, [this] {
        m_banner->hide();
        m_saved->show();
    });
    connect(&m_presenter, &MailSettingsPresenter::failed, this, [this](const Error &error) {
        m_saved->hide();
        m_banner->showError(tr("It was not saved."), error);
    });
    connect(&context.settings, &Settings::changed, this, &MailPage::loadOwn);
    load();
}

QStringList MailPage::keywords() const
{
    return {tr("undo send"), tr("reply all"), tr("limits"), tr("loops"), tr("quarantine"), tr("acknowledgement")};
}

void MailPage::buildOwn()
{
    m_undo = new QComboBox(m_own);
    m_undo->setObjectName(QStringLiteral("ownUndoComboBox"));
    m_own->addHeading(tr("My replies"));
    m_own->addRow(tr("Can be taken back"), m_undo,
                  tr("A reply leaves only then. Until then Ctrl+Z gives its draft back as it was."));
    connect(m_undo, &QComboBox::currentIndexChanged, this, [this] {
        if (m_loading)
            return;
        const int seconds = m_undo->currentData().toInt();
        m_context.settings.setValue(undoSecondsKey(), seconds == asTheDesk ? QVariant() : QVariant(seconds));
    });
}

void MailPage::buildDesk()
{
    m_desk->addHeading(tr("Replies of everybody"));
    addNumber(m_desk, tr("Can be taken back"), "undoSecondsSpinBox", &MailSettings::undoSeconds, 0, longestUndoWindow,
              tr(" s"), tr("For those who have set nothing else. 0: replies leave at once. Usually 15."));
    addNumber(m_desk, tr("Ask before replying to"), "replyAllSpinBox", &MailSettings::replyAllWarning, 2, 1000,
              tr(" or more people"), tr("The recipient guard asks whether so many are meant. Usually 5."));
    m_desk->addHeading(tr("Automatic mails: acknowledgements and the like"));
    addNumber(m_desk, tr("To one address"), "perAddressHourSpinBox", &MailSettings::automaticPerAddressHour, 0, 1000,
              tr(" an hour"), {});
    addNumber(m_desk, tr("To one address"), "perAddressDaySpinBox", &MailSettings::automaticPerAddressDay, 0, 10'000,
              tr(" a day"), {});
    addNumber(m_desk, tr("For one ticket"), "perTicketHourSpinBox", &MailSettings::automaticPerTicketHour, 0, 1000,
              tr(" an hour"), {});
    addNumber(m_desk, tr("Of the whole desk"), "perDeskHourSpinBox", &MailSettings::automaticPerDeskHour, 0, 100'000,
              tr(" an hour"),
              tr("Two machines that answer each other would never end: beyond these numbers the desk says nothing. "
                 "Usually 5, 20, 3 and 500."));
    addNumber(m_desk, tr("To a stranger"), "strangerDaySpinBox", &MailSettings::strangerPerDay, 0, 100, tr(" a day"),
              tr("Somebody whom nobody here has ever answered, and whose address may be forged. Usually 1."));
    m_desk->addHeading(tr("Too many new tickets"));
    addNumber(m_desk, tr("From one address"), "newHourSpinBox", &MailSettings::newTicketsPerAddressHour, 1, 100'000,
              tr(" an hour"), {});
    addNumber(m_desk, tr("From one address"), "newDaySpinBox", &MailSettings::newTicketsPerAddressDay, 1, 1'000'000,
              tr(" a day"), tr("More are quarantined until somebody decides; nothing is lost. Usually 20 and 60."));
}

void MailPage::addNumber(SettingsForm *form, const QString &label, const char *objectName, int MailSettings::*value,
                         int smallest, int largest, const QString &suffix, const QString &hint)
{
    auto *box = new QSpinBox(form);
    box->setObjectName(QLatin1String(objectName));
    box->setRange(smallest, largest);
    box->setSuffix(suffix);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(label + suffix);
    form->addRow(label, box, hint);
    m_numbers.append({box, value});
    connect(box, &QSpinBox::valueChanged, this, &MailPage::takeDesk);
}

void MailPage::load()
{
    const bool admin = m_overview.mayAdminister();
    m_desk->setVisible(admin);
    m_forAdmins->setVisible(!admin);
    m_forAdmins->setText(tr("What holds for the whole desk is set by its administrators: %1.")
                             .arg(QLocale().createSeparatedList(m_overview.administrators())));
    m_loading = true;
    const MailSettings &settings = m_presenter.settings();
    for (const Number &number : std::as_const(m_numbers))
        number.box->setValue(settings.*number.value);
    m_loading = false;
    loadOwn();
}

void MailPage::loadOwn()
{
    m_loading = true;
    const int desk = m_presenter.settings().undoSeconds;
    const QVariant own = m_context.settings.value(undoSecondsKey());
    m_undo->clear();
    m_undo->addItem(desk == 0 ? tr("As the desk has it: not at all")
                              : tr("As the desk has it: for %n s", nullptr, desk),
                    asTheDesk);
    QVector<int> offers{0, 5, 15, 30, 60, 120, 300, longestUndoWindow};
    if (own.isValid() && !offers.contains(own.toInt()))
        offers.append(own.toInt());
    for (const int seconds : std::as_const(offers)) {
        m_undo->addItem(seconds == 0        ? tr("Not at all: they leave at once")
                        : seconds % 60 == 0 ? tr("For %n minute(s)", nullptr, seconds / 60)
                                            : tr("For %n second(s)", nullptr, seconds),
                        seconds);
    }
    m_undo->setCurrentIndex(own.isValid() ? m_undo->findData(own.toInt()) : 0);
    m_loading = false;
}

void MailPage::takeDesk()
{
    if (m_loading || !m_overview.mayAdminister())
        return;
    MailSettings settings = m_presenter.settings();
    for (const Number &number : std::as_const(m_numbers))
        settings.*number.value = number.box->value();
    m_saved->hide();
    m_presenter.setSettings(settings);
}

void MailPage::showEvent(QShowEvent *event)
{
    m_saved->hide();
    m_overview.refresh();
    SettingsPage::showEvent(event);
}

void MailPage::hideEvent(QHideEvent *event)
{
    m_presenter.flush();
    SettingsPage::hideEvent(event);
}

} // namespace deskhand
