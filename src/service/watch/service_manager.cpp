// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watch/service_manager.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace deskhand {

bool tellServiceManager(const QByteArray &state)
{
#ifdef Q_OS_UNIX
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path.isEmpty())
        return true;
    if ((path[0] != '/' && path[0] != '@') || size_t(path.size()) >= sizeof address.sun_path)
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    if (path[0] == '@') // of the abstract name space
        address.sun_path[0] = '\0';
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM, 0);
    if (descriptor < 0)
        return false;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()));
    const auto sent = ::sendto(descriptor, state.constData(), size_t(state.size()), 0,
                               reinterpret_cast<const sockaddr *>(&address), length);
    ::close(descriptor);
    return sent == ssize_t(state.size());
#else
    Q_UNUSED(state)
    return true;
#endif
}

} // namespace deskhand
