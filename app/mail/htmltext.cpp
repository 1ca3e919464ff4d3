// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/htmltext.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lb::mail
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int MaxQuoteDepth = 20;
constexpr int MaxBreaks = 3;
constexpr qsizetype MaxLink = 300;
constexpr qsizetype MaxEntity = 12;

struct Entity {
    std::string_view name;
    char16_t character;
};
constexpr std::array Entities{
    Entity{"amp", u'&'},    Entity{"lt", u'<'},     Entity{"gt", u'>'},     Entity{"quot", u'"'},
    Entity{"apos", u'\''},  Entity{"nbsp", u' '},   Entity{"ensp", u' '},   Entity{"emsp", u' '},
    Entity{"ndash", u'–'},  Entity{"mdash", u'—'},  Entity{"lsquo", u'‘'},  Entity{"rsquo", u'’'},
    Entity{"ldquo", u'“'},  Entity{"rdquo", u'”'},  Entity{"laquo", u'«'},  Entity{"raquo", u'»'},
    Entity{"hellip", u'…'}, Entity{"bull", u'•'},   Entity{"middot", u'·'}, Entity{"copy", u'©'},
    Entity{"reg", u'®'},    Entity{"trade", u'™'},  Entity{"deg", u'°'},    Entity{"times", u'×'},
    Entity{"euro", u'€'},   Entity{"pound", u'£'},  Entity{"sect", u'§'},   Entity{"para", u'¶'},
    Entity{"larr", u'←'},   Entity{"rarr", u'→'},   Entity{"auml", u'ä'},   Entity{"ouml", u'ö'},
    Entity{"uuml", u'ü'},   Entity{"Auml", u'Ä'},   Entity{"Ouml", u'Ö'},   Entity{"Uuml", u'Ü'},
    Entity{"szlig", u'ß'},  Entity{"eacute", u'é'}, Entity{"egrave", u'è'}, Entity{"agrave", u'à'},
    Entity{"ccedil", u'ç'}, Entity{"ntilde", u'ñ'}, Entity{"shy", u'\0'},   Entity{"zwnj", u'\0'},
};

/// How many line breaks stand before and after a block element; 0 for all others.
int breaksOf(QStringView tag)
{
    static constexpr std::array<QStringView, 15> Wide{u"p",  u"h1",    u"h2",         u"h3",  u"h4",
                                                      u"h5", u"h6",    u"blockquote", u"pre", u"ul",
                                                      u"ol", u"table", u"hr",         u"dl",  u"title"};
    static constexpr std::array<QStringView, 16> Narrow{
        u"div",    u"tr",      u"li",     u"dt",   u"dd",   u"section", u"article", u"header",
        u"footer", u"address", u"center", u"form", u"body", u"html",    u"main",    u"nav"};
    if (std::ranges::find(Wide, tag) != Wide.end())
        return 2;
    return std::ranges::find(Narrow, tag) != Narrow.end() ? 1 : 0;
}

class Converter
{
public:
    explicit Converter(const QString& html) : m_html(html) { }

    QString run()
    {
        m_out.reserve(m_html.size() / 2);
        while (m_at < m_html.size()) {
            const QChar c = m_html[m_at];
            if (c == u'<' && startsMarkup())
                markup();
            else if (c == u'&')
                entity();
            else
                character(m_html[m_at++]);
        }
        if (!m_out.isEmpty() && !m_out.endsWith(u'\n'))
            m_out += u'\n';
        return m_out;
    }

private:
    [[nodiscard]] bool startsMarkup() const
    {
        if (m_noMoreTags || m_at + 1 >= m_html.size())
            return false;
        const QChar next = m_html[m_at + 1];
        return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
    }

    void markup()
    {
        if (m_html.sliced(m_at).startsWith("<!--"_L1)) {
            const qsizetype end = m_html.indexOf("-->"_L1, m_at + 4);
            m_at = end < 0 ? m_html.size() : end + 3;
            return;
        }
        const qsizetype end = tagEnd();
        if (end < 0) { // never closed: text, and so is every later '<'
            m_noMoreTags = true;
            character(m_html[m_at++]);
            return;
        }
        tag(m_html.sliced(m_at + 1, end - m_at - 1));
        m_at = std::max(m_at, end + 1);
    }

