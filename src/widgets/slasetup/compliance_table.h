// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/sla_report.h"

#include <QTreeWidget>

namespace deskhand {

class Theme;

/// How many promises were kept, before and after, for each target, with a bar for each share.
class ComplianceTable final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ComplianceTable(const Theme &theme, QWidget *parent = nullptr);

    void setImpact(const SlaImpact &impact);
};

} // namespace deskhand
