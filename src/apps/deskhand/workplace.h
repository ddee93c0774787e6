// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/view_list_model.h"
#include "store/local_desk.h"
#include "widgets/area_context.h"

#include <QObject>

#include <memory>

namespace deskhand {

class CommandPalette;
class MainWindow;

/// Everything that lives while one desk is open: the desk, the presenters, and the areas in the main window.
/// Destroying it takes the areas out of the window first.
class Workplace final : public QObject
{
    Q_OBJECT

public:
    /// `folder`: drafts of this person on this computer. Window and palette outlive the session.
    Workplace(const AreaContext &context, std::unique_ptr<LocalDesk> desk, PersonId me, const Clock &clock,
                const QString &folder, MainWindow &window, CommandPalette &palette);
    ~Workplace() override;

    [[nodiscard]] Desk &desk() { return *m_desk; }
    [[nodiscard]] const CatalogHolder &catalog() const { return m_catalog; }
    [[nodiscard]] const ViewListModel &views() const { return m_views; }

Q_SIGNALS:
    /// The catalog is there; the areas have begun to fill.
    void ready();

private:
    void addAreas();

    AreaContext m_context;
    std::unique_ptr<LocalDesk> m_desk;
    CatalogHolder m_catalog;
    ViewListModel m_views;
    QString m_folder;
    MainWindow &m_window;
    CommandPalette &m_palette;
};

} // namespace deskhand
