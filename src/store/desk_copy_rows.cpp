// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/desk_copy_rows.h"

namespace deskhand {

void CopyRows::addLength(qint32 length)
{
    char big[sizeof length];
    qToBigEndian(length, big);
    m_bytes.append(big, sizeof big);
}

void CopyRows::addNumber(qint64 number)
{
    addLength(sizeof number);
    char big[sizeof number];
    qToBigEndian(number, big);
    m_bytes.append(big, sizeof big);
}

void CopyRows::addBytes(const char *data, qsizetype size)
{
    addLength(qint32(size));
    m_bytes.append(data, size);
}

void CopyRows::addNull()
{
    addLength(-1);
}

void CopyRows::clear()
{
    m_bytes.resize(0); // keeps the memory
    m_rows = 0;
}

} // namespace deskhand
