// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"

#include <QStringList>

#include <optional>

namespace deskhand {

/// The language in which the desk writes to the person at work: of reports that are mailed to them. It is kept with
/// their record at the desk, so it holds wherever they sit. Desk and holder outlive it; GUI thread.
class OwnLanguage final : public QObject
{
    Q_OBJECT

public:
    OwnLanguage(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// BCP 47; empty: none is chosen. As it was chosen last, also before the desk has said so.
    [[nodiscard]] QString language() const { return m_chosen.value_or(stored()); }
    /// Whether the person at work is known by now.
    [[nodiscard]] bool isKnown() const;
    /// Codes to offer; the first is empty.
    [[nodiscard]] QStringList offered() const;
    /// "German"; of an empty code what happens then.
    [[nodiscard]] static QString name(const QString &code);

    void choose(const QString &language);

Q_SIGNALS:
    void changed();
    void saved();
    void failed(const deskhand::Error &error); ///< what the desk has is shown again

private:
    [[nodiscard]] QString stored() const;
    void submit();

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    std::optional<QString> m_chosen; ///< until the desk has answered
    bool m_isUnderWay = false;
};

} // namespace deskhand
