// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/sealed_secret.h"

#include <QString>

namespace deskhand {

/// The secret half of a desk's key (see base/sealed_secret.h) in a file of this computer that only its owner can read.
/// The desk has the public half (MailSettings::sealKey, base64), and a folder has one file for each key, named by it:
/// the first 32 hex digits of its SHA-256. A place is such a folder, or, when it ends in ".key", the file itself.
[[nodiscard]] QString sealKeyPath(const QString &place, const QString &publicKey);
/// The folder for keys below the one of this program's settings.
[[nodiscard]] QString sealKeyFolder(const QString &settingsFolder);

/// Makes a pair and writes it, durably; one that is there already is never overwritten. Blocks. Errors: Denied or
/// Integrity (the folder cannot be written to).
[[nodiscard]] Result<SealKeys> makeSealKeyFile(const QString &folder);
/// Reads the key that belongs to `publicKey` from a folder of keys, or from the file itself when `place` is one.
/// Errors: NotFound (this computer does not have it), Denied (it cannot be read, or others can), Corrupt (no key, or
/// the key of another desk). `payload` has the path.
[[nodiscard]] Result<SealKeys> readSealKeyFile(const QString &place, const QString &publicKey);

/// As it stands in MailSettings::sealKey.
[[nodiscard]] QString sealKeyText(const QByteArray &publicKey);
[[nodiscard]] QByteArray sealKeyFromText(const QString &text);

} // namespace deskhand
