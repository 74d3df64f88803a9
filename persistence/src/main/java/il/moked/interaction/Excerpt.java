// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.ShownText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The piece of a text around the first of the words looked for, with those words told apart. Words are compared as the
 * search compares them ({@link il.moked.shared.SearchAnalysis}): without points, final letters or one Hebrew prefix.
 */
public record Excerpt(List<Piece> pieces) {
    private static final int BEFORE = 50;
    private static final int LENGTH = 170;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}\"'׳״]+");
    private static final Pattern DROPPED = Pattern.compile("[\\p{M}\"'׳״]");
    private static final Pattern PREFIXED = Pattern.compile("[והבכלמש][א-ת]{3,}");
    private static final String FINALS = "ךםןףץ";
    private static final String COMMON = "כמנפצ";

    /** A stretch of text; {@code hit} when it is one of the words looked for. */
    public record Piece(String text, boolean hit) {
    }

    public static Excerpt of(String text, String wanted) {
        String line = ShownText.line(text, 100_000);
        Set<String> words = Arrays.stream(wanted.split("[^\\p{L}\\p{N}\\p{M}\"'׳״]+")).map(Excerpt::normal).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
        Matcher first = WORD.matcher(line);
        int from = 0;
        while (first.find()) {
            if (matches(first.group(), words)) {
                from = Math.max(0, first.start() - BEFORE);
                break;
            }
        }
        int start = from == 0 ? 0 : line.indexOf(' ', from) + 1;
        int end = Math.min(line.length(), start + LENGTH);
        List<Piece> pieces = new ArrayList<>();
        int written = start;
        Matcher word = WORD.matcher(line).region(start, end);
        while (word.find()) {
            if (matches(word.group(), words)) {
                add(pieces, line.substring(written, word.start()), false);
                add(pieces, word.group(), true);
                written = word.end();
            }
        }
        add(pieces, line.substring(written, end) + (end < line.length() ? "…" : ""), false);
        return new Excerpt(List.copyOf(pieces));
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, hit));
        }
    }

    private static boolean matches(String word, Set<String> words) {
        String normal = normal(word);
        return words.contains(normal) || PREFIXED.matcher(normal).matches() && words.contains(normal.substring(1))
                || words.stream().anyMatch(wanted -> PREFIXED.matcher(wanted).matches() && wanted.substring(1).equals(normal));
    }

    private static String normal(String word) {
        String bare = DROPPED.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(bare.length());
        for (char letter : bare.toCharArray()) {
            int last = FINALS.indexOf(letter);
            folded.append(last < 0 ? letter : COMMON.charAt(last));
        }
        return folded.toString();
    }
}
