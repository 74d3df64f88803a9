// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of the desk's own scripts and style sheets, with a fingerprint of their content, so that browsers may keep them. */
@Named
@ApplicationScoped
public class Scripts {
    @Inject
    ServletContext context;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    @PostConstruct
    void ready() {
        known.clear();
    }

    public String file(String name) {
        return known.computeIfAbsent(name, this::address);
    }

    private String address(String name) {
        CRC32 sum = new CRC32();
        try (InputStream content = context.getResourceAsStream("/js/" + name)) {
            sum.update(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return context.getContextPath() + "/js/" + name + "?v=" + Long.toHexString(sum.getValue());
    }
}
