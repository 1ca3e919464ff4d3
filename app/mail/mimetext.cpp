// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/charset.h"
#include "mail/gmimeptr.h"
#include "mail/headerscan.h"
#include "mail/headertext.h"
#include "mail/htmltext.h"
#include "mail/messageparser.h"
#include "mail/plaintext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace lb::mail
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int MaxParts = 256; // lines "Content-Type:": GMime nests no deeper than there are any, and recurses
constexpr int MaxDepth = 32; // of the parts that are read
constexpr qsizetype MaxCharacters = 16LL << 20; // 32 MB as QString holds them
constexpr qsizetype MaxAttachments = 1000;
constexpr int MaxEmbedded = 32;
constexpr qsizetype MaxMimeHeader = 16 * 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::mail)
};

struct Node {
    GMimeObject* object = nullptr; // owned by the message
    int depth = 0;
    bool plainOnly = false; // another alternative is the text to read
};

const char* parameter(GMimeContentType* type, const char* name)
{
    return type ? g_mime_content_type_get_parameter(type, name) : nullptr;
}

/// Collects the text of a mail's parts without recursion.
class TextCollector
{
public:
    MailText result;

    void walk(GMimeObject* root)
    {
        std::vector<Node> open{{root, 0, false}};
        while (!open.empty()) {
            const Node node = open.back();
            open.pop_back();
            if (!node.object)
                continue;
            if (GMIME_IS_MULTIPART(node.object))
                takeMultipart(node, open);
            else if (GMIME_IS_MESSAGE_PART(node.object))
                takeMessage(GMIME_MESSAGE_PART(node.object));
            else if (GMIME_IS_PART(node.object))
                takePart(GMIME_PART(node.object), node.plainOnly);
        }
    }

    /// Mails that hold nothing but other mails (digests, forwarding) are read by what is inside.
    void walkEmbedded()
    {
        for (int taken = 0; taken < MaxEmbedded && !m_embedded.empty() && m_blank; ++taken) {
            std::vector<GMimeMessage*> level = std::exchange(m_embedded, {});
            for (GMimeMessage* const message : level) {
                appendEmbeddedHead(message);
                walk(g_mime_message_get_mime_part(message));
            }
        }
    }

    void note(ParseIssue::Kind kind, const QString& detail)
    {
        const auto same = [kind](const ParseIssue& issue) { return issue.kind == kind; };
        if (std::ranges::none_of(result.issues, same))
            result.issues.append({kind, {}, detail});
    }

    void appendText(const QString& text)
    {
        if (!result.text.isEmpty() && !result.text.endsWith(u'\n') && result.text.size() < MaxCharacters)
            result.text += u'\n';
        const qsizetype room = MaxCharacters - result.text.size();
        if (text.size() > room)
            note(ParseIssue::Kind::TooLarge, Text::tr("The text of the mail is too long and is cut."));
        result.text += QStringView(text).first(std::min(text.size(), std::max<qsizetype>(room, 0)));
        m_blank = m_blank && QStringView(text).trimmed().isEmpty();
    }

    /// The bytes of one text part, transfer encoding undone.
    void appendBytes(const QByteArray& bytes, GMimeContentType* type, bool isHtml)
    {
        const char* const charset = parameter(type, "charset");
        const DecodedText decoded = decodeCharset(bytes, QByteArrayView(charset ? charset : ""));
        if (decoded.unknownCharset)
            note(ParseIssue::Kind::UnknownCharset,
                 Text::tr("The mail says that its text is in “%1”, which is not known here: some characters "
                          "may be wrong.")
                     .arg(decodeHeaderText(QByteArrayView(charset)).left(40)));
        QString text = normalizedLines(decoded.text);
        if (isHtml) {
            text = htmlToText(text);
            result.fromHtml = true;
        } else {
            text = withoutArmour(text);
            const char* const format = parameter(type, "format");
            const char* const deleteSpace = parameter(type, "delsp");
            if (format && qstricmp(format, "flowed") == 0)
                text = unflowed(text, deleteSpace && qstricmp(deleteSpace, "yes") == 0);
        }
        appendText(text);
    }

private:
    void takeMultipart(const Node& node, std::vector<Node>& open)
    {
        if (node.depth >= MaxDepth) {
            note(ParseIssue::Kind::TooDeep,
                 Text::tr("Parts of the mail are nested too deep and are left out."));
            return;
        }
        GMimeMultipart* const multipart = GMIME_MULTIPART(node.object);
        const int count = g_mime_multipart_get_count(multipart);
        GMimeContentType* const type = g_mime_object_get_content_type(node.object);
        bool plainOnly = node.plainOnly;
        if (g_mime_content_type_is_type(type, "multipart", "alternative")) {
            for (int i = 0; i < count && !plainOnly; ++i)
                plainOnly = isReadablePlain(g_mime_multipart_get_part(multipart, i));
        }
        for (int i = count - 1; i >= 0; --i)
            open.push_back({g_mime_multipart_get_part(multipart, i), node.depth + 1, plainOnly});
    }

