// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "models/people_finder.h"

#include <QWidget>

namespace deskhand {

class ChipEdit;
class Theme;

/// Mail addresses as chips, with completion of the desk's people. What is not an address becomes a chip too, marked as
/// wrong, so that nothing typed is lost; hasWrong() tells.
class RecipientEdit final : public QWidget
{
    Q_OBJECT

public:
    RecipientEdit(const Theme &theme, Desk &desk, QWidget *parent = nullptr);

    void setAddresses(const QVector<MailAddress> &addresses);
    [[nodiscard]] const QVector<MailAddress> &addresses() const { return m_addresses; }
    /// Holds one person only: another replaces it, and a name without an address will do.
    void setSingle(bool single);
    [[nodiscard]] bool hasWrong() const;
    void setPlaceholder(const QString &text);
    void setAccessibleTexts(const QString &name);
    void commit();
    [[nodiscard]] ChipEdit *chips() const { return m_chips; }

Q_SIGNALS:
    void changed();
    void personChosen(deskhand::PersonId person); ///< by completion; after changed()

private:
    void add(const MailAddress &address);
    void addText(const QString &text);
    void showChips();
    [[nodiscard]] bool isWrong(const MailAddress &address) const;

    PeopleFinder m_finder;
    ChipEdit *m_chips;
    QVector<MailAddress> m_addresses;
    bool m_single = false;
};

} // namespace deskhand
