// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringList>

namespace deskhand {

/// The stable names of what can be wrong with a mail, each noted once. They are part of the JSON output.
class DefectNotes
{
public:
    void note(QLatin1String name)
    {
        if (!m_names.contains(name))
            m_names.append(name);
    }
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
};

namespace defect {
// Header block
inline constexpr QLatin1String headersTooLarge{"headers-too-large"};
inline constexpr QLatin1String tooManyHeaders{"too-many-headers"};
inline constexpr QLatin1String headerMalformed{"header-malformed"};
inline constexpr QLatin1String noHeaders{"no-headers"};
inline constexpr QLatin1String noHeaderEnd{"no-header-end"};
inline constexpr QLatin1String tooManyAddresses{"too-many-addresses"};
inline constexpr QLatin1String addressMalformed{"address-malformed"};
inline constexpr QLatin1String tooManyReferences{"too-many-references"};
inline constexpr QLatin1String encodedWordMalformed{"encoded-word-malformed"};
inline constexpr QLatin1String rawEightBitHeader{"raw-8bit-header"};
inline constexpr QLatin1String subjectTooLong{"subject-too-long"};
inline constexpr QLatin1String dateMissing{"date-missing"};
inline constexpr QLatin1String dateMalformed{"date-malformed"};
inline constexpr QLatin1String fromMissing{"from-missing"};
inline constexpr QLatin1String messageIdMissing{"message-id-missing"};
// Text
inline constexpr QLatin1String charsetUnknown{"charset-unknown"};
inline constexpr QLatin1String charsetWrong{"charset-wrong"};
inline constexpr QLatin1String utf7Refused{"utf-7-refused"};
inline constexpr QLatin1String nulBytes{"nul-bytes"};
inline constexpr QLatin1String bareCarriageReturns{"bare-carriage-returns"};
inline constexpr QLatin1String textTooLong{"text-too-long"};
// Structure
inline constexpr QLatin1String empty{"empty"};
inline constexpr QLatin1String tooManyParts{"too-many-parts"};
inline constexpr QLatin1String tooDeep{"too-deep"};
inline constexpr QLatin1String noBoundary{"no-boundary"};
inline constexpr QLatin1String noParts{"no-parts"};
inline constexpr QLatin1String noClosingBoundary{"no-closing-boundary"};
inline constexpr QLatin1String contentTypeMalformed{"content-type-malformed"};
inline constexpr QLatin1String transferEncodingUnknown{"transfer-encoding-unknown"};
inline constexpr QLatin1String tnefMalformed{"tnef-malformed"};
inline constexpr QLatin1String unpackedTooLarge{"unpacked-too-large"};
inline constexpr QLatin1String unparsable{"unparsable"};
} // namespace defect

} // namespace deskhand
