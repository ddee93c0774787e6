// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/flowed_text.h"

namespace deskhand {

QString unflowed(const QString &text, bool delSp)
{
    QString out;
    out.reserve(text.size());
    int openDepth = -1; ///< quote depth of the paragraph that the next line may continue
    const QStringView all(text);
    for (qsizetype start = 0; start <= text.size();) {
        qsizetype end = text.indexOf(u'\n', start);
        const bool last = end < 0;
        if (last)
            end = text.size();
        QStringView line = all.sliced(start, end - start);
        start = end + 1;
        if (last && line.isEmpty())
            break;

        int depth = 0;
        while (depth < line.size() && line[depth] == u'>')
            ++depth;
        line = line.sliced(depth);
        if (line.startsWith(u' '))
            line = line.sliced(1);
        const bool signature = line == u"-- ";
        const bool flows = line.endsWith(u' ') && !signature;
        if (openDepth == depth && !signature) {
            out += line;
        } else {
            if (openDepth >= 0)
                out += u'\n';
            if (depth > 0)
                out += QString(depth, u'>') + u' ';
            out += line;
        }
        if (flows) {
            if (delSp)
                out.chop(1);
            openDepth = depth;
        } else {
            out += u'\n';
            openDepth = -1;
        }
        if (last)
            break;
    }
    if (openDepth < 0 && out.endsWith(u'\n') && !text.endsWith(u'\n'))
        out.chop(1);
    return out;
}

} // namespace deskhand
