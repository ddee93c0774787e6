// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QVector>

#include <optional>

namespace deskhand {

/// Of the language as a whole. A client and a service that share no version tell each other so (TooOld, TooNew).
constexpr int wireVersion = 1;

/// {"code":"conflict","where":…,"detail":…,"payload":{…}}; what is empty is left out. A payload survives with its types
/// as far as errors have them: texts, whole numbers (qint64), flags, lists of texts (QStringList), other lists and
/// maps.
[[nodiscard]] QJsonObject errorToJson(const Error &error);
/// What is no error of ours becomes Internal.
[[nodiscard]] Error errorFromJson(const QJsonObject &json);

[[nodiscard]] const QVector<ErrorCode> &allErrorCodes();

/// HTTP's status for an error, and the error that a status means when its body says nothing (a proxy's answer).
[[nodiscard]] int httpStatusOf(ErrorCode code);
[[nodiscard]] ErrorCode errorCodeOfHttpStatus(int status);

} // namespace deskhand
