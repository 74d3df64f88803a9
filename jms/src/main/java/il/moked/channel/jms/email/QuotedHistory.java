// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what was written for this mail from the history and the signature below (or above) it.
 *
 * <p>Works on whole lines and only sorts them: every line of the text is in exactly one of the two results. Answers
 * written between quoted lines stay together with the quotes, or they could not be understood. When nothing would be
 * left, everything counts as new: better a long mail than an empty one.
 *
 * @param newText    what was written for this mail, without blank lines around it
 * @param quotedText history and signature, empty when there is none
 */
public record QuotedHistory(String newText, String quotedText) {

    private enum Kind { TEXT, BLANK, QUOTE }

    private enum Label { FROM, SENT, TO, CC, SUBJECT }

    private static final int ATTRIBUTION_LINES = 4;
    private static final int ATTRIBUTION_LENGTH = 500;
    private static final int SIGNATURE_LINES = 25;
    /** Signatures and quotes that may lie below each other at the end. */
    private static final int MAX_LAYERS = 20;
    /** Lines of text in which the start of the history is looked for; nobody writes more above it. */
    private static final int MAX_EXAMINED = 5_000;

    private static final Pattern FORWARDED = Pattern.compile("(?iu)^[-_*=\\s]*(?:begin )?(?:forwarded message|הודעה שהועברה|הודעה מועברת|weitergeleitete nachricht|message transféré"
            + "|mensaje reenviado|пересылаемое сообщение|пересланное сообщение|رسالة معاد توجيهها|رسالة محولة)\\s*:?[-_*=\\s]*$");
    private static final Pattern ORIGINAL = Pattern.compile("(?iu)^[-_*=\\s]{2,}(?:original message|original appointment|reply message|הודעה מקורית|ההודעה המקורית|ursprüngliche nachricht"
            + "|originalnachricht|message d['’]origine|message original|mensaje original|исходное сообщение|оригинальное сообщение|الرسالة الأصلية|رسالة أصلية|messaggio originale"
            + "|oorspronkelijk bericht|mensagem original)[-_*=\\s]*$");
    /** Ends of attribution lines, by language; each needs a date's digit or an address as well. */
    private static final Pattern ATTRIBUTION = Pattern.compile("(?iu)^(?:[-*]{2,} ?)?(?:"
            + "on\\b.{4,}\\b(?:wrote|writes)"                                   // English
            + "|.{2,}@.{2,}(?:wrote|writes)"
            + "|(?:am|den)\\b.{4,}\\bschrieb\\b.*"                               // German
            + "|le\\b.{4,}\\ba écrit"                                           // French
            + "|el\\b.{4,}\\bescribi[óo]"                                       // Spanish
            + "|em\\b.{4,}\\bescreveu|il\\b.{4,}\\bha scritto.*|op\\b.{4,}\\bschreef.*"
            + "|.{4,}(?:написала?|написали|написал\\(а\\)|писала?|пишет|сообщила?)" // Russian
            + "|(?:في|بتاريخ|يوم|ب).{4,}(?:كتب|كتبت|كتب/ت)\\b.*|.{4,}(?:كتب|كتبت)"   // Arabic
            + "|ב.{4,}(?:כתב/ה|כתב|כתבה|כתבו|כתב\\(ה\\)|כותב/ת)(?:\\s.*)?"                    // Hebrew: Apple Mail, older Gmail
            + "|ב(?:תאריך|יום|-).{4,}\\sמאת\\s.{2,}"                             // Hebrew: Gmail
            + "|.{4,}(?:כתב/ה|כתב|כתבה)"
            + ")\\s?:?$");
    private static final Pattern ATTRIBUTION_OPENING = Pattern.compile("(?iu)^(?:[-*]{2,} ?)?(?:on|am|den|le|el|em|il|op|ב|في|بتاريخ|يوم|\\d).*\\d.*");
    /** Before quoted lines any line with a date or address and a colon at its end introduces them. */
    private static final Pattern INTRODUCTION = Pattern.compile("(?u)^.*(?:\\d.*\\d|@).*:$");
    private static final Pattern LABELLED = Pattern.compile("(?iu)^[*_\\s]*(?:"
            + "(?<from>from|מאת|von|de|от|من|da|van)|(?<sent>sent|date|נשלח|תאריך|gesendet|datum|envoyé|date|enviado(?: el)?|fecha|отправлено|дата|تاريخ|تم الإرسال|التاريخ|أرسلت|inviato|data)"
            + "|(?<to>to|אל|an|à|para|кому|إلى|a)|(?<cc>cc|עותק|kopie|copia|копия|نسخة)|(?<subject>subject|נושא|הנדון|betreff|objet|asunto|тема|الموضوع|oggetto|assunto)"
            + ")[*_\\s]*:[*_]*(?:\\s+\\S.*|\\s*)$");
    private static final Pattern DEVICE = Pattern.compile("(?iu)^[*_\\s>]*(?:sent (?:from|via|with|using|by) |get outlook for |נשלח מ|נשלח באמצעות|נשלח ע|הורד את outlook|קבל את outlook|קבלו את outlook"
            + "|von meinem .{1,40} gesendet|gesendet (?:von|mit|aus) |envoyé (?:de|depuis|à partir) |enviado (?:desde|do) |obtener outlook|télécharger outlook|отправлено (?:с|из) |أُ?رسلت? من|تم الإرسال من|مرسل من|inviato da )"
            + "[^,;]{0,60}$");
    private static final Pattern DASH_NAME = Pattern.compile("^[-–—]\\p{L}[\\p{L}'’. ]{1,30}$");
    private static final Pattern REACHABLE = Pattern.compile("(?i).*(?:@|https?://|www\\.|\\d[\\d\\-. ()]{6,}\\d).*");

