// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>
#include <QtGlobal>

namespace deskhand {

/// A small random generator with the same numbers on every machine (the distributions of <random> differ between
/// standard libraries). xoshiro256** by Blackman and Vigna, seeded through splitmix64; not for secrets.
class DemoRandom
{
public:
    /// Streams of one seed are independent: each ticket has its own, so that a change in one does not shift the others.
    explicit DemoRandom(quint64 seed, quint64 stream = 0)
    {
        quint64 x = seed ^ (stream * 0x9e3779b97f4a7c15ULL + 0x243f6a8885a308d3ULL);
        for (quint64 &word : m_state) {
            x += 0x9e3779b97f4a7c15ULL;
            quint64 z = x;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
            word = z ^ (z >> 31);
        }
    }

    quint64 next()
    {
        const quint64 result = rotated(m_state[1] * 5, 7) * 9;
        const quint64 t = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }

    /// 0 … n-1; n ≥ 1.
    quint32 below(quint32 n) { return quint32(((next() >> 32) * n) >> 32); }
    /// Both ends included.
    qint64 between(qint64 least, qint64 most) { return least + qint64((next() >> 16) % quint64(most - least + 1)); }
    bool chance(int percent) { return below(100) < quint32(percent); }
    /// 0 … n-1, low numbers more often: as some people write more often than others.
    quint32 skewedBelow(quint32 n) { return quint32((quint64(below(65536)) * below(65536) >> 16) * n >> 16); }

    QUuid uuid()
    {
        const quint64 a = next();
        const quint64 b = next();
        return QUuid(quint32(a >> 32), quint16(a >> 16), quint16((a & 0x0fff) | 0x4000), uchar((b >> 56 & 0x3f) | 0x80),
                     uchar(b >> 48), uchar(b >> 40), uchar(b >> 32), uchar(b >> 24), uchar(b >> 16), uchar(b >> 8),
                     uchar(b));
    }

private:
    static quint64 rotated(quint64 x, int bits) { return (x << bits) | (x >> (64 - bits)); }

    quint64 m_state[4];
};

} // namespace deskhand
