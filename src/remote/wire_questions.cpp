// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/wire_questions.h"

#include <algorithm>

namespace deskhand {

HttpQuestion endpointQuestion(QLatin1String name)
{
    const QVector<Endpoint> &all = endpoints();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [name](const Endpoint &endpoint) { return endpoint.name == name; });
    if (found == all.cend())
        qFatal("no endpoint %s", name.data());
    HttpQuestion question;
    question.method = QByteArray(found->method.data(), found->method.size());
    question.path = found->path;
    question.answerType = QByteArray(found->answerType.data(), found->answerType.size());
    question.withToken = found->access != EndpointAccess::Public;
    question.mayRepeat = found->idempotent;
    return question;
}

} // namespace deskhand
