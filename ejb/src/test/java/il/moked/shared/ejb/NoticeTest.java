// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {
    @Test
    void whatIsWrittenIsRead() {
        List<Notice> notices = List.of(new Notice("ReplyWritten", 5L, List.of("interaction:5", "chat:9")), new Notice("PresenceChanged", null, List.of("agent:3")));
        assertThat(Notice.read(Notice.write(notices))).isEqualTo(notices);
    }

    @Test
    void onlyWhatMayConcernACustomerGoesOutside() {
        assertThat(new Notice("WorkOffered", 5L, List.of("agent:3", "team:1")).forCustomers()).isFalse();
        assertThat(new Notice("ReplyWritten", 5L, List.of("agent:3", "chat:9")).forCustomers()).isTrue();
    }

    @Test
    void somethingElseIsNoNotice() {
        assertThatThrownBy(() -> Notice.read("{")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Notice.read("[7]")).isInstanceOf(ClassCastException.class);
    }
}
