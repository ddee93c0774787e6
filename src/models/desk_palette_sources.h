// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palette_source.h"
#include "operations/desk.h"

#include <QTimer>

namespace deskhand {

class CatalogHolder;
class Navigator;
class ViewListModel;

/// Asks the desk when nothing was typed for a moment, and drops the question that a newer one replaces.
class DeskPaletteSource : public PaletteSource
{
    Q_OBJECT

public:
    /// All outlive the source.
    DeskPaletteSource(Desk &desk, const CatalogHolder &holder, Navigator &navigator, QObject *parent);

    void query(const QString &text, int limit) final;

protected:
    /// `text` is not empty. Answers by found(text, …), also on a failure.
    virtual void ask(const QString &text, int limit) = 0;

    Desk &m_desk;
    const CatalogHolder &m_holder;
    Navigator &m_navigator;

private:
    QTimer m_pause;
    QString m_text;
    int m_limit = 0;
};

/// Tickets by number and by any word in them; the newest first.
class TicketPaletteSource final : public DeskPaletteSource
{
    Q_OBJECT

public:
    using DeskPaletteSource::DeskPaletteSource;

    [[nodiscard]] QString id() const override { return QStringLiteral("ticket"); }
    [[nodiscard]] QString title() const override { return tr("Tickets"); }
    [[nodiscard]] QChar prefix() const override { return u'#'; }

protected:
    void ask(const QString &text, int limit) override;

private:
    void search(const QString &text, int limit, TicketId exact);
    void showRows(const QString &text, const QVector<TicketId> &ids, TicketId exact);

    QFuture<Result<SearchHits>> m_search;
};

/// People by the beginnings of their names and addresses.
class PersonPaletteSource final : public DeskPaletteSource
{
    Q_OBJECT

public:
    using DeskPaletteSource::DeskPaletteSource;

    [[nodiscard]] QString id() const override { return QStringLiteral("person"); }
    [[nodiscard]] QString title() const override { return tr("People"); }
    [[nodiscard]] QChar prefix() const override { return u'@'; }

protected:
    void ask(const QString &text, int limit) override;
};

/// The views of the sidebar, at once.
class ViewPaletteSource final : public PaletteSource
{
    Q_OBJECT

public:
    ViewPaletteSource(const ViewListModel &views, Navigator &navigator, QObject *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("view"); }
    [[nodiscard]] QString title() const override { return tr("Views"); }
    void query(const QString &text, int limit) override;

private:
    const ViewListModel &m_views;
    Navigator &m_navigator;
};

} // namespace deskhand
