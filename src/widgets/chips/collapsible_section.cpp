// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chips/collapsible_section.h"

#include "models/settings.h"
#include "widgets/chips/section_button.h"
#include "widgets/theme/theme.h"

#include <QVBoxLayout>

namespace deskhand {

CollapsibleSection::CollapsibleSection(const Theme &theme, Settings &settings, const QString &objectName,
                                       const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_button(new SectionButton(theme, title, this))
    , m_content(new QWidget(this))
    , m_contentLayout(new QVBoxLayout(m_content))
{
    setObjectName(objectName);
    m_button->setObjectName(objectName + QStringLiteral("Button"));
    m_contentLayout->setContentsMargins(metrics::large, 0, metrics::large, metrics::medium);
    m_contentLayout->setSpacing(metrics::tight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_button);
    layout->addWidget(m_content);
    connect(m_button, &QAbstractButton::toggled, this, [this](bool expanded) {
        m_content->setVisible(expanded);
        m_settings.setValue(QStringLiteral("sections/") + this->objectName(), expanded);
        Q_EMIT expandedChanged(expanded);
    });
    setExpanded(m_settings.value(QStringLiteral("sections/") + objectName, true).toBool());
}

void CollapsibleSection::setExpanded(bool expanded)
{
    m_button->setChecked(expanded);
    m_content->setVisible(expanded);
}

bool CollapsibleSection::isExpanded() const
{
    return m_button->isChecked();
}

void CollapsibleSection::setCount(int count)
{
    m_button->setCount(count);
}

} // namespace deskhand
