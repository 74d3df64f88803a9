// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Addresses of the design system's files. They carry a fingerprint of the content, so that {@link LongCache} may let
 * browsers keep them for a year and a new release is still seen at once.
 */
@Named
@ApplicationScoped
public class Look {

    private static final List<String> FILES = List.of(
            "css/tokens.css", "css/base.css", "css/components.css", "css/primefaces.css", "css/shell.css",
            "css/desk.css", "css/card.css", "css/customer.css", "css/promise.css", "css/public.css", "js/moked.js", "images/icons.svg", "images/favicon.svg");

    @Inject
    ServletContext context;

    private String root;
    private String suffix;

    @PostConstruct
    void fingerprint() {
        root = context.getContextPath() + "/moked/";
        suffix = "?v=" + Long.toHexString(checksum());
    }

    /** @return address of a file of the design system, for example {@code css/desk.css} */
    public String file(String name) {
        return root + name + suffix;
    }

    /** @return address of one sign of the sprite, for {@code <use href>} */
    public String icon(String name) {
        return root + "images/icons.svg" + suffix + "#" + name;
    }

    static long checksum() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream content = Look.class.getResourceAsStream("/META-INF/resources/moked/" + file)) {
                if (content == null) {
                    throw new IllegalStateException("missing " + file);
                }
                sum.update(content.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return sum.getValue();
    }
}
