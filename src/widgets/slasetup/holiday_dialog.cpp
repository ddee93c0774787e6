// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/holiday_dialog.h"

#include "models/sla/sla_setup_words.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace deskhand {

namespace {

QTime timeOf(int minute)
{
    return QTime(0, 0).addSecs((minute % 1440) * 60);
}

int minuteOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

template <typename Widget>
Widget *named(Widget *widget, const char *objectName)
{
    widget->setObjectName(QLatin1String(objectName));
    return widget;
}

} // namespace

HolidayDialog::HolidayDialog(const AreaContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("holidayDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Holiday"));
    build();
    connectControls();
}

QComboBox *HolidayDialog::monthBox(const QString &objectName)
{
    auto *box = new QComboBox(m_form);
    box->setObjectName(objectName);
    box->setAccessibleName(tr("Month"));
    for (int month = 1; month <= 12; ++month)
        box->addItem(locale().standaloneMonthName(month), month);
    return box;
}

QWidget *HolidayDialog::monthAndDay(QComboBox *month, QSpinBox *day)
{
    auto *place = new QWidget(m_form);
    day->setRange(1, 31);
    day->setAccessibleName(tr("Day"));
    auto *layout = new QHBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(day);
    layout->addWidget(month, 1);
    return place;
}

void HolidayDialog::buildDates()
{
    m_from = named(new QDateEdit(m_form), "holidayFromDateEdit");
    m_to = named(new QDateEdit(m_form), "holidayToDateEdit");
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    }
    m_month = monthBox(QStringLiteral("holidayMonthComboBox"));
    m_day = named(new QSpinBox(m_form), "holidayDaySpinBox");
    m_yearly = monthAndDay(m_month, m_day);
    m_untilMonth = monthBox(QStringLiteral("holidayUntilMonthComboBox"));
    m_untilDay = named(new QSpinBox(m_form), "holidayUntilDaySpinBox");
    m_until = monthAndDay(m_untilMonth, m_untilDay);
    m_nth = named(new QComboBox(m_form), "holidayNthComboBox");
    m_nth->setAccessibleName(tr("Which one of the month"));
    const QStringList places{tr("first"), tr("second"), tr("third"), tr("fourth"), tr("fifth")};
    for (int nth = 1; nth <= 5; ++nth)
        m_nth->addItem(places.at(nth - 1), nth);
    m_nth->addItem(tr("last"), -1);
    m_weekday = named(new QComboBox(m_form), "holidayWeekdayComboBox");
    m_weekday->setAccessibleName(tr("Weekday"));
    for (int day = 1; day <= 7; ++day)
        m_weekday->addItem(locale().standaloneDayName(day), day);
    m_nthMonth = monthBox(QStringLiteral("holidayNthMonthComboBox"));
    m_rule = new QWidget(m_form);
    auto *rule = new QHBoxLayout(m_rule);
    rule->setContentsMargins(0, 0, 0, 0);
    rule->setSpacing(metrics::small);
    for (QComboBox *box : {m_nth, m_weekday, m_nthMonth})
        rule->addWidget(box, 1);
    m_offset = named(new QSpinBox(m_form), "holidayOffsetSpinBox");
    m_offset->setRange(-100, 200);
    m_offset->setSuffix(tr(" days from Easter Sunday"));
}

