// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/rfc3339.h"

#include <QDate>

#include <array>
#include <cstdio>

namespace deskhand::ctl {
namespace {

constexpr qint64 julianDayOfEpoch = 2'440'588;
constexpr qint64 millisecondsOfDay = 86'400'000;

/// Reads along a text; once something was wrong it stays so.
class Rfc3339Reader
{
public:
    explicit Rfc3339Reader(const QByteArray &text)
        : m_text(text)
    {
    }

    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            const char c = take();
            m_ok = m_ok && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        return m_ok ? value : 0;
    }
    void expect(char one, char other = '\0')
    {
        const char c = take();
        m_ok = m_ok && (c == one || (other != '\0' && c == other));
    }
    [[nodiscard]] bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    /// Milliseconds of ".123456"; 0 when there is no point.
    int fraction()
    {
        if (!at('.'))
            return 0;
        expect('.');
        int value = 0;
        int digits = 0;
        for (; m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++m_at, ++digits)
            value = digits < 3 ? value * 10 + (m_text[m_at] - '0') : value;
        m_ok = m_ok && digits > 0;
        for (; digits < 3; ++digits)
            value *= 10;
        return value;
    }
    /// Minutes of "Z", "+02:00", "-05:30".
    int offset()
    {
        if (at('Z') || at('z')) {
            take();
            return 0;
        }
        const int sign = at('-') ? -1 : 1;
        expect('+', '-');
        const int hours = number(2);
        expect(':');
        const int minutes = number(2);
        m_ok = m_ok && hours < 24 && minutes < 60;
        return sign * (hours * 60 + minutes);
    }
    [[nodiscard]] bool isDone() const { return m_ok && m_at == m_text.size(); }

private:
    char take()
    {
        if (m_at >= m_text.size())
            m_ok = false;
        return m_ok ? m_text[m_at++] : '\0';
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace

std::optional<Instant> instantFromRfc3339(const QByteArray &text)
{
    Rfc3339Reader reader(text);
    const int year = reader.number(4);
    reader.expect('-');
    const int month = reader.number(2);
    reader.expect('-');
    const int day = reader.number(2);
    reader.expect('T', 't');
    const int hour = reader.number(2);
    reader.expect(':');
    const int minute = reader.number(2);
    reader.expect(':');
    const int second = reader.number(2);
    const int milliseconds = reader.fraction();
    const int offset = reader.offset();
    // Second 60 is a leap second; it is told as the one after it.
    if (!reader.isDone() || !QDate::isValid(year, month, day) || year < 1 || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const qint64 days = QDate(year, month, day).toJulianDay() - julianDayOfEpoch;
    return days * millisecondsOfDay + ((hour * 60 + minute - offset) * qint64{60} + second) * 1000 + milliseconds;
}

QByteArray rfc3339(Instant instant)
{
    const qint64 days = (instant >= 0 ? instant : instant - (millisecondsOfDay - 1)) / millisecondsOfDay;
    const int inDay = int(instant - days * millisecondsOfDay);
    const QDate date = QDate::fromJulianDay(days + julianDayOfEpoch);
    std::array<char, 48> text{};
    int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", date.year(), date.month(),
                               date.day(), inDay / 3'600'000, inDay / 60'000 % 60, inDay / 1000 % 60);
    if (inDay % 1000 != 0)
        length += std::snprintf(text.data() + length, text.size() - size_t(length), ".%03d", inDay % 1000);
    return QByteArray(text.data(), length) + 'Z';
}

} // namespace deskhand::ctl
