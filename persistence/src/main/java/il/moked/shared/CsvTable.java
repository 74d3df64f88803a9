// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of lines and columns that a person or another system made (RFC 4180): strict UTF-8 or the encoding that is said, a byte
 * order mark tolerated, columns in any order by the names in the first line, separated by commas, or by semicolons or tabs
 * where a spreadsheet writes them. It is read as a stream, line by line; everything wrong is found at once, each with the line it stands in, the
 * heading being line 1 and a cell that goes over several lines beginning where it begins. Blank lines are passed over.
 * What is not quoted as it should be ends the reading: where the next cell begins, nobody knows.
 */
public final class CsvTable {
    public static final int MOST_LINES = 100_000;
    /** More than these nobody mends before he tries again. */
    public static final int MOST_SHOWN = 200;
    /** Bytes, or characters of a text. */
    public static final int LARGEST = 64 * 1024 * 1024;
    /** Characters of one cell. */
    public static final int LONGEST_CELL = 10_000;

    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@]");
    /** In place of bytes that are no text. */
    private static final char NO_CHARACTER = '\uFFFD';
    private static final int HEADING_LENGTH = 16 * 1024;

    private CsvTable() {
    }

    /** The columns there may be; those required must be there and have something in every line. */
    public record Heading(Set<String> required, Set<String> optional) {
        public Heading {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }

        boolean knows(String column) {
            return required.contains(column) || optional.contains(column);
        }
    }

    /** @param line from 1, the heading included @param column the one that is wrong, null when the line is */
    public record Wrong(int line, String column, BusinessException why) {
    }

    /**
     * What came of it.
     *
     * @param lines that were read, wrong ones included, without the heading
     * @param wrong the first {@link #MOST_SHOWN}, by line
     * @param wrongInAll how many there are
     * @param whole whether it was read to its end: not when the heading is wrong, quotes are not as they should be, or it is too large
     */
    public record Outcome(int lines, List<Wrong> wrong, int wrongInAll, boolean whole) {
        public boolean good() {
            return wrongInAll == 0;
        }
    }

    /** One line below the heading. What is read of a cell is refused with the column as first argument. */
    public static final class Row {
        private final int line;
        private final Map<String, Integer> columns;
        private final CSVRecord cells;

        private Row(int line, Map<String, Integer> columns, CSVRecord cells) {
            this.line = line;
            this.columns = columns;
            this.cells = cells;
        }

        /** In the file, from 1, the heading included. */
        public int line() {
            return line;
        }

        /** Whether the file has that column. */
        public boolean has(String column) {
            return columns.containsKey(column);
        }

        /** The cell without blanks around it, and without what {@link CsvLine} puts before what looks like a formula; when the column is there and something is in it. */
        public Optional<String> find(String column) {
            return Optional.ofNullable(columns.get(column)).map(at -> cells.get(at).strip()).map(cell -> GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell).filter(cell -> !cell.isEmpty());
        }

        public Optional<String> findText(String column, int longest) {
            Optional<String> cell = find(column);
            if (cell.isPresent() && cell.get().length() > longest) {
                throw new BusinessException("shared.field-too-long", column, longest);
            }
            return cell.map(ShownText::storable);
        }

        public String text(String column, int longest) {
            return findText(column, longest).orElseThrow(() -> new BusinessException("shared.field-missing", column));
        }

        /** @param least inclusive @param most inclusive */
        public Optional<Long> findWhole(String column, long least, long most) {
            return find(column).map(cell -> {
                if (!cell.matches("-?[0-9]{1,18}")) {
                    throw new BusinessException("shared.field-not-whole", column);
                }
                long whole = Long.parseLong(cell);
                if (whole < least || whole > most) {
                    throw new BusinessException("shared.field-range", column, least, most);
                }
                return whole;
            });
        }

        /** Written year-month-day. */
        public Optional<LocalDate> findDay(String column) {
            return find(column).map(cell -> {
                try {
                    return LocalDate.parse(cell);
                } catch (DateTimeParseException other) {
                    throw new BusinessException("shared.day", column, cell);
                }
            });
        }

        public Optional<Money> findMoney(String column, String currency) {
            return find(column).map(cell -> Money.read(column, cell, currency));
        }

        public <E extends Enum<E>> Optional<E> findOne(String column, Class<E> type) {
            return find(column).map(cell -> Arrays.stream(type.getEnumConstants()).filter(member -> member.name().equalsIgnoreCase(cell)).findFirst()
                    .orElseThrow(() -> new BusinessException("shared.field-unknown-value", column, cell)));
        }
    }

    /** About as many lines a file, or a piece of it, has. */
    public static int lineEnds(byte[] content) {
        int ends = 0;
        for (byte each : content) {
            ends += each == '\n' ? 1 : 0;
        }
        return ends;
    }

    /** @param each is given every line that is whole; what it refuses is noted with the line, and the reading goes on */
    public static Outcome read(InputStream file, Heading heading, int mostLines, Consumer<Row> each) {
        return read(file, StandardCharsets.UTF_8, heading, mostLines, each, wrong -> {
        });
    }

    /** @param wrong is told of everything that is wrong as it is found, also beyond {@link #MOST_SHOWN}; of a line after whatever the lines above it gave */
    public static Outcome read(InputStream file, Charset encoding, Heading heading, int mostLines, Consumer<Row> each, Consumer<Wrong> wrong) {
        return new Reading(new StrictReader(file, encoding, LARGEST), heading, mostLines, each, wrong).read();
    }

    /** The same of a text that was pasted. */
    public static Outcome read(String text, Heading heading, int mostLines, Consumer<Row> each) {
        return new Reading(new StringReader(text), heading, mostLines, each, wrong -> {
        }).read();
    }

    private static final class Reading {
        private final Reader source;
        private final Heading heading;
        private final int mostLines;
        private final Consumer<Row> each;
        private final Consumer<Wrong> told;
        private final List<Wrong> wrong = new ArrayList<>();
        private int wrongInAll;
        private int lines;
        private boolean whole = true;

        Reading(Reader source, Heading heading, int mostLines, Consumer<Row> each, Consumer<Wrong> told) {
            this.source = source;
            this.heading = heading;
            this.mostLines = mostLines;
            this.each = each;
            this.told = told;
        }

        Outcome read() {
            try (BufferedReader text = new BufferedReader(source)) {
                CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(false).setTrailingData(false).setLenientEof(false).get();
                try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
                    rows(parser);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            badBytes();
            return new Outcome(lines, wrong.stream().sorted(Comparator.comparingInt(Wrong::line)).limit(MOST_SHOWN).toList(), wrongInAll, whole);
        }

        /** Passes over a byte order mark, and looks at the first line without taking it. */
        private static String separator(BufferedReader text) throws IOException {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            text.mark(HEADING_LENGTH);
            String separator = ",";
            for (int count = 1, letter = text.read(); count < HEADING_LENGTH && letter >= 0 && letter != '\n' && letter != '\r'; count++, letter = text.read()) {
                if (letter == ';' || letter == '\t') {
                    separator = Character.toString(letter);
                }
            }
            text.reset();
            return separator;
        }

        private void rows(CSVParser parser) {
            Map<String, Integer> columns = null;
            List<String> names = List.of();
            int line = 1;
            try {
                for (var records = parser.iterator(); records.hasNext(); line = (int) parser.getCurrentLineNumber() + 1) {
                    CSVRecord cells = records.next();
                    if (columns == null) {
                        names = blank(cells) ? List.of() : cells.stream().map(String::strip).toList();
                        columns = columns(names);
                        if (wrongInAll > 0) {
                            whole = false;
                            return;
                        }
                    } else if (!blank(cells)) {
                        if (++lines > mostLines) {
                            refuse(line, new BusinessException("shared.csv-too-many", mostLines));
                            return;
                        }
                        row(line, (int) parser.getCurrentLineNumber(), names, columns, cells);
                    }
                }
            } catch (UncheckedIOException broken) {
                quoting(line, parser, broken);
            }
            if (columns == null && wrongInAll == 0) {
                columns(List.of());
                whole = false;
            }
        }

        private static boolean blank(CSVRecord cells) {
            return cells.size() == 1 && cells.get(0).isBlank();
        }

        private Map<String, Integer> columns(List<String> names) {
            Map<String, Integer> columns = new HashMap<>();
            for (int at = 0; at < names.size(); at++) {
                String name = names.get(at);
                if (!heading.knows(name)) {
                    note(1, name, new BusinessException("shared.field-unknown", ShownText.line(name, 60)));
                } else if (columns.put(name, at) != null) {
                    note(1, name, new BusinessException("shared.field-twice", name));
                }
            }
            heading.required().stream().filter(name -> !columns.containsKey(name)).sorted().forEach(name -> note(1, name, new BusinessException("shared.field-missing", name)));
            return columns;
        }

        private void row(int line, int last, List<String> names, Map<String, Integer> columns, CSVRecord cells) {
            try {
                if (source instanceof StrictReader bytes && bytes.told(line, last)) {
                    throw new BusinessException("shared.csv-bytes", names.stream().filter(name -> columns.get(name) < cells.size() && cells.get(columns.get(name)).indexOf(NO_CHARACTER) >= 0).findFirst().orElse(""));
                }
                if (cells.size() != names.size()) {
                    throw new BusinessException("shared.csv-cells", names.size(), cells.size());
                }
                for (int at = 0; at < names.size(); at++) {
                    if (cells.get(at).length() > LONGEST_CELL) {
                        throw new BusinessException("shared.field-too-long", names.get(at), LONGEST_CELL);
                    }
                    if (heading.required().contains(names.get(at)) && cells.get(at).isBlank()) {
                        throw new BusinessException("shared.field-missing", names.get(at));
                    }
                }
                each.accept(new Row(line, columns, cells));
            } catch (WrongFieldsException refused) {
                refused.wrong().forEach(one -> note(line, heading.knows(one.field()) ? one.field() : null, new BusinessException(one.code(), one.arguments().toArray())));
            } catch (BusinessException refused) {
                note(line, column(refused), refused);
            }
        }

        /** By convention the first argument of a refusal is the field it is about. */
        private String column(BusinessException refused) {
            return Stream.concat(heading.required().stream(), heading.optional().stream()).filter(name -> !refused.arguments().isEmpty() && name.equals(refused.arguments().get(0))).findFirst().orElse(null);
        }

        private void quoting(int line, CSVParser parser, UncheckedIOException broken) {
            whole = false;
            if (broken.getCause() instanceof StrictReader.TooLarge) {
                refuse(line, new BusinessException("shared.csv-too-large", LARGEST / 1024 / 1024));
            } else if (broken.getMessage().contains("EOF")) {
                note(line, null, new BusinessException("shared.csv-quote-open"));
            } else {
                note((int) parser.getCurrentLineNumber(), null, new BusinessException("shared.csv-quote"));
            }
        }

        /** Those that no line was made of: in the heading, or below where the reading ended. */
        private void badBytes() {
            if (source instanceof StrictReader bytes) {
                bytes.badLines().forEach(line -> note(line, null, new BusinessException("shared.csv-bytes")));
            }
        }

        /** The whole file: what else is wrong with it no longer matters. */
        private void refuse(int line, BusinessException why) {
            whole = false;
            wrong.clear();
            wrongInAll = 0;
            note(line, null, why);
        }

        private void note(int line, String column, BusinessException why) {
            Wrong one = new Wrong(line, column, why);
            wrongInAll++;
            if (wrong.size() < 2 * MOST_SHOWN) {
                wrong.add(one);
            }
            told.accept(one);
        }
    }
}
