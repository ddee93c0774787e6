// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_values.h"

#include <QList>

#include <array>

namespace deskhand {
namespace {

constexpr qsizetype longestStyle = 8192;
constexpr int widestMargin = 80;

enum StyleProperty {
    ColorProperty,
    BackgroundProperty,
    WeightProperty,
    SlantProperty,
    DecorationProperty,
    AlignProperty,
    MarginProperty,
    PropertyCount
};

constexpr const char *propertyNames[] = {"color",           "background-color", "font-weight", "font-style",
                                         "text-decoration", "text-align",       "margin-left"};

/// CSS comments gone; escapes are not decoded: what needs one is none of our values.
QString withoutComments(QStringView style)
{
    QString out;
    qsizetype at = 0;
    while (at < style.size()) {
        const qsizetype open = style.indexOf(u"/*", at);
        if (open < 0) {
            out += style.sliced(at);
            break;
        }
        out += style.sliced(at, open - at);
        const qsizetype close = style.indexOf(u"*/", open + 2);
        if (close < 0)
            break;
        at = close + 2;
    }
    return out;
}

/// Splits at semicolons outside of quotes and parentheses.
QList<QStringView> declarations(QStringView style)
{
    QList<QStringView> found;
    qsizetype start = 0;
    int depth = 0;
    QChar quote;
    for (qsizetype i = 0; i < style.size(); ++i) {
        const QChar c = style[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'(') {
            ++depth;
        } else if (c == u')') {
            depth = qMax(0, depth - 1);
        } else if (c == u';' && depth == 0) {
            found.append(style.sliced(start, i - start));
            start = i + 1;
        }
    }
    found.append(style.sliced(start));
    return found;
}

QString firstUrl(QStringView value)
{
    const qsizetype open = value.indexOf(u"url(", 0, Qt::CaseInsensitive);
    if (open < 0)
        return {};
    qsizetype close = value.indexOf(u')', open);
    if (close < 0)
        close = value.size();
    QString url = value.sliced(open + 4, close - open - 4).trimmed().toString();
    url.remove(u'"').remove(u'\'');
    return url.first(qMin<qsizetype>(url.size(), 2000));
}

QString weightValue(QStringView value)
{
    if (value == u"bold" || value == u"bolder")
        return QStringLiteral("bold");
    if (value == u"normal" || value == u"lighter")
        return QStringLiteral("normal");
    bool ok = false;
    const int number = value.toInt(&ok);
    if (!ok || number < 1 || number > 1000)
        return {};
    return number >= 600 ? QStringLiteral("bold") : QStringLiteral("normal");
}

QString slantValue(QStringView value)
{
    if (value.startsWith(u"italic") || value.startsWith(u"oblique"))
        return QStringLiteral("italic");
    return value == u"normal" ? QStringLiteral("normal") : QString();
}

QString decorationValue(QStringView value)
{
    for (const char *known : {"underline", "line-through", "none"}) {
        if (value.contains(QLatin1String(known)))
            return QLatin1String(known);
    }
    return {};
}

QString alignValue(QStringView value)
{
    for (const char *known : {"left", "right", "center", "justify"}) {
        if (value == QLatin1String(known))
            return QLatin1String(known);
    }
    return {};
}

/// Any CSS length as whole pixels.
QString marginValue(QStringView value)
{
    struct Unit {
        QLatin1String name;
        double pixels;
    };
    static constexpr std::array<Unit, 6> units = {{{QLatin1String("px"), 1},
                                                   {QLatin1String("pt"), 96.0 / 72},
                                                   {QLatin1String("em"), 16},
                                                   {QLatin1String("in"), 96},
                                                   {QLatin1String("cm"), 96 / 2.54},
                                                   {QLatin1String("mm"), 96 / 25.4}}};
    for (const Unit &unit : units) {
        if (!value.endsWith(unit.name))
            continue;
        bool ok = false;
        const double number = value.chopped(unit.name.size()).trimmed().toDouble(&ok) * unit.pixels;
        if (!ok || !(number >= 1))
            return {};
        return QString::number(number < widestMargin ? static_cast<int>(number) : widestMargin) + QLatin1String("px");
    }
    return {};
}

QString canonicalValue(StyleProperty property, QStringView value)
{
    switch (property) {
    case ColorProperty:
    case BackgroundProperty: return canonicalColor(value).value_or(QString());
    case WeightProperty: return weightValue(value);
    case SlantProperty: return slantValue(value);
    case DecorationProperty: return decorationValue(value);
    case AlignProperty: return alignValue(value);
    case MarginProperty: return marginValue(value);
    case PropertyCount: break;
    }
    return {};
}

StyleProperty propertyByName(const QString &name)
{
    for (int i = 0; i < PropertyCount; ++i) {
        if (name == QLatin1String(propertyNames[i]))
            return static_cast<StyleProperty>(i);
    }
    if (name == QLatin1String("background"))
        return BackgroundProperty;
    if (name == QLatin1String("text-decoration-line"))
        return DecorationProperty;
    return PropertyCount;
}

} // namespace

SafeStyle safeStyle(QStringView style)
{
    SafeStyle safe;
    if (style.size() > longestStyle)
        style = style.first(longestStyle);
    const QString text = withoutComments(style);
    std::array<QString, PropertyCount> values;
    for (const QStringView declaration : declarations(text)) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon <= 0)
            continue;
        const QString name = declaration.first(colon).trimmed().toString().toLower();
        QString value = declaration.sliced(colon + 1).trimmed().toString().toLower();
        if (const qsizetype bang = value.indexOf(u'!'); bang >= 0)
            value = value.first(bang).trimmed();
        if (safe.blockedUrl.isEmpty())
            safe.blockedUrl = firstUrl(declaration.sliced(colon + 1));
        if (name == QLatin1String("display") && value == QLatin1String("none"))
            safe.hidden = true;
        const StyleProperty property = propertyByName(name);
        if (property == PropertyCount)
            continue;
        const QString canonical = canonicalValue(property, value);
        if (!canonical.isEmpty())
            values[property] = canonical;
    }
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i].isEmpty())
            continue;
        if (!safe.text.isEmpty())
            safe.text += u';';
        safe.text += QLatin1String(propertyNames[i]) + u':' + values[i];
    }
    return safe;
}

int boundedNumber(QStringView value, int most)
{
    value = value.trimmed();
    if (value.endsWith(u"px", Qt::CaseInsensitive))
        value.chop(2);
    qint64 number = 0;
    qsizetype digits = 0;
    while (digits < value.size() && value[digits] >= u'0' && value[digits] <= u'9' && digits < 12)
        number = number * 10 + (value[digits++].unicode() - u'0');
    // "12.5" is twelve; "100%" depends on a page that is not ours.
    if (digits == 0 || (digits < value.size() && value[digits] != u'.'))
        return 0;
    return static_cast<int>(qMin<qint64>(number, most));
}

} // namespace deskhand
