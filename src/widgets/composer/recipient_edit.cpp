// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/recipient_edit.h"

#include "widgets/chips/chip_edit.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace deskhand {

namespace {

bool isWrongAddress(const MailAddress &address)
{
    return !addressFromText(address.address).has_value();
}

} // namespace

RecipientEdit::RecipientEdit(const Theme &theme, Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_finder(desk)
    , m_chips(new ChipEdit(theme, this))
{
    m_chips->setObjectName(QStringLiteral("recipientChipEdit"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_chips);
    setFocusProxy(m_chips);
    m_chips->setCompletions(&m_finder);
    connect(m_chips, &ChipEdit::edited, &m_finder, &PeopleFinder::find);
    connect(&m_finder, &PeopleFinder::found, m_chips, &ChipEdit::showCompletions);
    connect(m_chips, &ChipEdit::entered, this, &RecipientEdit::addText);
    connect(m_chips, &ChipEdit::completionChosen, this, [this](const QModelIndex &row) {
        const PersonId person{row.data(PeopleFinder::PersonIdRole).toLongLong()};
        add({row.data(PeopleFinder::NameRole).toString(), row.data(PeopleFinder::AddressRole).toString()});
        Q_EMIT personChosen(person);
    });
    connect(m_chips, &ChipEdit::removeRequested, this, [this](int index) {
        m_addresses.remove(index);
        showChips();
        Q_EMIT changed();
    });
}

void RecipientEdit::setAddresses(const QVector<MailAddress> &addresses)
{
    if (addresses == m_addresses)
        return;
    m_addresses = addresses;
    showChips();
}

void RecipientEdit::add(const MailAddress &address)
{
    if (m_single)
        m_addresses.clear();
    const bool there = !address.address.isEmpty()
                       && std::any_of(m_addresses.cbegin(), m_addresses.cend(), [&address](const MailAddress &present) {
                              return present.address.compare(address.address, Qt::CaseInsensitive) == 0;
                          });
    if (there)
        return;
    m_addresses.append(address);
    showChips();
    Q_EMIT changed();
}

// Also a pasted list: "a@x.org, B <b@x.org>; c@x.org".
void RecipientEdit::addText(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[;,\\n]+"));
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const std::optional<MailAddress> address = addressFromText(part);
        if (!part.trimmed().isEmpty())
            add(address.value_or(m_single && !part.contains(u'@') ? MailAddress{part.trimmed(), {}}
                                                                  : MailAddress{{}, part.trimmed()}));
    }
}

void RecipientEdit::showChips()
{
    QVector<Chip> chips;
    for (const MailAddress &address : std::as_const(m_addresses))
        chips.append({addressName(address), addressLine(address), isWrong(address)});
    m_chips->setChips(chips);
}

bool RecipientEdit::hasWrong() const
{
    return std::any_of(m_addresses.cbegin(), m_addresses.cend(),
                       [this](const MailAddress &address) { return isWrong(address); });
}

bool RecipientEdit::isWrong(const MailAddress &address) const
{
    const bool nameOnly = m_single && address.address.isEmpty() && !address.name.isEmpty();
    return !nameOnly && isWrongAddress(address);
}

void RecipientEdit::setSingle(bool single)
{
    m_single = single;
}

void RecipientEdit::setPlaceholder(const QString &text)
{
    m_chips->setPlaceholder(text);
}

void RecipientEdit::setAccessibleTexts(const QString &name)
{
    m_chips->setAccessibleTexts(name);
}

void RecipientEdit::commit()
{
    m_chips->commit();
}

} // namespace deskhand
