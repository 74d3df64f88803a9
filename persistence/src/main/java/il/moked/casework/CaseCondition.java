// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.BusinessException;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What must hold of a case for a rule to do something. */
public record CaseCondition(Field field, Operator operator, String value) {
    public enum Operator { IS, IS_NOT, AT_LEAST, CONTAINS, CONTAINS_NOT }

    public enum Field {
        KIND(Operator.IS, Operator.IS_NOT), SEVERITY(Operator.IS, Operator.IS_NOT, Operator.AT_LEAST), STATE(Operator.IS, Operator.IS_NOT), TEAM(Operator.IS, Operator.IS_NOT), SEGMENT(Operator.IS, Operator.IS_NOT),
        PRODUCT(Operator.IS, Operator.IS_NOT), CHANNEL(Operator.IS, Operator.IS_NOT),
        /** Subject and description. */
        TEXT(Operator.CONTAINS, Operator.CONTAINS_NOT), LATE(Operator.IS);

        private final Set<Operator> operators;

        Field(Operator first, Operator... others) {
            this.operators = EnumSet.of(first, others);
        }

        public Set<Operator> operators() {
            return operators;
        }
    }

    /** How one condition came out. @param actual what the case has, empty for nothing; of a text nothing is repeated */
    public record Check(CaseCondition condition, String actual, boolean holds) {
    }

    public static final int LONGEST_VALUE = 200;
    private static final String FINALS = "ךםןףץ";
    private static final String COMMON = "כמנפצ";

    /** @throws BusinessException {@code casework.condition} */
    public CaseCondition {
        value = value == null ? "" : value.strip();
        if (field == null || operator == null || !field.operators().contains(operator) || value.isEmpty() || value.length() > LONGEST_VALUE || !possible(field, value)) {
            throw new BusinessException("casework.condition");
        }
    }

    private static boolean possible(Field field, String value) {
        try {
            switch (field) {
                case KIND -> ServiceCase.Kind.valueOf(value);
                case SEVERITY -> ServiceCase.Severity.valueOf(value);
                case STATE -> ServiceCase.State.valueOf(value);
                case SEGMENT -> il.moked.customer.Segment.valueOf(value);
                case CHANNEL -> il.moked.channel.Channel.valueOf(value);
                case LATE -> {
                    return value.equals("true") || value.equals("false");
                }
                default -> {
                    return true;
                }
            }
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    public Check check(CaseFacts facts) {
        String actual = actual(facts);
        boolean holds = switch (operator) {
            case IS -> actual.equalsIgnoreCase(value);
            case IS_NOT -> !actual.equalsIgnoreCase(value);
            case AT_LEAST -> facts.severity().compareTo(ServiceCase.Severity.valueOf(value)) >= 0;
            case CONTAINS -> contains(facts.subject() + "\n" + facts.description(), value);
            case CONTAINS_NOT -> !contains(facts.subject() + "\n" + facts.description(), value);
        };
        return new Check(this, actual, holds);
    }

    private String actual(CaseFacts facts) {
        return switch (field) {
            case KIND -> facts.kind().name();
            case SEVERITY -> facts.severity().name();
            case STATE -> facts.state().name();
            case TEAM -> facts.team();
            case SEGMENT -> facts.segment() == null ? "" : facts.segment().name();
            case PRODUCT -> facts.sku() == null ? "" : facts.sku();
            case CHANNEL -> facts.channel() == null ? "" : facts.channel().name();
            case TEXT -> "";
            case LATE -> Boolean.toString(facts.late());
        };
    }

    /** Whether a text holds another: neither case of letters nor vowel points, final letters, kinds of quotation marks, hyphens or spaces matter. */
    static boolean contains(String text, String part) {
        return plain(text).contains(plain(part));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char letter : Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replace('\u05BE', '-').replace('\u2013', '-').toCharArray()) {
            int end = FINALS.indexOf(letter);
            if (end >= 0) {
                plain.append(COMMON.charAt(end));
            } else if (Character.isWhitespace(letter) || letter == '-') {
                if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK && Character.getType(letter) != Character.FORMAT && "\"'\u05F3\u05F4\u2018\u2019\u201C\u201D".indexOf(letter) < 0) {
                plain.append(letter);
            }
        }
        return plain.toString().strip();
    }
}
