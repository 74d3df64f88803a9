// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Something a person filled in is refused: every field that is wrong is named, not only the first. Code {@code shared.invalid}. */
public class WrongFieldsException extends BusinessException {
    private final transient List<Wrong> wrong;

    /** @param field its path in what was filled in, such as {@code contactPoints[0].address} @param code of the text that says why @param arguments of that text */
    public record Wrong(String field, String code, List<Object> arguments) {
        public static Wrong of(String field, String code, Object... arguments) {
            return new Wrong(field, code, List.of(arguments));
        }
    }

    public WrongFieldsException(List<Wrong> wrong) {
        super("shared.invalid");
        this.wrong = List.copyOf(wrong);
    }

    public WrongFieldsException(String field, String code, Object... arguments) {
        this(List.of(Wrong.of(field, code, arguments)));
    }

    public List<Wrong> wrong() {
        return wrong == null ? List.of() : wrong;
    }

    /** Collects what is wrong while values are read, so that all of it is told at once. */
    public static final class Reading {
        private final List<Wrong> found = new ArrayList<>();

        /** Blank is nothing. @param reads makes a value of what was written, or does not @return null when nothing was written or it was refused */
        public <T> T read(String field, String written, String refusal, Function<String, Optional<T>> reads) {
            if (written == null || written.isBlank()) {
                return null;
            }
            Optional<T> value = reads.apply(written.strip());
            if (value.isEmpty()) {
                refuse(field, refusal);
            }
            return value.orElse(null);
        }

        /** One line of text; blank is nothing. */
        public String line(String field, String written, int longest) {
            if (written == null || written.isBlank()) {
                return null;
            }
            String line = ShownText.line(ShownText.storable(written), longest + 1);
            if (line.length() > longest) {
                refuse(field, "shared.too-long", longest);
                return null;
            }
            return line.isBlank() ? null : line;
        }

        public void require(String field, Object value) {
            if (value == null && found.stream().noneMatch(known -> known.field().equals(field))) {
                refuse(field, "shared.required");
            }
        }

        public void refuse(String field, String code, Object... arguments) {
            found.add(Wrong.of(field, code, arguments));
        }

        /** Whether nothing was refused so far. */
        public boolean good() {
            return found.isEmpty();
        }

        /** @throws WrongFieldsException when anything was refused */
        public void done() {
            if (!found.isEmpty()) {
                throw new WrongFieldsException(found);
            }
        }
    }
}
