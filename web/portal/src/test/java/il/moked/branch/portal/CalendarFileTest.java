// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final Instant TEN = Instant.parse("2026-05-21T07:00:00Z");

    private static String written(boolean cancelled) {
        return new CalendarFile("7K2M9PQ4XZ@moked", 1, cancelled, TEN, TEN.plusSeconds(900), "רכישה והצטרפות · סניף דיזנגוף", "סניף דיזנגוף, דיזנגוף 99, תל אביב; קומה 2", "קוד: 7K2M9PQ4XZ\nלהביא תעודה", TEN.minusSeconds(3600)).written();
    }

    @Test
    void isOneEventAtItsHourThatCanBeChangedLater() {
        assertThat(written(false)).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n").contains("DTSTART:20260521T070000Z\r\n", "DTEND:20260521T071500Z\r\n", "UID:7K2M9PQ4XZ@moked\r\n", "SEQUENCE:1\r\n", "STATUS:CONFIRMED\r\n", "BEGIN:VALARM\r\n");
        assertThat(written(true)).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n").doesNotContain("VALARM");
    }

    @Test
    void signsThatMeanSomethingAreEscapedAndNoLineIsTooLong() {
        String file = written(false);
        String whole = file.replace("\r\n ", "");
        assertThat(whole).contains("LOCATION:סניף דיזנגוף\\, דיזנגוף 99\\, תל אביב\\; קומה 2", "DESCRIPTION:קוד: 7K2M9PQ4XZ\\nלהביא תעודה");
        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }
}
