// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remote_desk.h"
#include "wire/service_status.h"

#include <QString>

#include <memory>

namespace deskhand::ctl {

/// Whether a place is the address of a service: "https://desk.example.org".
[[nodiscard]] bool isServiceUrl(const QString &place);

/// The desk behind a service. Whose token it is acts: it comes from the variable DESKHAND_TOKEN or the first line of
/// the file that DESKHAND_TOKEN_FILE names, never from the command line, where every program of the computer can read
/// it. DESKHAND_CA_FILE names an authority of one's own. Errors: Invalid (the address), Unauthenticated (no token).
[[nodiscard]] Result<std::unique_ptr<RemoteDesk>> openService(const QString &place);

/// How that service is doing. Errors: as openService(), and those of ServiceDoor. Blocks.
[[nodiscard]] Result<ServiceStatus> askServiceStatus(const QString &place);

} // namespace deskhand::ctl
