// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QVector>

#include <functional>

namespace deskhand {

/// One thing that the command palette can find and do.
struct PaletteItem {
    QString id;       ///< unique in its source, stable: recent ones are remembered by it
    QString title;    ///< plain text
    QString subtitle; ///< plain text; may be empty
    QString icon;
    QString keys;           ///< its shortcut as people read it; may be empty
    int score = 0;          ///< as of fuzzyMatch(); an exact hit (a ticket's number) 1000 and more
    QVector<int> positions; ///< matched characters of the title
    std::function<void()> run;
};

/// Gives the palette things to find: actions, tickets, people, views, settings. An area adds its own with
/// CommandPalette::addSource. GUI thread.
class PaletteSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QString id() const = 0;
    /// Heading of its items, translated.
    [[nodiscard]] virtual QString title() const = 0;
    /// Typed first, asks this source only: '>' actions, '#' tickets, '@' people. Null: none.
    [[nodiscard]] virtual QChar prefix() const { return {}; }
    /// Answers once with found(text, …), now or later; an answer to a text that is no longer wanted is ignored.
    virtual void query(const QString &text, int limit) = 0;

Q_SIGNALS:
    void found(const QString &text, const QVector<deskhand::PaletteItem> &items);
};

} // namespace deskhand