void HolidayDialog::build()
{
    m_form = new SettingsForm(m_context.theme, this);
    m_kind = named(new QComboBox(m_form), "holidayKindComboBox");
    m_kind->addItem(tr("On a date"), int(Holiday::Kind::Date));
    m_kind->addItem(tr("From a date to a date"), int(Holiday::Kind::Range));
    m_kind->addItem(tr("Every year on a day"), int(Holiday::Kind::Yearly));
    m_kind->addItem(tr("Every year from a day to a day"), int(Holiday::Kind::YearlyRange));
    m_kind->addItem(tr("A weekday of a month"), int(Holiday::Kind::NthWeekday));
    m_kind->addItem(tr("Days before or after Easter"), int(Holiday::Kind::Easter));
    m_name = named(new QLineEdit(m_form), "holidayNameLineEdit");
    m_name->setMaxLength(120);
    m_name->setPlaceholderText(tr("Christmas Eve"));
    buildDates();
    m_wholeDay = named(new QCheckBox(tr("The whole day is closed"), m_form), "holidayWholeDayCheckBox");
    m_closedFrom = named(new QTimeEdit(m_form), "holidayClosedFromTimeEdit");
    m_closedTo = named(new QTimeEdit(m_form), "holidayClosedToTimeEdit");
    m_closedFrom->setAccessibleName(tr("Closed from"));
    m_closedTo->setAccessibleName(tr("Closed until"));
    for (QTimeEdit *edit : {m_closedFrom, m_closedTo})
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
    m_toMidnight = named(new QCheckBox(tr("to the end of the day"), m_form), "holidayToMidnightCheckBox");
    m_part = new QWidget(m_form);
    auto *part = new QHBoxLayout(m_part);
    part->setContentsMargins(0, 0, 0, 0);
    part->setSpacing(metrics::small);
    part->addWidget(m_closedFrom);
    part->addWidget(new PlainLabel(tr("to", "a time"), m_part));
    part->addWidget(m_closedTo);
    part->addWidget(m_toMidnight);
    part->addStretch(1);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("When"), m_kind);
    m_form->addRow(tr("Date"), m_from);
    m_form->addRow(tr("Until"), m_to);
    m_form->addRow(tr("Day"), m_yearly, {}, m_day);
    m_form->addRow(tr("Until"), m_until, tr("Both are included; it may go over New Year."), m_untilDay);
    m_form->addRow(tr("Day"), m_rule, {}, m_nth);
    m_form->addRow(tr("Distance"), m_offset, tr("-2 is Good Friday, 1 Easter Monday, 39 Ascension Day."));
    m_form->addField(m_wholeDay);
    m_form->addRow(tr("Closed from"), m_part, {}, m_closedFrom);
    m_next = new PlainLabel(this);
    m_next->setObjectName(QStringLiteral("holidayNextLabel"));
    m_next->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(QStringLiteral("holidayOkButton"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const auto taken = m_taken;
        const Holiday made = holiday();
        accept();
        taken(made);
    });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_form);
    layout->addStretch(1);
    layout->addWidget(m_next);
    layout->addWidget(buttons);
    setMinimumWidth(60 * fontMetrics().averageCharWidth());
}

void HolidayDialog::connectControls()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, &HolidayDialog::showKind);
    for (QComboBox *box : {m_month, m_untilMonth, m_nth, m_weekday, m_nthMonth})
        connect(box, &QComboBox::currentIndexChanged, this, &HolidayDialog::showNext);
    for (QSpinBox *box : {m_day, m_untilDay, m_offset})
        connect(box, &QSpinBox::valueChanged, this, &HolidayDialog::showNext);
    for (QDateTimeEdit *edit : std::initializer_list<QDateTimeEdit *>{m_from, m_to, m_closedFrom, m_closedTo})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &HolidayDialog::showNext);
    for (QCheckBox *box : {m_wholeDay, m_toMidnight})
        connect(box, &QCheckBox::toggled, this, &HolidayDialog::showKind);
}

