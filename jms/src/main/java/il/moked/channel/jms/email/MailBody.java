// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** Sorts the parts of a mail into the text to read and the files beside it. */
final class MailBody {

    /** Longest text kept, in characters. */
    static final int MAX_TEXT = 1_000_000;
    /** Longest HTML kept, in characters. */
    static final int MAX_HTML = 2_000_000;

    private static final Pattern META_CHARSET = Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{2,40})");
    /** Forms of the text that no reader needs beside plain text or HTML. */
    private static final Set<String> OTHER_FORMS = Set.of("text/enriched", "text/richtext", "text/watch-html", "text/x-amp-html");

    private final byte[] raw;
    private final HeaderDecoding decoding;
    private final Set<MailNotice> notices;
    private final List<MailAttachment> attachments = new ArrayList<>();
    private final List<MimePart> deliveryStatus = new ArrayList<>();
    private final List<MimePart> returned = new ArrayList<>();
    private String text = "";
    private String html;

    /** A stretch of the body: its plain form, its HTML form, or both. */
    private record Segment(String plain, String html) {

        boolean isBlank() {
            return (plain == null || plain.isBlank()) && (html == null || html.isBlank());
        }
    }

    private MailBody(byte[] raw, HeaderDecoding decoding, Set<MailNotice> notices) {
        this.raw = raw;
        this.decoding = decoding;
        this.notices = notices;
    }

    static MailBody of(byte[] raw, MimePart root, HeaderDecoding decoding, Set<MailNotice> notices) {
        MailBody body = new MailBody(raw, decoding, notices);
        List<Segment> segments = body.walk(root, true);
        body.assemble(segments);
        body.noteInlinePgp();
        return body;
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    List<MailAttachment> attachments() {
        return attachments;
    }

    /** The parts of type {@code message/delivery-status}. */
    List<MimePart> deliveryStatus() {
        return deliveryStatus;
    }

    /** The mails or headers that came back with a bounce. */
    List<MimePart> returned() {
        return returned;
    }

    private List<Segment> walk(MimePart part, boolean root) {
        noteSecurity(part);
        if (!part.isMultipart()) {
            return leaf(part, root);
        }
        if (part.is("multipart/alternative")) {
            return alternative(part);
        }
        List<Segment> segments = new ArrayList<>();
        for (MimePart child : part.children()) {
            segments.addAll(walk(child, false));
        }
        return segments;
    }

    private List<Segment> alternative(MimePart part) {
        String plain = null;
        String richest = null;
        for (MimePart child : part.children()) {
            if (OTHER_FORMS.contains(child.type().value()) && (plain != null || richest != null)) {
                continue;
            }
            List<Segment> form = walk(child, false).stream().filter(s -> !s.isBlank()).toList();
            boolean rich = form.stream().anyMatch(s -> s.html() != null);
            if (rich) {
                richest = htmlOf(form);
            } else if (!form.isEmpty()) {
                // Two plain forms are a mistake of the sender's program: nobody can tell which one he meant.
                String another = textOf(form);
                plain = plain == null ? another : plain.contains(another.strip()) ? plain : plain + "\n\n" + another;
            }
        }
        return plain == null && richest == null ? List.of() : List.of(new Segment(plain, richest));
    }

    private List<Segment> leaf(MimePart part, boolean root) {
        String disposition = part.disposition().value();
        boolean named = name(part) != null;
        boolean shown = part.isText() && !disposition.equals("attachment") && (!named || root);
        if (shown) {
            String decoded = decodedText(part);
            return List.of(part.is("text/html") ? new Segment(null, decoded) : new Segment(decoded, null));
        }
        if (part.is("message/delivery-status") || part.is("message/global-delivery-status")) {
            deliveryStatus.add(part);
            return List.of();
        }
        if (part.is("message/rfc822") || part.is("text/rfc822-headers") || part.is("message/rfc822-headers") || part.is("message/global")) {
            returned.add(part);
        }
        attach(part);
        return List.of();
    }

    private void attach(MimePart part) {
        byte[] content = part.content(raw, notices);
        String type = part.type().value();
        String name = name(part);
        if (type.equals("message/rfc822") && name == null) {
            name = MailHeaders.read(content, 0, content.length, notices).first("subject").map(decoding::text)
                    .map(s -> s.replace('/', '_').replace('\\', '_') + ".eml").orElse(null);
        }
        String id = part.headers().first("content-id").map(v -> v.replaceAll("[<>\\s]", "")).filter(v -> !v.isEmpty() && v.length() <= 250).orElse(null);
        boolean inline = part.disposition().value().equals("inline") || id != null && !part.disposition().value().equals("attachment");
        MailAttachment file = new MailAttachment(FileNames.safe(name, type, attachments.size() + 1), type, id, inline, content);
        attachments.add(file);
        if (type.equals("application/ms-tnef") || type.equals("application/vnd.ms-tnef") || file.fileName().equalsIgnoreCase("winmail.dat")) {
            unpack(content);
        }
    }

    private void unpack(byte[] content) {
        notices.add(MailNotice.TNEF);
        Tnef tnef = Tnef.read(content);
        for (Tnef.File file : tnef.files()) {
            if (attachments.size() < MimeTree.MAX_PARTS) {
                attachments.add(new MailAttachment(FileNames.safe(file.name(), "application/octet-stream", attachments.size() + 1), "application/octet-stream", null, false, file.bytes()));
            }
        }
        if (text.isEmpty()) {
            text = tnef.text(); // used when the mail has no text of its own
        }
    }

    private String name(MimePart part) {
        return part.disposition().text("filename", decoding).or(() -> part.type().text("name", decoding)).filter(n -> !n.isBlank()).orElse(null);
    }

    private String decodedText(MimePart part) {
        byte[] content = part.content(raw, notices);
        int limit = (part.is("text/html") ? MAX_HTML : MAX_TEXT) * 4;
        if (content.length > limit) {
            content = Arrays.copyOf(content, limit);
            notices.add(MailNotice.TRUNCATED);
        }
        String charset = part.type().raw("charset").orElse(null);
        if (part.is("text/html") && MailCharset.named(charset).isEmpty()) {
            charset = metaCharset(content).orElse(charset);
        }
        MailCharset.Decoded decoded = MailCharset.decode(content, charset);
        if (decoded.guessed() || charset != null && MailCharset.named(charset).isEmpty()) {
            notices.add(MailNotice.CHARSET_GUESSED);
        }
        String plain = clean(decoded.text());
        boolean flowed = part.is("text/plain") && part.type().raw("format").map("flowed"::equalsIgnoreCase).orElse(false);
        return flowed ? unwrapped(plain, part.type().raw("delsp").map("yes"::equalsIgnoreCase).orElse(false)) : plain;
    }

    private static Optional<String> metaCharset(byte[] html) {
        Matcher meta = META_CHARSET.matcher(new String(html, 0, Math.min(html.length, 2_048), StandardCharsets.ISO_8859_1));
        return meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    /** One kind of line end, no control characters that no screen or database takes. */
    static String clean(String decoded) {
        StringBuilder out = new StringBuilder(decoded.length());
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c == '\r') {
                int next = i;
                while (next + 1 < decoded.length() && decoded.charAt(next + 1) == '\r') {
                    next++;
                }
                // \r\n, \r\r\n and a lone \r are one line end each.
                if (next + 1 < decoded.length() && decoded.charAt(next + 1) == '\n') {
                    i = next + 1;
                }
                out.append('\n');
            } else if (c == '\n' || c == '\t' || c >= ' ' && c != 0x7F && !Character.isSurrogate(c)) {
                out.append(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < decoded.length() && Character.isLowSurrogate(decoded.charAt(i + 1))) {
                out.append(c).append(decoded.charAt(++i));
            } else if (c == '\f') {
                out.append('\n');
            }
        }
        return out.toString();
    }

    /** Joins the lines that the sender's program broke (RFC 3676). */
    private static String unwrapped(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        String[] lines = text.split("\n", -1);
        int openDepth = -1;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String content = line.substring(depth).startsWith(" ") ? line.substring(depth + 1) : line.substring(depth);
            boolean signature = content.equals("-- ");
            if (openDepth == depth && !signature) {
                out.append(content);
            } else {
                out.append(i > 0 ? "\n" : "").append(">".repeat(depth)).append(depth > 0 && !content.isEmpty() ? " " : "").append(content);
            }
            boolean soft = content.endsWith(" ") && !signature;
            if (soft && deleteSpace) {
                out.setLength(out.length() - 1);
            }
            openDepth = soft ? depth : -1;
        }
        return out.toString();
    }

    private void assemble(List<Segment> segments) {
        List<Segment> filled = segments.stream().filter(s -> !s.isBlank()).toList();
        String fromTnef = text;
        text = filled.isEmpty() ? fromTnef : textOf(filled).stripTrailing();
        if (text.length() > MAX_TEXT) {
            text = cut(text, MAX_TEXT);
            notices.add(MailNotice.TRUNCATED);
        }
        if (filled.stream().anyMatch(s -> s.html() != null)) {
            html = htmlOf(filled);
            if (html.length() > MAX_HTML) {
                html = cut(html, MAX_HTML);
                notices.add(MailNotice.TRUNCATED);
            }
        }
    }

    private static String cut(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private String textOf(List<Segment> segments) {
        StringBuilder out = new StringBuilder();
        for (Segment segment : segments) {
            if (out.length() > MAX_TEXT) {
                break;
            }
            String plain = segment.plain() == null || segment.plain().isBlank() ? readable(segment.html()) : segment.plain();
            out.append(out.length() > 0 && out.charAt(out.length() - 1) != '\n' ? "\n" : "").append(plain);
        }
        return out.toString();
    }

    private String readable(String htmlForm) {
        String kept = htmlForm;
        if (kept.length() > MAX_HTML) {
            kept = cut(kept, MAX_HTML);
            notices.add(MailNotice.TRUNCATED);
        }
        return HtmlText.of(kept);
    }

    /** The HTML of the whole body: plain stretches in between are shown as they are. */
    private static String htmlOf(List<Segment> segments) {
        StringBuilder out = new StringBuilder();
        for (Segment segment : segments) {
            out.append(segment.html() != null ? segment.html() : "<pre>" + Entities.escape(segment.plain()) + "</pre>");
        }
        return out.toString();
    }

    private void noteSecurity(MimePart part) {
        String type = part.type().value();
        String detail = part.type().raw("protocol").or(() -> part.type().raw("smime-type")).orElse("").toLowerCase(java.util.Locale.ROOT);
        switch (type) {
            case "multipart/encrypted", "application/pgp-encrypted" -> notices.add(MailNotice.ENCRYPTED_PGP);
            case "multipart/signed" -> notices.add(detail.contains("pgp") ? MailNotice.SIGNED_PGP : MailNotice.SIGNED_SMIME);
            case "application/pgp-signature" -> notices.add(MailNotice.SIGNED_PGP);
            case "application/pkcs7-signature", "application/x-pkcs7-signature" -> notices.add(MailNotice.SIGNED_SMIME);
            case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
                    notices.add(detail.contains("signed") || detail.contains("certs") ? MailNotice.SIGNED_SMIME : MailNotice.ENCRYPTED_SMIME);
            default -> { }
        }
    }

    private void noteInlinePgp() {
        String start = text.stripLeading();
        if (start.startsWith("-----BEGIN PGP MESSAGE-----")) {
            notices.add(MailNotice.ENCRYPTED_PGP);
        } else if (start.startsWith("-----BEGIN PGP SIGNED MESSAGE-----")) {
            notices.add(MailNotice.SIGNED_PGP);
        }
    }
}
