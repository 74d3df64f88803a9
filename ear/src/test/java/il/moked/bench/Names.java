// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * First names and surnames to draw from, Hebrew and Latin. Real lists are read from {@code -Dmoked.bench.names=<directory>}
 * ({@code hebrew_first_names.txt}, {@code hebrew_last_names.txt}, {@code latin_first_names.txt}, {@code latin_last_names.txt}, one name a line);
 * what is not there is made of the few names of the {@link Corpus}.
 */
record Names(List<String> hebrewFirst, List<String> hebrewLast, List<String> latinFirst, List<String> latinLast) {
    static Names read() throws IOException {
        String directory = System.getProperty("moked.bench.names");
        return new Names(list(directory, "hebrew_first_names.txt", Corpus.hebrew(true)), list(directory, "hebrew_last_names.txt", Corpus.hebrew(false)), list(directory, "latin_first_names.txt", Corpus.LATIN_FIRST),
                list(directory, "latin_last_names.txt", Corpus.LATIN_LAST));
    }

    private static List<String> list(String directory, String file, List<String> otherwise) throws IOException {
        Path path = directory == null ? null : Path.of(directory, file);
        return path != null && Files.exists(path) ? Files.readAllLines(path).stream().map(String::strip).filter(name -> !name.isEmpty() && name.length() <= 60).toList() : otherwise;
    }
}