void HolidayDialog::start(const Holiday &holiday, QDate today, std::function<void(const Holiday &)> taken)
{
    m_before = holiday;
    m_today = today;
    m_taken = std::move(taken);
    m_loading = true;
    const QDate from = holiday.from.isValid() ? holiday.from : today;
    m_name->setText(holiday.name);
    chooseValue(m_kind, int(holiday.kind));
    m_from->setDate(from);
    m_to->setDate(holiday.to.isValid() ? holiday.to : from);
    chooseValue(m_month, holiday.month > 0 ? holiday.month : from.month());
    m_day->setValue(holiday.day > 0 ? holiday.day : from.day());
    chooseValue(m_untilMonth, holiday.untilMonth > 0 ? holiday.untilMonth : from.month());
    m_untilDay->setValue(holiday.untilDay > 0 ? holiday.untilDay : from.day());
    chooseValue(m_nth, holiday.nth != 0 ? holiday.nth : 1);
    chooseValue(m_weekday, holiday.weekday > 0 ? holiday.weekday : 1);
    chooseValue(m_nthMonth, holiday.month > 0 ? holiday.month : from.month());
    m_offset->setValue(holiday.kind == Holiday::Kind::Easter ? holiday.offset : -2);
    const bool whole = holiday.closedFrom <= 0 && holiday.closedTo >= 1440;
    m_wholeDay->setChecked(whole);
    m_closedFrom->setTime(timeOf(whole ? 12 * 60 : holiday.closedFrom));
    m_toMidnight->setChecked(holiday.closedTo >= 1440);
    m_closedTo->setTime(timeOf(holiday.closedTo >= 1440 ? 18 * 60 : holiday.closedTo));
    m_loading = false;
    showKind();
    open();
    m_name->setFocus();
}

void HolidayDialog::showKind()
{
    const auto kind = Holiday::Kind(chosenValue(m_kind));
    m_form->setRowVisible(m_from, kind == Holiday::Kind::Date || kind == Holiday::Kind::Range);
    m_form->setRowVisible(m_to, kind == Holiday::Kind::Range);
    m_form->setRowVisible(m_yearly, kind == Holiday::Kind::Yearly || kind == Holiday::Kind::YearlyRange);
    m_form->setRowVisible(m_until, kind == Holiday::Kind::YearlyRange);
    m_form->setRowVisible(m_rule, kind == Holiday::Kind::NthWeekday);
    m_form->setRowVisible(m_offset, kind == Holiday::Kind::Easter);
    m_form->setRowVisible(m_part, !m_wholeDay->isChecked());
    m_closedTo->setEnabled(!m_toMidnight->isChecked());
    showNext();
}

Holiday HolidayDialog::holiday() const
{
    Holiday made;
    made.kind = Holiday::Kind(chosenValue(m_kind));
    made.name = m_name->text().trimmed();
    made.confirmed = m_before.confirmed;
    made.feedId = m_before.feedId;
    switch (made.kind) {
    case Holiday::Kind::Range: made.to = m_to->date(); [[fallthrough]];
    case Holiday::Kind::Date: made.from = m_from->date(); break;
    case Holiday::Kind::YearlyRange:
        made.untilMonth = chosenValue(m_untilMonth);
        made.untilDay = m_untilDay->value();
        [[fallthrough]];
    case Holiday::Kind::Yearly:
        made.month = chosenValue(m_month);
        made.day = m_day->value();
        break;
    case Holiday::Kind::NthWeekday:
        made.month = chosenValue(m_nthMonth);
        made.weekday = chosenValue(m_weekday);
        made.nth = chosenValue(m_nth);
        break;
    case Holiday::Kind::Easter: made.offset = m_offset->value(); break;
    }
    if (!m_wholeDay->isChecked()) {
        made.closedFrom = minuteOf(m_closedFrom->time());
        made.closedTo = m_toMidnight->isChecked() ? 1440 : minuteOf(m_closedTo->time());
    }
    return made;
}

void HolidayDialog::showNext()
{
    if (m_loading)
        return;
    const Holiday made = holiday();
    const bool backwards = made.kind == Holiday::Kind::Range && made.to < made.from;
    const bool noPart = made.closedTo <= made.closedFrom;
    const QDate next = backwards ? QDate() : SlaSetupWords::nextDate(made, m_today);
    QString text;
    if (backwards)
        text = tr("It ends before it begins.");
    else if (noPart)
        text = tr("The part of the day ends before it begins.");
    else if (next.isValid())
        text = tr("Next on %1").arg(locale().toString(next, QLocale::LongFormat));
    else
        text = tr("It lies in the past, or there is no such day.");
    m_next->setText(text);
    m_ok->setEnabled(!backwards && !noPart);
}

} // namespace deskhand
