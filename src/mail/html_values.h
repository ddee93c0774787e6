// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace deskhand {

/// A link as it may be opened: http, https, mailto or tel, compared after control characters, blanks and
/// zero-width characters are gone; "www.x.org" gets http. Anything else gives an empty string. Canonical:
/// safeLink(safeLink(x)) == safeLink(x).
[[nodiscard]] QString safeLink(QStringView raw);

/// What an <img src> points to.
struct ImageSource {
    enum Kind {
        Refused,     ///< a local file, a relative path, an unknown scheme, a bad data: URL
        ContentId,   ///< `value` is "cid:…"
        Data,        ///< `value` is a checked "data:image/…;base64,…"
        Remote,      ///< `value` is the http(s) URL
        Placeholder, ///< `value` is "deskhand-remote:N" already
    };
    Kind kind = Refused;
    QString value;
};
[[nodiscard]] ImageSource imageSource(QStringView raw);

/// "#rrggbb" of a CSS or HTML colour (name, #rgb, #rrggbb, rgb(), rgba()); nothing for anything else.
[[nodiscard]] std::optional<QString> canonicalColor(QStringView value);

/// What a style attribute says, as far as it is let through.
struct SafeStyle {
    QString text;        ///< canonical, e.g. "color:#ff0000;font-weight:bold"; empty when nothing is left
    bool hidden = false; ///< display:none
    QString blockedUrl;  ///< the first url(…) in it
};
/// Parses a style attribute down to {color, background-color, font-weight, font-style, text-decoration,
/// text-align, margin-left ≤ 80px}; the values are parsed and written anew.
[[nodiscard]] SafeStyle safeStyle(QStringView style);

/// A plain number of pixels ("12", "12px") between 1 and `most`; larger ones become `most`, others 0.
[[nodiscard]] int boundedNumber(QStringView value, int most);

} // namespace deskhand
