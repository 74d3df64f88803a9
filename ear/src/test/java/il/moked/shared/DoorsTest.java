// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The matrix of the portal, callers × addresses × what is reached: no address without a word beside it. It is written to {@code target/doors.md}. */
class DoorsTest {
    private static final List<String> CALLERS = List.of("ANYBODY", "CUSTOMER", "COMPANY", "HOLDER", "SESSION", "PROVIDER", "DEMO");

    @Test
    void everyAddressSaysWhoMayPass() throws IOException {
        List<OpenDoor> doors = PortalDoors.all();
        assertThat(doors).hasSizeGreaterThan(25);
        Map<String, String> silent = doors.stream().filter(door -> door.to().isEmpty()).collect(Collectors.toMap(OpenDoor::toString,
                door -> "add @Door(to = Door.Caller.…, reaches = ….class) beside it: who is let in, and the entities of which he sees his own only", (one, same) -> one, TreeMap::new));
        assertThat(silent).as("addresses of the portal that do not say who may pass").isEmpty();
        assertThat(doors).as("servlets without @WebServlet, resources of no application").noneMatch(door -> door.path().contains("?"));
        Files.writeString(Path.of("target/doors.md"), matrix(doors));
    }

    /** Behind a door of a signed-in person, a company, or a session there is something of his: it must be said what. */
    @Test
    void whatIsSomebodysOwnIsNamed() {
        Set<String> nameless = PortalDoors.all().stream().filter(door -> door.reaches().isEmpty() && (door.opensTo("CUSTOMER") || door.opensTo("COMPANY") || door.opensTo("HOLDER") || door.opensTo("SESSION")) && !door.opensTo("ANYBODY"))
                .map(OpenDoor::toString).collect(Collectors.toCollection(TreeSet::new));
        assertThat(nameless).as("doors that are not open to everybody and do not say what is reached: add reaches = ….class to their @Door").isEmpty();
    }

    @Test
    void aDoorIsReadAsItWasWritten() {
        assertThat(PortalDoors.all()).allSatisfy(door -> assertThat(OpenDoor.read(door.written())).isEqualTo(door));
    }

    private static String matrix(List<OpenDoor> doors) {
        StringBuilder text = new StringBuilder("| address | how |" + CALLERS.stream().map(caller -> " " + caller + " |").collect(Collectors.joining()) + " reaches |\n|---|---|" + "---|".repeat(CALLERS.size() + 1) + "\n");
        doors.forEach(door -> text.append("| ").append(door.path()).append(" | ").append(String.join(" ", door.methods())).append(" |")
                .append(CALLERS.stream().map(caller -> door.opensTo(caller) ? " ✓ |" : " |").collect(Collectors.joining())).append(' ')
                .append(door.reaches().stream().map(name -> name.substring(name.lastIndexOf('.') + 1)).collect(Collectors.joining(", "))).append(" |\n"));
        return text.toString();
    }
}
