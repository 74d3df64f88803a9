// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.access.Team;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.Calendars;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Interactions;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The account's own calendar comes before the queue's, and that before the organisation's. */
class CalendarInForceTest {
    private static final long ACCOUNT = 7;
    private static final WorkItem ITEM = new WorkItem() {
    };

    private final ChannelAccount account = new ChannelAccount("form", Channel.FORM, "טופס", "Form", null, "he", 1);
    private final WorkQueue queue = new WorkQueue("service", "שירות", "Service", new Team("service", "שירות", "Service") {
        @Override
        public Long id() {
            return 1L;
        }
    });
    private List<String> asked;
    private final OpeningHours hours = hours();

    private OpeningHours hours() {
        OpeningHours made = new OpeningHours();
        made.calendars = new Calendars() {
            @Override
            public BusinessCalendar first(String... codes) {
                asked = Arrays.stream(codes).filter(Objects::nonNull).toList();
                return Calendars.israeli();
            }
        };
        made.accounts = new ChannelAccounts() {
            @Override
            public ChannelAccount get(long id) {
                assertThat(id).isEqualTo(ACCOUNT);
                return account;
            }
        };
        made.workItems = new WorkItems() {
            @Override
            public WorkQueue queue(long id) {
                return queue;
            }
        };
        made.interactions = new Interactions() {
            @Override
            public long accountOf(long id) {
                return ACCOUNT;
            }
        };
        return made;
    }

    private List<String> codes() {
        hours.of(ITEM);
        return asked;
    }

    @Test
    void theMostParticularOneNamedHolds() {
        assertThat(codes()).as("the organisation's").isEmpty();
        queue.openBy("night");
        assertThat(codes()).containsExactly("night");
        account.openBy("branch");
        assertThat(codes()).containsExactly("branch", "night");
    }
}
