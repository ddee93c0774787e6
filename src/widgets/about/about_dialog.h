// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace deskhand {

class Theme;

/// A library that the program is made with.
struct LibraryCredit {
    QString name;
    QString version;
    QString license;
};

/// What this program is, its version and licence, and the libraries it stands on (told by the composition root).
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    AboutDialog(const Theme &theme, const QVector<LibraryCredit> &libraries, QWidget *parent = nullptr);
};

} // namespace deskhand