    /// Some mailers send an empty plain part beside their HTML.
    static bool isReadablePlain(GMimeObject* object)
    {
        if (!object || !GMIME_IS_PART(object)
            || !g_mime_content_type_is_type(g_mime_object_get_content_type(object), "text", "plain"))
            return false;
        return !content(GMIME_PART(object), 4096).trimmed().isEmpty();
    }

    void takeMessage(GMimeMessagePart* part)
    {
        GMimeMessage* const message = g_mime_message_part_get_message(part);
        Attachment attachment;
        attachment.contentType = u"message/rfc822"_s;
        if (message) {
            const char* const subject = g_mime_object_get_header(GMIME_OBJECT(message), "Subject");
            attachment.fileName = decodeHeaderText(QByteArrayView(subject ? subject : ""));
            m_embedded.push_back(message);
        }
        addAttachment(attachment);
    }

    void appendEmbeddedHead(GMimeMessage* message)
    {
        QString head;
        for (const char* const name : {"From", "Date", "Subject"}) {
            const char* const value = g_mime_object_get_header(GMIME_OBJECT(message), name);
            if (value) {
                const QString text = decodeHeaderText(QByteArrayView(value));
                head += QLatin1StringView(name) + u": "_s + text + u'\n';
            }
        }
        const bool blank = m_blank;
        appendText(head + u'\n');
        m_blank = blank; // a head alone is nothing to read
    }

    void takePart(GMimePart* part, bool plainOnly)
    {
        GMimeObject* const object = GMIME_OBJECT(part);
        GMimeContentType* const type = g_mime_object_get_content_type(object);
        // A signature says nothing to a reader and is no file that anyone wants.
        if (g_mime_content_type_is_type(type, "application", "pgp-signature")
            || g_mime_content_type_is_type(type, "application", "pkcs7-signature"))
            return;
        const bool isHtml = g_mime_content_type_is_type(type, "text", "html");
        const bool isText = isHtml || isPlainKind(type);
        if (!isText || g_mime_part_is_attachment(part)) {
            listPart(part);
            return;
        }
        if (isHtml && plainOnly)
            return;
        appendBytes(content(part, MaxCharacters + 1), type, isHtml);
    }

    static bool isPlainKind(GMimeContentType* type)
    {
        for (const char* const subtype :
             {"plain", "x-patch", "x-diff", "patch", "x-log", "markdown", "x-csrc"}) {
            if (g_mime_content_type_is_type(type, "text", subtype))
                return true;
        }
        return false;
    }

    void listPart(GMimePart* part)
    {
        Attachment attachment;
        const char* const name = g_mime_part_get_filename(part);
        attachment.fileName = decodeHeaderText(QByteArrayView(name ? name : "")).left(255);
        GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        char* const typeName = g_mime_content_type_get_mime_type(type);
        attachment.contentType = QString::fromUtf8(typeName).left(255);
        g_free(typeName);
        if (GMimeDataWrapper* const wrapper = g_mime_part_get_content(part)) {
            // Decodes into nowhere: only the size is wanted.
            const auto sink = GObjectPtr<GMimeStream>::adopt(g_mime_stream_null_new());
            attachment.size
                = std::max<qint64>(g_mime_data_wrapper_write_to_stream(wrapper, sink.borrow()), 0);
        }
        addAttachment(attachment);
    }

    void addAttachment(const Attachment& attachment)
    {
        if (result.attachments.size() < MaxAttachments)
            result.attachments.append(attachment);
    }

    /// The part's bytes, transfer encoding undone.
    static QByteArray content(GMimePart* part, qsizetype limit)
    {
        GMimeDataWrapper* const wrapper = g_mime_part_get_content(part);
        if (!wrapper)
            return {};
        const auto memory = GObjectPtr<GMimeStream>::adopt(g_mime_stream_mem_new());
        g_mime_data_wrapper_write_to_stream(wrapper, memory.borrow());
        const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.borrow()));
        return QByteArray(reinterpret_cast<const char*>(bytes->data), std::min<qsizetype>(bytes->len, limit));
    }

    std::vector<GMimeMessage*> m_embedded;
    bool m_blank = true; // no text to read so far
};

