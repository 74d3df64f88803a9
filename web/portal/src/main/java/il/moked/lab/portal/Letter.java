// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.shared.TextDirection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail of a demo customer as the lab shows it: always as text.
 *
 * @param mine he wrote it
 * @param at in words
 * @param files names of what is attached
 */
public record Letter(String messageId, String references, boolean mine, String from, String to, String subject, String at, String text, List<String> files) {
    private static final Pattern MARKS = Pattern.compile("^((re|fwd?)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);

    public String getMessageId() {
        return messageId;
    }

    public boolean isMine() {
        return mine;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    public String getSubject() {
        return subject;
    }

    /** Direction of the subject, from its own words and not from the mark of an answer before them. */
    public String getDir() {
        return TextDirection.of(MARKS.matcher(subject).replaceFirst(""), TextDirection.LTR).html();
    }

    public String getAt() {
        return at;
    }

    public String getText() {
        return text;
    }

    public List<String> getFiles() {
        return files;
    }
}
