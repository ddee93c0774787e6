// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attachment_policy.h"

#include <QMimeDatabase>
#include <QSet>

namespace deskhand {

namespace {

// Endings that some system runs on a double click. Kept as endings because most of them are plain text by content.
bool hasRunningEnding(const QString &name)
{
    static const QSet<QString> endings = [] {
        const QString list = QStringLiteral("ade adp apk app appimage appx bat bash cab chm cmd com command cpl csh "
                                            "deb desktop dll dmg exe fish gadget hta htm html "
                                            "inf ins iso img isp jar jnlp js jse ksh lib lnk mde msc msi msix msp mst "
                                            "nsh pif pl ps1 ps1xml ps2 psc1 py pyc "
                                            "pyw rb reg rpm run scf scpt scr sct sh shb sys service terminal tool url "
                                            "vb vbe vbs vhd vhdx vxd webloc workflow ws "
                                            "wsc wsf wsh xll zsh svg svgz xhtml mht mhtml swf");
        const QStringList parts = list.split(u' ');
        return QSet<QString>(parts.cbegin(), parts.cend());
    }();
    QString trimmed = name;
    while (!trimmed.isEmpty() && (trimmed.back() == u'.' || trimmed.back().isSpace()))
        trimmed.chop(1); // Windows drops these: "a.exe. " runs as "a.exe"
    return endings.contains(trimmed.section(u'.', -1).toLower()) && trimmed.contains(u'.');
}

bool isRunningType(const QMimeType &type)
{
    static const QStringList running{
        QStringLiteral("application/x-executable"),
        QStringLiteral("application/x-sharedlib"),
        QStringLiteral("application/x-pie-executable"),
        QStringLiteral("application/x-msdownload"),
        QStringLiteral("application/x-ms-dos-executable"),
        QStringLiteral("application/vnd.microsoft.portable-executable"),
        QStringLiteral("application/x-dosexec"),
        QStringLiteral("application/x-shellscript"),
        QStringLiteral("application/x-desktop"),
        QStringLiteral("application/x-java-archive"),
        QStringLiteral("application/java-archive"),
        QStringLiteral("application/x-msi"),
        QStringLiteral("application/javascript"),
        QStringLiteral("text/javascript"),
        QStringLiteral("application/x-perl"),
        QStringLiteral("text/x-python"),
        QStringLiteral("application/x-ruby"),
        QStringLiteral("application/x-php"),
        QStringLiteral("application/vnd.debian.binary-package"),
        QStringLiteral("application/x-rpm"),
        QStringLiteral("application/vnd.appimage"),
        QStringLiteral("application/x-mach-binary"),
        QStringLiteral("application/x-ms-shortcut"),
        QStringLiteral("application/x-bat"),
        QStringLiteral("text/html"),
        QStringLiteral("application/xhtml+xml"),
        QStringLiteral("image/svg+xml"),
        QStringLiteral("application/x-cd-image"),
    };
    for (const QString &name : running) {
        if (type.inherits(name))
            return true;
    }
    return false;
}

bool isPreviewPicture(const QString &type)
{
    static const QSet<QString> types{QStringLiteral("image/png"),  QStringLiteral("image/jpeg"),
                                     QStringLiteral("image/gif"),  QStringLiteral("image/bmp"),
                                     QStringLiteral("image/webp"), QStringLiteral("image/tiff")};
    return types.contains(type);
}

AttachmentVerdict verdictOf(const QMimeType &type, const QString &name)
{
    AttachmentVerdict verdict;
    verdict.realType = type.name();
    verdict.typeText = type.comment().isEmpty() ? type.name() : type.comment();
    if (isPreviewPicture(type.name()))
        verdict.preview = AttachmentVerdict::Preview::Picture;
    else if (type.inherits(QStringLiteral("text/plain")) || type.name() == QLatin1String("message/rfc822"))
        verdict.preview = AttachmentVerdict::Preview::Text;
    if (isRunningType(type) || hasRunningEnding(name))
        verdict.opening = AttachmentVerdict::Opening::Refuse;
    return verdict;
}

} // namespace

AttachmentVerdict judgeAttachment(const QString &name, const QByteArray &bytes)
{
    const QMimeDatabase database;
    const QMimeType byContent = database.mimeTypeForData(bytes.left(16384));
    const QMimeType byName = database.mimeTypeForFile(fileNameForSaving(name), QMimeDatabase::MatchExtension);
    // Content that only says "text", "zip" or nothing is refined by the name (an .odt is a zip, a .csv is text);
    // content that says something else wins over the name.
    const bool refines = byName.isValid() && !byName.isDefault() && byName != byContent
                         && (byContent.isDefault() || byName.inherits(byContent.name()));
    AttachmentVerdict verdict = verdictOf(refines ? byName : byContent, name);
    if (isRunningType(byContent))
        verdict.opening = AttachmentVerdict::Opening::Refuse;
    verdict.disguised = !refines && byName.isValid() && !byName.isDefault() && !byContent.isDefault()
                        && !byContent.inherits(byName.name());
    if (refines && byContent.isDefault() && verdict.preview == AttachmentVerdict::Preview::Text)
        verdict.preview = AttachmentVerdict::Preview::None; // bytes that are not text
    if (refines && verdict.preview == AttachmentVerdict::Preview::Picture)
        verdict.preview = AttachmentVerdict::Preview::None; // the content does not say that it is one
    return verdict;
}

AttachmentVerdict guessAttachment(const QString &name, const QString &declaredType)
{
    const QMimeDatabase database;
    QMimeType type = database.mimeTypeForFile(fileNameForSaving(name), QMimeDatabase::MatchExtension);
    if (!type.isValid() || type.isDefault())
        type = database.mimeTypeForName(declaredType.section(u';', 0, 0).trimmed().toLower());
    if (!type.isValid())
        type = database.mimeTypeForName(QStringLiteral("application/octet-stream"));
    return verdictOf(type, name);
}

QString fileNameForSaving(const QString &name)
{
    QString safe;
    for (const QChar c : name.section(QLatin1Char('/'), -1).section(u'\\', -1)) {
        const bool hidden = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
                            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        if (!hidden)
            safe += QStringLiteral("<>:\"|?*").contains(c) ? QChar(u'_') : c;
    }
    while (!safe.isEmpty() && (safe.front() == u'.' || safe.front().isSpace()))
        safe.remove(0, 1);
    while (!safe.isEmpty() && (safe.back() == u'.' || safe.back().isSpace()))
        safe.chop(1);
    static const QSet<QString> devices{QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"),
                                       QStringLiteral("nul")};
    const QString stem = safe.section(u'.', 0, 0).toLower();
    const bool numbered = stem.size() == 4
                          && (stem.startsWith(QLatin1String("com")) || stem.startsWith(QLatin1String("lpt")))
                          && stem.back().isDigit();
    if (devices.contains(stem) || numbered)
        safe.prepend(u'_');
    if (safe.size() > 120) {
        const QString ending = safe.section(u'.', -1);
        safe =
            ending.size() < 12 && safe.contains(u'.') ? safe.left(119 - ending.size()) + u'.' + ending : safe.left(120);
    }
    return safe.isEmpty() ? QStringLiteral("attachment") : safe;
}

} // namespace deskhand
