// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

/** The base direction of a text, from its first strong character (Unicode Bidirectional Algorithm, rules P2 and P3). */
public enum TextDirection {
    RTL, LTR;

    public static TextDirection of(String text, TextDirection whenNeutral) {
        if (text != null) {
            for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
                switch (Character.getDirectionality(text.codePointAt(index))) {
                    case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC:
                        return RTL;
                    case Character.DIRECTIONALITY_LEFT_TO_RIGHT:
                        return LTR;
                    default:
                }
            }
        }
        return whenNeutral;
    }

    /** The value of the HTML attribute {@code dir}. */
    public String html() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
