// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.ejb.ChatSessions.Line;
import il.moked.interaction.ejb.ChatSessions.Standing;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Waiting.Place;
import il.moked.routing.ejb.Waiting.Promised;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatPictureTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private static JsonObject standing(Standing standing, Place place) {
        return new ChatPicture(List.of(), standing, Optional.ofNullable(place), Optional.empty()).standingJson();
    }

    @Test
    void beforeTheFirstLineItIsNew() {
        assertThat(standing(new Standing(1, null, false, false, null), null).toString()).isEqualTo("{\"state\":\"new\"}");
    }

    @Test
    void aWaitIsToldInWholeMinutesRoundedUp() {
        assertThat(standing(new Standing(1, 2L, false, false, null), new Place(3, Duration.ofSeconds(61))).toString()).isEqualTo("{\"state\":\"waiting\",\"place\":3,\"atLeast\":false,\"minutes\":2,\"callable\":true}");
    }

    @Test
    void aWaitThatCannotBeEstimatedIsNotInvented() {
        assertThat(standing(new Standing(1, 2L, false, false, null), new Place(3, null)).containsKey("minutes")).isFalse();
    }

    @Test
    void whereNoPlacesAreToldHeMayStillAskForACall() {
        assertThat(standing(new Standing(1, 2L, false, false, null), new Place(0, null)).toString()).isEqualTo("{\"state\":\"waiting\",\"callable\":true}");
    }

    @Test
    void aLineThatWasNotCountedToItsEndSaysSo() {
        assertThat(standing(new Standing(1, 2L, false, false, null), new Place(WorkItems.COUNT_LIMIT + 1, null)).getBoolean("atLeast")).isTrue();
        assertThat(standing(new Standing(1, 2L, false, false, null), new Place(WorkItems.COUNT_LIMIT, null)).getBoolean("atLeast")).isFalse();
    }

    @Test
    void whoServesIsNamedAndTheEndIsTheEnd() {
        assertThat(standing(new Standing(1, 2L, false, true, "דנה"), null).toString()).isEqualTo("{\"state\":\"served\",\"agent\":\"דנה\"}");
        assertThat(standing(new Standing(1, 2L, true, true, "דנה"), null).getString("state")).isEqualTo("closed");
    }

    @Test
    void aVisitorNeverLearnsNumbersOfTheDatabase() {
        ChatPicture picture = new ChatPicture(List.of(new Line(1, "abc", true, "רות", "שלום", AT), new Line(2, null, false, "דנה", "היי", AT)), new Standing(4711, 815L, false, true, "דנה"), Optional.empty(), Optional.empty());
        assertThat(picture.json().toString()).doesNotContain("4711").doesNotContain("815");
        assertThat(picture.json().getJsonArray("lines").getJsonObject(0).getString("id")).isEqualTo("abc");
        assertThat(picture.json().getJsonArray("lines").getJsonObject(1).containsKey("id")).isFalse();
        assertThat(picture.last(0)).isEqualTo(2);
    }

    @Test
    void aWindowHearsOfItsConversationOnceThereIsOne() {
        assertThat(new ChatPicture(List.of(), new Standing(7, null, false, false, null), Optional.empty(), Optional.empty()).topics()).containsExactly("chat:7");
        assertThat(new ChatPicture(List.of(), new Standing(7, 12L, false, false, null), Optional.empty(), Optional.empty()).topics()).containsExactly("chat:7", "interaction:12");
    }

    @Test
    void whoWillBeCalledSeesWhereAndWhen() {
        JsonObject now = new ChatPicture(List.of(), new Standing(1, 2L, false, false, null), Optional.of(new Place(3, null)), Optional.of(new Promised("052-345-6789", null))).standingJson();
        assertThat(now.getJsonObject("callback").toString()).isEqualTo("{\"number\":\"052-345-6789\"}");
        JsonObject later = new ChatPicture(List.of(), new Standing(1, 2L, false, false, null), Optional.empty(), Optional.of(new Promised("052-345-6789", AT))).standingJson();
        assertThat(later.getJsonObject("callback").getString("from")).isEqualTo(AT.toString());
    }
}
