// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/own_language.h"

#include "base/deliver.h"
#include "models/mail_text_words.h"

namespace deskhand {

OwnLanguage::OwnLanguage(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&catalog, &CatalogHolder::changed, this, [this] {
        if (!m_isUnderWay)
            m_chosen.reset();
        Q_EMIT changed();
    });
}

bool OwnLanguage::isKnown() const
{
    return m_catalog.catalog()->agent(m_catalog.me()) != nullptr;
}

QString OwnLanguage::stored() const
{
    const Person *me = m_catalog.catalog()->agent(m_catalog.me());
    return me ? me->language : QString();
}

QStringList OwnLanguage::offered() const
{
    return MailTextWords::languages(language());
}

QString OwnLanguage::name(const QString &code)
{
    return code.isEmpty() ? tr("That of the computer that sends them") : MailTextWords::language(code);
}

void OwnLanguage::choose(const QString &language)
{
    if (language == this->language() || !isKnown())
        return;
    m_chosen = language;
    Q_EMIT changed();
    if (!m_isUnderWay)
        submit();
}

void OwnLanguage::submit()
{
    m_isUnderWay = true;
    Person me = *m_catalog.catalog()->agent(m_catalog.me());
    me.language = *m_chosen;
    deliver(m_desk.submit(Command::make(m_catalog.me(), SavePerson{me})), this,
            [this, given = me.language](const Result<CommandAnswer> &answer) {
                m_isUnderWay = false;
                if (answer && m_chosen && *m_chosen != given) {
                    submit(); // another was chosen meanwhile
                    return;
                }
                if (!answer)
                    m_chosen.reset();
                Q_EMIT changed();
                if (answer)
                    Q_EMIT saved();
                else
                    Q_EMIT failed(answer.error());
            });
}

} // namespace deskhand
