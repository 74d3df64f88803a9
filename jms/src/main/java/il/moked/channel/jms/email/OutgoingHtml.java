// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as the HTML half of a mail: paragraphs with their own direction, numbers and addresses isolated. */
final class OutgoingHtml {

    /** What must keep its order inside Hebrew: links, addresses, references, phone and order numbers, dates, times, amounts. */
    private static final Pattern LEFT_TO_RIGHT = Pattern.compile("https?://[^\\s<>\"]{1,2000}|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}|(?<![A-Za-z0-9])(?=[A-Za-z0-9]{0,40}\\d)[A-Za-z0-9]{0,40}[A-Za-z][A-Za-z0-9]{0,40}|[+*#]?\\d[\\d\\-./:,()#*]*\\d");

    private OutgoingHtml() {
    }

    static String of(String text) {
        boolean rightToLeft = isRightToLeft(text, false);
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\r\n<html").append(rightToLeft ? " lang=\"he\" dir=\"rtl\"" : " dir=\"ltr\"")
                .append("><head><meta charset=\"UTF-8\"></head><body>\r\n");
        // Mail programs drop html and body: the direction stands on the elements they keep as well.
        html.append("<div dir=\"").append(direction(rightToLeft)).append("\">\r\n");
        for (String paragraph : text.replace("\0", "").replaceAll("\r\n?", "\n").strip().split("\n\\s*\n")) {
            html.append("<p dir=\"").append(direction(isRightToLeft(paragraph, rightToLeft))).append("\">");
            html.append(String.join("<br>\r\n", java.util.Arrays.stream(paragraph.split("\n")).map(OutgoingHtml::line).toList()));
            html.append("</p>\r\n");
        }
        return html.append("</div>\r\n</body></html>\r\n").toString();
    }

    private static String line(String line) {
        StringBuilder out = new StringBuilder();
        Matcher isolated = LEFT_TO_RIGHT.matcher(line);
        int end = 0;
        while (isolated.find()) {
            out.append(escaped(line.substring(end, isolated.start())));
            String token = isolated.group();
            String shown = escaped(token);
            if (token.startsWith("http")) {
                shown = "<a href=\"" + shown + "\">" + shown + "</a>";
            }
            out.append("<bdi dir=\"ltr\">").append(shown).append("</bdi>");
            end = isolated.end();
        }
        return out.append(escaped(line.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String direction(boolean rightToLeft) {
        return rightToLeft ? "rtl" : "ltr";
    }

    /** By the first strong character (Unicode Bidirectional Algorithm, P2 and P3); without one, {@code otherwise}. */
    static boolean isRightToLeft(String text, boolean otherwise) {
        return text.codePoints().mapToObj(Character::getDirectionality).filter(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst().map(d -> d != Character.DIRECTIONALITY_LEFT_TO_RIGHT).orElse(otherwise);
    }
}