    /// The '>' that closes the tag, quoted attribute values skipped.
    [[nodiscard]] qsizetype tagEnd() const
    {
        QChar quote;
        for (qsizetype i = m_at + 1; i < m_html.size(); ++i) {
            const QChar c = m_html[i];
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'>') {
                return i;
            } else if ((c == u'"' || c == u'\'') && m_html[i - 1] == u'=') {
                quote = c;
            }
        }
        return quote.isNull() ? -1 : m_html.indexOf(u'>', m_at);
    }

    void tag(QStringView inside)
    {
        const bool closes = inside.startsWith(u'/');
        if (closes)
            inside = inside.sliced(1);
        qsizetype length = 0;
        while (length < inside.size() && inside[length].isLetterOrNumber())
            ++length;
        const QString name = inside.first(std::min<qsizetype>(length, 16)).toString().toLower();
        if (name == "script"_L1 || name == "style"_L1 || name == "title"_L1) {
            if (!closes)
                skipElement(name);
        } else if (name == "br"_L1) {
            m_breaks = std::min(m_breaks + 1, MaxBreaks);
        } else if (name == "a"_L1) {
            link(inside, closes);
        } else if (name == "td"_L1 || name == "th"_L1) {
            m_gap = true;
        } else if (const int breaks = breaksOf(name); breaks > 0) {
            block(name, closes, breaks);
        }
    }

    void block(const QString& name, bool closes, int breaks)
    {
        m_breaks = std::max(m_breaks, breaks);
        if (name == "pre"_L1)
            m_pre = !closes;
        else if (name == "blockquote"_L1)
            m_quoteDepth = std::clamp(m_quoteDepth + (closes ? -1 : 1), 0, MaxQuoteDepth);
        else if (name == "li"_L1 && !closes)
            m_bullet = true;
    }

    /// To the end of an element whose content is not text for people.
    void skipElement(const QString& name)
    {
        const QString closing = u"</"_s + name;
        const qsizetype end = m_html.indexOf(closing, m_at, Qt::CaseInsensitive);
        m_at = end < 0 ? m_html.size() : end;
    }

    void link(QStringView inside, bool closes)
    {
        if (!closes) {
            m_target = attribute(inside, u"href"_s);
            m_linkStart = m_out.size();
            return;
        }
        const bool isWeb = m_target.startsWith("http://"_L1) || m_target.startsWith("https://"_L1);
        if (isWeb && m_target.size() <= MaxLink && m_linkStart < m_out.size()
            && !QStringView(m_out).sliced(m_linkStart).contains(m_target)) {
            const QString shown = u" <"_s + m_target + u'>';
            for (const QChar c : shown)
                character(c);
        }
        m_target.clear();
    }

    static QString attribute(QStringView inside, const QString& name)
    {
        const qsizetype start = inside.indexOf(QString(name + u'='), 0, Qt::CaseInsensitive);
        if (start < 0)
            return {};
        QStringView value = inside.sliced(start + name.size() + 1);
        if (value.isEmpty())
            return {};
        const QChar quote = value.front();
        if (quote == u'"' || quote == u'\'') {
            value = value.sliced(1);
            const qsizetype end = value.indexOf(quote);
            value = value.first(end < 0 ? value.size() : end);
        } else {
            qsizetype end = 0;
            while (end < value.size() && !value[end].isSpace())
                ++end;
            value = value.first(end);
        }
        return value.first(std::min(value.size(), MaxLink + 1))
            .toString()
            .replace("&amp;"_L1, "&"_L1)
            .simplified();
    }

    void entity()
    {
        const QStringView window = m_html.sliced(m_at + 1, std::min(MaxEntity, m_html.size() - m_at - 1));
        const qsizetype end = window.indexOf(u';');
        if (end > 0) {
            const QStringView name = window.first(end);
            if (name.front() == u'#' ? numeric(name.sliced(1)) : named(name)) {
                m_at += end + 2;
                return;
            }
        }
        character(m_html[m_at++]);
    }

    bool named(QStringView name)
    {
        const auto* const found = std::ranges::find_if(Entities, [name](const Entity& known) {
            return name == QLatin1StringView(known.name.data(), qsizetype(known.name.size()));
        });
        if (found == Entities.end())
            return false;
        if (found->character != u'\0')
            character(QChar(found->character));
        return true;
    }

    bool numeric(QStringView digits)
    {
        bool ok = false;
        const bool hex = digits.startsWith(u'x') || digits.startsWith(u'X');
        const uint code = hex ? digits.sliced(1).toUInt(&ok, 16) : digits.toUInt(&ok);
        if (!ok || code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
            return ok;
        const auto units = QChar::fromUcs4(code);
        for (const QChar c : QStringView(units))
            character(c == QChar::Nbsp ? u' ' : c);
        return true;
    }

    void character(QChar c)
    {
        if (m_pre && c == u'\n') {
            m_breaks = std::min(m_breaks + 1, MaxBreaks + 1);
            return;
        }
        if (c.isSpace() && !m_pre) {
            m_gap = true;
            return;
        }
        startText();
        m_out += c;
    }

    /// What stands before the next character: line breaks with their quote marks, a bullet, or a space.
    void startText()
    {
        const bool first = m_out.isEmpty();
        if (first || m_breaks > 0) {
            const QString marks(m_quoteDepth, u'>');
            for (int i = first ? m_breaks : 0; i < m_breaks; ++i) {
                m_out += u'\n';
                if (i + 1 < m_breaks)
                    m_out += marks;
            }
            m_out += marks;
            if (m_quoteDepth > 0)
                m_out += u' ';
            if (m_bullet)
                m_out += "- "_L1;
        } else if (m_gap) {
            m_out += u' ';
        }
        m_breaks = 0;
        m_gap = false;
        m_bullet = false;
    }

    QStringView m_html;
    qsizetype m_at = 0;
    QString m_out;
    QString m_target; // of the link that is open
    qsizetype m_linkStart = 0;
    int m_breaks = 0; // line breaks due before the next character
    int m_quoteDepth = 0;
    bool m_gap = false; // white space due
    bool m_bullet = false;
    bool m_pre = false;
    bool m_noMoreTags = false;
};

} // namespace

QString htmlToText(const QString& html)
{
    return Converter(html).run();
}

} // namespace lb::mail