/// Where the mail has to be cut so that its parts cannot nest deeper than is safe; its size if nowhere.
qsizetype safeLength(QByteArrayView mail)
{
    constexpr QByteArrayView Name("content-type");
    int parts = 0;
    qsizetype at = 0;
    while (at < mail.size()) {
        const qsizetype left = mail.size() - at;
        if (left > Name.size() && (mail[at] | 0x20) == 'c'
            && qstrnicmp(mail.data() + at, Name.data(), static_cast<size_t>(Name.size())) == 0
            && ++parts > MaxParts)
            return at;
        const void* const end = memchr(mail.data() + at, '\n', static_cast<size_t>(left));
        if (!end)
            break;
        at = static_cast<const char*>(end) - mail.data() + 1;
    }
    return mail.size();
}

/// The headers that say how to read a body; all others would only cost time.
struct MimeHead {
    QByteArrayView type;
    QByteArrayView encoding;
    QByteArrayView disposition;

    explicit MimeHead(const MailHead& head)
    {
        for (const HeaderField& field : head.fields) {
            if (field.is("Content-Type"))
                takeFirst(type, field.value);
            else if (field.is("Content-Transfer-Encoding"))
                takeFirst(encoding, field.value);
            else if (field.is("Content-Disposition"))
                takeFirst(disposition, field.value);
        }
        if (!type.contains('/')) // says nothing: the default is text/plain
            type = {};
    }

    static void takeFirst(QByteArrayView& place, QByteArrayView value)
    {
        if (place.isNull())
            place = value;
    }

    /// True if the body's bytes are its text.
    [[nodiscard]] bool isIdentity() const
    {
        const QByteArray name
            = encoding.first(std::min<qsizetype>(encoding.size(), 100)).toByteArray().trimmed().toLower();
        return name.isEmpty() || name == "7bit" || name == "8bit" || name == "binary";
    }

    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray head("MIME-Version: 1.0\n");
        const auto add = [&head](QByteArrayView name, QByteArrayView value) {
            if (!value.isNull() && value.size() <= MaxMimeHeader)
                head.append(name).append(value).append('\n');
        };
        add("Content-Type:", type);
        add("Content-Transfer-Encoding:", encoding);
        add("Content-Disposition:", disposition);
        return head.append('\n');
    }
};

GObjectPtr<GMimeContentType> parseType(QByteArrayView value)
{
    const QByteArray text
        = value.isNull() || value.size() > MaxMimeHeader ? QByteArray("text/plain") : unfolded(value);
    return GObjectPtr<GMimeContentType>::adopt(g_mime_content_type_parse(nullptr, text.constData()));
}

} // namespace

MailText parseText(const QByteArray& rawMail)
{
    ensureGMime();
    const MailHead head = scanHead(rawMail);
    const MimeHead mime(head);
    TextCollector collector;
    const QByteArrayView body = QByteArrayView(rawMail).sliced(head.fields.empty() ? 0 : head.bodyStart);
    const auto type = parseType(mime.type);
    // Nine mails of ten on a patch list: one text part that is not encoded.
    if (!type
        || (g_mime_content_type_is_type(type.borrow(), "text", "plain") && mime.isIdentity()
            && mime.disposition.isNull())) {
        collector.appendBytes(body.first(std::min(body.size(), MaxCharacters + 1)).toByteArray(),
                              type.borrow(), false);
        return std::move(collector.result);
    }
    const qsizetype length = safeLength(body);
    if (length < body.size())
        collector.note(ParseIssue::Kind::TooDeep,
                       Text::tr("The mail has more than %1 parts: the rest is left out.").arg(MaxParts));
    const QByteArray mail = mime.bytes() + body.first(length).toByteArray();
    const auto stream = GObjectPtr<GMimeStream>::adopt(
        g_mime_stream_mem_new_with_buffer(mail.constData(), static_cast<size_t>(mail.size())));
    const auto parser = GObjectPtr<GMimeParser>::adopt(g_mime_parser_new_with_stream(stream.borrow()));
    const auto message
        = GObjectPtr<GMimeMessage>::adopt(g_mime_parser_construct_message(parser.borrow(), nullptr));
    if (!message || !g_mime_message_get_mime_part(message.borrow())) {
        collector.appendBytes(mail, type.borrow(), false);
        return std::move(collector.result);
    }
    collector.walk(g_mime_message_get_mime_part(message.borrow()));
    collector.walkEmbedded();
    return std::move(collector.result);
}

} // namespace lb::mail
