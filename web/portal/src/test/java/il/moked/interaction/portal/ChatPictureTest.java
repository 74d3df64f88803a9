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
        return new ChatPicture(List.of(), standing, Optional.empty(), Optional.ofNullable(place), Optional.empty()).standingJson();
    }

    @Test
    void beforeTheFirstLineItIsNew() {
        assertThat(standing(new Standing(1, null, false, false, null, false, 0), null).toString()).isEqualTo("{\"state\":\"new\"}");
    }

    @Test
    void aWaitIsToldInWholeMinutesRoundedUp() {
        assertThat(standing(new Standing(1, 2L, false, false, null, false, 0), new Place(3, Duration.ofSeconds(61))).toString()).isEqualTo("{\"state\":\"waiting\",\"place\":3,\"atLeast\":false,\"minutes\":2,\"callable\":true}");
    }

    @Test
    void aWaitThatCannotBeEstimatedIsNotInvented() {
        assertThat(standing(new Standing(1, 2L, false, false, null, false, 0), new Place(3, null)).containsKey("minutes")).isFalse();
    }

    @Test
    void whereNoPlacesAreToldHeMayStillAskForACall() {
        assertThat(standing(new Standing(1, 2L, false, false, null, false, 0), new Place(0, null)).toString()).isEqualTo("{\"state\":\"waiting\",\"callable\":true}");
    }

    @Test
    void aLineThatWasNotCountedToItsEndSaysSo() {
        assertThat(standing(new Standing(1, 2L, false, false, null, false, 0), new Place(WorkItems.COUNT_LIMIT + 1, null)).getBoolean("atLeast")).isTrue();
        assertThat(standing(new Standing(1, 2L, false, false, null, false, 0), new Place(WorkItems.COUNT_LIMIT, null)).getBoolean("atLeast")).isFalse();
    }

    @Test
    void whoServesIsNamedAndTheEndIsTheEnd() {
        assertThat(standing(new Standing(1, 2L, false, true, "דנה", false, 0), null).toString()).isEqualTo("{\"state\":\"served\",\"agent\":\"דנה\"}");
        assertThat(standing(new Standing(1, 2L, true, true, "דנה", false, 0), null).getString("state")).isEqualTo("closed");
    }

    @Test
    void aVisitorNeverLearnsNumbersOfTheDatabase() {
        ChatPicture picture = new ChatPicture(List.of(new Line(1, "abc", true, "רות", "שלום", AT, List.of()), new Line(2, null, false, "דנה", "היי", AT, List.of())), new Standing(4711, 815L, false, true, "דנה", false, 0), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(picture.json().toString()).doesNotContain("4711").doesNotContain("815");
        assertThat(picture.json().getJsonArray("lines").getJsonObject(0).getString("id")).isEqualTo("abc");
        assertThat(picture.json().getJsonArray("lines").getJsonObject(1).containsKey("id")).isFalse();
        assertThat(picture.last(0)).isEqualTo(2);
    }

    @Test
    void aWindowHearsOfItsConversationOnceThereIsOne() {
        assertThat(new ChatPicture(List.of(), new Standing(7, null, false, false, null, false, 0), Optional.empty(), Optional.empty(), Optional.empty()).topics()).containsExactly("chat:7");
        assertThat(new ChatPicture(List.of(), new Standing(7, 12L, false, false, null, false, 0), Optional.empty(), Optional.empty(), Optional.empty()).topics()).containsExactly("chat:7", "interaction:12");
    }

    @Test
    void whoWillBeCalledSeesWhereAndWhen() {
        JsonObject now = new ChatPicture(List.of(), new Standing(1, 2L, false, false, null, false, 0), Optional.empty(), Optional.of(new Place(3, null)), Optional.of(new Promised("052-345-6789", null))).standingJson();
        assertThat(now.getJsonObject("callback").toString()).isEqualTo("{\"number\":\"052-345-6789\"}");
        JsonObject later = new ChatPicture(List.of(), new Standing(1, 2L, false, false, null, false, 0), Optional.empty(), Optional.empty(), Optional.of(new Promised("052-345-6789", AT))).standingJson();
        assertThat(later.getJsonObject("callback").getString("from")).isEqualTo(AT.toString());
    }

    @Test
    void whatTheOtherDoesIsTold() {
        JsonObject served = standing(new Standing(1, 2L, false, true, "דנה", true, 3), null);
        assertThat(served.getBoolean("writing")).isTrue();
        assertThat(served.getInt("readTo")).isEqualTo(3);
    }

    @Test
    void choicesAreButtonsOfTheOneWhoIsAsked() {
        Line asked = new Line(4, null, false, "דנה", "מתי?\n☐ היום\n☐ מחר", AT, List.of());
        JsonObject line = new ChatPicture(List.of(asked), new Standing(1, 2L, false, true, "דנה", false, 0), Optional.empty(), Optional.empty(), Optional.empty()).json().getJsonArray("lines").getJsonObject(0);
        assertThat(line.getJsonObject("choices").toString()).isEqualTo("{\"question\":\"מתי?\",\"id\":\"choice-4\",\"options\":[\"היום\",\"מחר\"]}");
        assertThat(new Line(4, "x", true, "רות", asked.text(), AT, List.of()).choices()).isEmpty();
    }
}
