// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/contract_world.h"

#include <QObject>

#include <functional>

namespace deskhand::test {

/// What every door to a desk promises about saved views.
class ViewContract : public QObject
{
    Q_OBJECT

public:
    using MakeFixture = std::function<std::unique_ptr<DeskFixture>()>;
    explicit ViewContract(MakeFixture makeFixture)
        : m_makeFixture(std::move(makeFixture))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void aViewIsWhatWasSaved_data();
    void aViewIsWhatWasSaved();
    void viewsAreInTheirOrder();
    void aViewIsItsOwners();
    void aSharedViewIsEverybodys();
    void aViewMayBeSharedLater();
    void aChangedViewKeepsItsPlaceAndOwner();
    void aDeletedViewIsGone();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void anotherClientHasTheSameViews();
    void viewsSurviveReopening();
    void aRepeatedSaveMakesOneView();

private:
    [[nodiscard]] Desk &desk() { return m_fixture->desk(); }
    SavedView save(SavedView view, PersonId actor); ///< as it is then stored
    [[nodiscard]] QVector<SavedView> views(PersonId me) { return views(desk(), me); }
    [[nodiscard]] static QVector<SavedView> views(Desk &desk, PersonId me);
    [[nodiscard]] static QStringList names(const QVector<SavedView> &views);

    MakeFixture m_makeFixture;
    std::unique_ptr<DeskFixture> m_fixture;
    PersonId m_ada;
    PersonId m_ben;
};

} // namespace deskhand::test