    /** Splits a body. */
    public static QuotedHistory of(String text) {
        return of(text, false, null);
    }

    /**
     * @param text       the body; HTML bodies as {@link HtmlText} writes them
     * @param forwarded  the mail passes on another mail, whose text is then no history
     * @param senderName display name of the sender, a signature may begin with it; may be null
     */
    static QuotedHistory of(String text, boolean forwarded, String senderName) {
        String[] lines = text.split("\n", -1);
        Kind[] kinds = kinds(lines);
        int end = historyStart(lines, kinds, forwarded);
        int start = 0;
        boolean cut = true;
        for (int layer = 0; cut && layer < MAX_LAYERS; layer++) {
            int before = end;
            end = withoutTrailing(kinds, end, Kind.BLANK, Kind.QUOTE);
            end = signatureStart(lines, kinds, end, senderName);
            cut = end < before;
        }
        if (end > 0 && firstWritten(kinds, end) > 0) {
            start = leadingQuoteEnd(kinds, end);
        }
        String written = join(lines, start, end);
        if (written.isBlank()) {
            return new QuotedHistory(text.strip(), "");
        }
        String head = join(lines, 0, start);
        String tail = join(lines, end, lines.length);
        return new QuotedHistory(written, head.isEmpty() || tail.isEmpty() ? head + tail : head + "\n\n" + tail);
    }

