// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where letters are put by the scanner and taken by the print service. */
@ApplicationScoped
public class PaperFolders {
    /** Setting: where the scanner puts files. */
    public static final String SCANS = "folder";
    /** Setting: where letters that leave are put. */
    public static final String LETTERS = "out";

    /** Folders that an account names without a leading slash are in here. The server's data directory when absent. */
    @Inject
    @ConfigProperty(name = "moked.post.directory")
    Optional<String> directory;

    /** @return empty when the account has none: it only sends */
    public Optional<Path> scans(Map<String, String> settings) {
        return of(settings.get(SCANS));
    }

    /** @return empty when the account has none: it only receives */
    public Optional<Path> letters(Map<String, String> settings) {
        return of(settings.get(LETTERS));
    }

    private Optional<Path> of(String setting) {
        Path base = Path.of(directory.orElseGet(() -> System.getProperty("jboss.server.data.dir", ".") + "/post"));
        return Optional.ofNullable(setting).filter(named -> !named.isBlank()).map(base::resolve);
    }
}
