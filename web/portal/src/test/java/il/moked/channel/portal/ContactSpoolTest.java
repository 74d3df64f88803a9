// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.channel.ejb.Reception.Thing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSpoolTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private ContactSpool spool() {
        ContactSpool spool = new ContactSpool();
        spool.configured = Optional.of(folder.resolve("contacts").toString());
        spool.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return spool;
    }

    private static Thing thing(String id) {
        return new Thing("form", id, "noa@example.co.il", "שלום".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsKeptOutlivesTheServerAndIsTheSame() {
        assertThat(spool().keep(thing("0123456789"))).isTrue();
        ContactSpool after = spool();
        assertThat(after.holds("0123456789")).isTrue();
        assertThat(after.waiting()).containsExactly("0123456789");
        ContactSpool.Kept kept = after.read("0123456789").orElseThrow();
        assertThat(kept.at()).isEqualTo(NOW);
        assertThat(kept.thing().account()).isEqualTo("form");
        assertThat(kept.thing().sender()).isEqualTo("noa@example.co.il");
        assertThat(new String(kept.thing().raw(), StandardCharsets.UTF_8)).isEqualTo("שלום");
        after.taken("0123456789");
        assertThat(after.waiting()).isEmpty();
        assertThat(after.holds("0123456789")).isFalse();
    }

    @Test
    void theSameOneIsKeptOnce() {
        assertThat(spool().keep(thing("A"))).isTrue();
        assertThat(spool().keep(thing("A"))).isFalse();
        assertThat(spool().waiting()).containsExactly("A");
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        spool().keep(thing("A"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("contacts"))).containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
        try (Stream<Path> files = Files.list(folder.resolve("contacts"))) {
            assertThat(files.toList()).hasSize(1).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
    }

    @Test
    void whatIsDamagedIsPutAsideForAPerson() throws Exception {
        spool().keep(thing("A"));
        Files.writeString(folder.resolve("contacts").resolve("A.contact"), "{\"account\":");
        assertThat(spool().read("A")).isEmpty();
        assertThat(spool().waiting()).isEmpty();
        assertThat(folder.resolve("contacts").resolve("A.refused")).exists();
    }

    @Test
    void anIdIsNoWayOutOfTheFolder() {
        assertThat(spool().holds("../A")).isFalse();
        assertThatThrownBy(() -> spool().keep(thing("../A"))).isInstanceOf(IllegalArgumentException.class);
    }
}