    private static String join(String[] lines, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && lines[start].isBlank()) {
            start++;
        }
        while (end > start && lines[end - 1].isBlank()) {
            end--;
        }
        return String.join("\n", List.of(lines).subList(start, end));
    }

    /** Bidi marks, which Hebrew mail programs put around names and colons, hide the words from the patterns. */
    private static String bare(String line) {
        String plain = line.length() > ATTRIBUTION_LENGTH ? line.substring(0, ATTRIBUTION_LENGTH) : line;
        StringBuilder out = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(c -> out.appendCodePoint(c == '\u00A0' || c == '\u202F' ? ' ' : c));
        return out.toString().strip();
    }

    private static Kind[] kinds(String[] lines) {
        Kind[] kinds = new Kind[lines.length];
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            kinds[i] = line.isBlank() ? Kind.BLANK : bare(line.length() > 20 ? line.substring(0, 20) : line).startsWith(">") ? Kind.QUOTE : Kind.TEXT;
        }
        return kinds;
    }

    /** Where the rest of the text is history; marks the lines that introduce quotes on the way. */
    private static int historyStart(String[] lines, Kind[] kinds, boolean forwarded) {
        int examined = 0;
        for (int i = 0; i < lines.length && examined < MAX_EXAMINED; i++) {
            if (kinds[i] != Kind.TEXT) {
                continue;
            }
            examined++;
            String line = bare(lines[i]);
            if (forwarded || FORWARDED.matcher(line).matches()) {
                return lines.length;
            }
            if (ORIGINAL.matcher(line).matches() || isHeaderBlock(lines, kinds, i)) {
                return withSeparators(lines, kinds, i);
            }
            int first = attributionStart(lines, kinds, i);
            if (first >= 0) {
                int next = nextWritten(kinds, i + 1);
                if (next < lines.length && kinds[next] == Kind.QUOTE && next - i <= 6) {
                    for (int k = first; k <= i; k++) {
                        kinds[k] = Kind.QUOTE;
                    }
                } else if (next < lines.length && ATTRIBUTION.matcher(joined(lines, first, i)).matches()) {
                    return withSeparators(lines, kinds, first);
                }
            }
        }
        return lines.length;
    }

    /** First line of the attribution that ends in line {@code last}, or -1. */
    private static int attributionStart(String[] lines, Kind[] kinds, int last) {
        String end = bare(lines[last]);
        boolean colon = end.endsWith(":");
        if (!colon && !end.matches("(?iu).*(?:wrote|כתב|כתבה|כתב/ה)$")) {
            return -1;
        }
        int next = nextWritten(kinds, last + 1);
        boolean beforeQuote = next < kinds.length && kinds[next] == Kind.QUOTE && next - last <= 3;
        for (int first = last; first >= 0 && first > last - ATTRIBUTION_LINES && kinds[first] == Kind.TEXT; first--) {
            String joined = joined(lines, first, last);
            boolean dated = joined.chars().anyMatch(Character::isDigit) || joined.indexOf('@') > 0;
            if (joined.length() > ATTRIBUTION_LENGTH) {
                return -1;
            }
            if (dated && ATTRIBUTION.matcher(joined).matches() && (colon || beforeQuote)) {
                return opening(lines, kinds, first, last);
            }
        }
        return beforeQuote && colon && INTRODUCTION.matcher(end).matches() ? opening(lines, kinds, last, last) : -1;
    }

    /** Long attributions are wrapped anywhere: goes up to the line that opens it, if there is one. */
    private static int opening(String[] lines, Kind[] kinds, int first, int last) {
        for (int i = first; i >= 0 && i > last - ATTRIBUTION_LINES && kinds[i] == Kind.TEXT; i--) {
            String line = bare(lines[i]);
            if (ATTRIBUTION_OPENING.matcher(line).matches()) {
                return i;
            }
        }
        return first;
    }

    private static String joined(String[] lines, int first, int last) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i <= last; i++) {
            joined.append(i > first ? " " : "").append(bare(lines[i]));
        }
        return joined.toString();
    }

    /** From, Sent, To, Subject: at least three different labels, one of them From, close together. */
    private static boolean isHeaderBlock(String[] lines, Kind[] kinds, int at) {
        if (label(lines[at]) == null) {
            return false;
        }
        Set<Label> seen = EnumSet.noneOf(Label.class);
        int strange = 0;
        for (int i = at; i < lines.length && i < at + 14 && strange < 3; i++) {
            if (kinds[i] == Kind.BLANK) {
                if (seen.size() > 2) {
                    break;
                }
                continue;
            }
            Label label = label(lines[i]);
            strange = label == null ? strange + 1 : 0;
            if (label != null) {
                seen.add(label);
            }
        }
        return seen.contains(Label.FROM) && seen.size() >= 3 && (seen.contains(Label.SENT) || seen.contains(Label.TO));
    }

    private static Label label(String line) {
        String bare = bare(line);
        if (bare.indexOf(':') < 0 || bare.indexOf(':') > 20) {
            return null;
        }
        var matcher = LABELLED.matcher(bare);
        if (!matcher.matches()) {
            return null;
        }
        for (Label label : Label.values()) {
            if (matcher.group(label.name().toLowerCase(Locale.ROOT)) != null) {
                return label;
            }
        }
        return null;
    }

    private static int withSeparators(String[] lines, Kind[] kinds, int at) {
        int start = at;
        for (int i = at - 1; i >= 0 && (kinds[i] == Kind.BLANK || isRule(lines[i])); i--) {
            start = i;
        }
        return start;
    }

    private static boolean isRule(String line) {
        return line.strip().matches("[-_*=—]{5,}");
    }

    private static int nextWritten(Kind[] kinds, int from) {
        int i = from;
        while (i < kinds.length && kinds[i] == Kind.BLANK) {
            i++;
        }
        return i;
    }

    private static int firstWritten(Kind[] kinds, int end) {
        int i = 0;
        while (i < end && kinds[i] != Kind.TEXT) {
            i++;
        }
        return i < end ? i : -1;
    }

    private static int withoutTrailing(Kind[] kinds, int end, Kind... unwanted) {
        int i = end;
        while (i > 0 && List.of(unwanted).contains(kinds[i - 1])) {
            i--;
        }
        return i;
    }

    /** The end of a quote on top, when all that was written stands below it in one piece; else 0. */
    private static int leadingQuoteEnd(Kind[] kinds, int end) {
        int first = firstWritten(kinds, end);
        for (int i = first; i < end; i++) {
            if (kinds[i] == Kind.QUOTE) {
                return 0;
            }
        }
        return first;
    }

    /** Where the signature at the end of {@code lines[0, end)} begins, or {@code end}. */
    private static int signatureStart(String[] lines, Kind[] kinds, int end, String senderName) {
        if (end == 0) {
            return end;
        }
        int last = end - 1;
        String lastLine = bare(lines[last]);
        if (DEVICE.matcher(lastLine).matches() && lastLine.length() <= 80) {
            return last;
        }
        if (DASH_NAME.matcher(lastLine).matches() && (last == 0 || kinds[last - 1] == Kind.BLANK)) {
            return last;
        }
        int written = 0;
        List<String> below = new ArrayList<>();
        for (int i = last; i >= 0 && kinds[i] != Kind.QUOTE && written <= SIGNATURE_LINES; i--) {
            String line = lines[i].stripTrailing();
            if (line.equals("--") || line.equals("-- ") || line.matches("[_]{10,}") || line.matches("[-=]{10,}") && below.stream().anyMatch(l -> REACHABLE.matcher(l).matches())) {
                return i;
            }
            if (kinds[i] == Kind.TEXT) {
                written++;
                below.add(line.length() > 200 ? line.substring(0, 200) : line);
            }
            boolean paragraph = i > 0 && kinds[i - 1] == Kind.BLANK;
            if (paragraph && written > 0 && written <= 6 && isName(line, senderName) && below.stream().allMatch(l -> l.length() <= 60)) {
                return i;
            }
        }
        return end;
    }

    private static boolean isName(String line, String senderName) {
        return senderName != null && senderName.length() > 2 && line.strip().equalsIgnoreCase(senderName.strip());
    }
}
