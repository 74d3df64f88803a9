// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An appointment for the customer's own calendar (RFC 5545). Opened again after it was moved or cancelled, it changes the entry
 * that is there.
 *
 * @param uid the same for ever @param sequence grows with each change
 */
record CalendarFile(String uid, int sequence, boolean cancelled, Instant from, Instant to, String title, String place, String text, Instant now) {
    static final String TYPE = "text/calendar; charset=UTF-8";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Bytes of a line. */
    private static final int LONGEST = 75;

    String written() {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Moked//Appointments//EN");
        line(file, "METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"));
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + uid);
        line(file, "SEQUENCE:" + sequence);
        line(file, "DTSTAMP:" + MOMENT.format(now));
        line(file, "DTSTART:" + MOMENT.format(from));
        line(file, "DTEND:" + MOMENT.format(to));
        line(file, "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        line(file, "SUMMARY:" + escaped(title));
        line(file, "LOCATION:" + escaped(place));
        line(file, "DESCRIPTION:" + escaped(text));
        if (!cancelled) {
            line(file, "BEGIN:VALARM");
            line(file, "ACTION:DISPLAY");
            line(file, "TRIGGER:-PT1H");
            line(file, "DESCRIPTION:" + escaped(title));
            line(file, "END:VALARM");
        }
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n");
    }

    /** A longer line goes on in the next, which begins with a space; no letter is cut in two. */
    private static void line(StringBuilder file, String whole) {
        int bytes = 0;
        for (int at = 0; at < whole.length();) {
            int letter = whole.codePointAt(at);
            String one = Character.toString(letter);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST) {
                file.append("\r\n ");
                bytes = 1;
            }
            file.append(one);
            bytes += size;
            at += Character.charCount(letter);
        }
        file.append("\r\n");
    }
}
