// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody who writes lets the reader choose from: the last lines of a message, each behind a box. Every channel can show
 * them, as text; a chat window makes buttons of them.
 *
 * @param question what stands before them, may be empty
 */
public record Choices(String question, List<String> options) {
    private static final int FEWEST = 2;
    private static final int MOST = 8;
    private static final int LONGEST = 80;
    private static final String BOX = "☐ ";
    /** As it is typed: an empty pair of brackets, or the box itself. */
    private static final Pattern LINE = Pattern.compile("\\s*(?:\\[ ?]|☐)\\s*(\\S.*?)\\s*");
    private static final Pattern ANSWER = Pattern.compile("choice-([1-9][0-9]{0,8})");

    /** @return empty when the text ends in no list to choose from, or in one that is too long for buttons */
    public static Optional<Choices> of(String text) {
        String[] lines = text == null ? new String[0] : text.stripTrailing().split("\n");
        List<String> options = new ArrayList<>();
        int at = lines.length - 1;
        for (Matcher line; at >= 0 && (line = LINE.matcher(lines[at])).matches(); at--) {
            options.add(0, line.group(1));
        }
        boolean good = options.size() >= FEWEST && options.size() <= MOST && options.stream().allMatch(option -> option.length() <= LONGEST) && options.stream().distinct().count() == options.size();
        return good ? Optional.of(new Choices(String.join("\n", List.of(lines).subList(0, at + 1)).strip(), List.copyOf(options))) : Optional.empty();
    }

    /** The text as it is sent: brackets, which are quick to type, become boxes, which are plain to read. */
    public static String written(String text) {
        return of(text).map(Choices::text).orElse(text);
    }

    /** Id of the line that answers the message at that place: the same whichever window sends it, so that one is answered once. */
    public static String answerTo(int position) {
        return "choice-" + position;
    }

    /** The place of the message that a line of this id answers; empty for any other line. */
    public static Optional<Integer> answered(String lineId) {
        Matcher answer = ANSWER.matcher(lineId == null ? "" : lineId);
        return answer.matches() ? Optional.of(Integer.valueOf(answer.group(1))) : Optional.empty();
    }

    private String text() {
        return (question.isEmpty() ? "" : question + "\n") + BOX + String.join("\n" + BOX, options);
    }
}
