// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.demo.ejb.DemoExchange;
import il.moked.interaction.Call.EndedBy;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.interaction.ejb.Exchanging.Result;
import il.moked.lab.portal.Handset.Key;
import il.moked.lab.portal.Handset.Picture;
import il.moked.lab.portal.PlayedCall.Phase;
import il.moked.shared.BusinessException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlayedExchangeTest {
    private static final Key FIRST = new Key("0123456789abcdef", "a@example.co.il");
    private static final Key SECOND = new Key("fedcba9876543210", "a@example.co.il");
    private static final String NUMBER = "+972502345678";

    private final PlayedExchange exchange = new PlayedExchange();
    private final Port port = new Port();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private int begun;

    /** The organisation on the other side. */
    private static final class Port extends DemoExchange {
        private final List<CallEvent> told = new ArrayList<>();
        private final List<Asked> asked = new ArrayList<>();
        private final List<String> settled = new ArrayList<>();
        private Set<String> numbers = Set.of();
        private RuntimeException trouble;

        @Override
        public ServiceNumber serviceNumber() {
            return new ServiceNumber("*2700", "he", Map.of("1", "fault", "0", "callback"));
        }

        @Override
        public void tell(CallEvent event) {
            inTrouble();
            told.add(event);
        }

        @Override
        public List<Asked> fetch(Set<String> calls, Set<String> ofNumbers) {
            inTrouble();
            numbers = ofNumbers;
            return asked.stream().filter(command -> command.kind() == Kind.CALL_OUT ? ofNumbers.contains(command.target()) : calls.contains(command.call())).toList();
        }

        @Override
        public List<Asked> fetchGuided(Set<String> calls, Set<String> ofNumbers) {
            return List.of();
        }

        @Override
        public void settled(long commandId, Result result, String why) {
            inTrouble();
            settled.add(commandId + " " + result);
            asked.removeIf(command -> command.id() == commandId);
        }

        private void inTrouble() {
            if (trouble != null) {
                throw trouble;
            }
        }

        private Type last() {
            return told.get(told.size() - 1).type();
        }
    }

    @BeforeEach
    void connect() {
        exchange.port = port;
        exchange.rounds = new ExchangeRounds() {
            @Override
            void begin(BooleanSupplier round) {
                begun++;
            }
        };
        exchange.clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private void later(Duration by) {
        now = now.plus(by);
    }

    private void waits(Key key) {
        exchange.dial(key, NUMBER, NUMBER);
        for (char pressed : "1#1".toCharArray()) {
            exchange.press(key, NUMBER, pressed);
        }
    }

    private String call() {
        return port.told.get(port.told.size() - 1).call();
    }

    private void asks(long id, Kind kind, String call, String target) {
        port.asked.add(new Asked(id, "phone", Map.of(), kind, call, target, "201", kind == Kind.ANNOUNCE ? "Next." : null, "he", now.plusSeconds(60)));
    }

    private Phase phase(Key key) {
        return exchange.look(key, NUMBER).phase();
    }

    @Test
    void whatIsAskedIsDoneAndSaidToBeDone() {
        waits(FIRST);
        assertThat(phase(FIRST)).isEqualTo(Phase.WAITING);
        asks(1, Kind.ROUTE, call(), "201");
        asks(2, Kind.ROUTE, "somebody else's", "202");
        exchange.round();
        assertThat(phase(FIRST)).isEqualTo(Phase.TALKING);
        assertThat(port.settled).containsExactly("1 DONE");
        assertThat(port.last()).isEqualTo(Type.ANSWERED);
        asks(3, Kind.ROUTE, call(), "201");
        exchange.round();
        assertThat(port.settled).containsExactly("1 DONE", "3 FAILED");
    }

    @Test
    void severalTelephonesOfOneCustomerAreApart() {
        waits(FIRST);
        exchange.dial(SECOND, NUMBER, null);
        exchange.hangUp(SECOND, NUMBER);
        assertThat(phase(FIRST)).isEqualTo(Phase.WAITING);
        assertThat(phase(SECOND)).isEqualTo(Phase.ENDED);
        assertThat(exchange.look(SECOND, NUMBER).lines()).hasSize(2);
        exchange.dial(FIRST, NUMBER, NUMBER);
        assertThat(phase(FIRST)).as("he is in a call already").isEqualTo(Phase.WAITING);
    }

    @Test
    void aCallOutRingsOnTheFreeTelephoneThatWasLookedAtLast() {
        waits(FIRST);
        asks(1, Kind.CALL_OUT, null, NUMBER);
        exchange.round();
        assertThat(port.settled).as("busy").containsExactly("1 FAILED");
        later(Duration.ofSeconds(5));
        exchange.look(SECOND, NUMBER);
        asks(2, Kind.CALL_OUT, null, NUMBER);
        exchange.round();
        assertThat(phase(SECOND)).isEqualTo(Phase.RINGING);
        exchange.pickUp(SECOND, NUMBER);
        assertThat(phase(SECOND)).isEqualTo(Phase.TALKING);
        assertThat(port.told.get(port.told.size() - 1).command()).isEqualTo(2);
    }

    @Test
    void heIsAlsoCalledAtTheOtherNumberHeDialledFrom() {
        exchange.dial(FIRST, NUMBER, "+97235550100");
        exchange.hangUp(FIRST, NUMBER);
        exchange.round();
        assertThat(port.numbers).containsExactlyInAnyOrder(NUMBER, "+97235550100");
        later(PlayedExchange.REACHABLE.plusSeconds(1));
        exchange.round();
        assertThat(port.numbers).as("nobody is at the telephone").isEmpty();
    }

    @Test
    void whatDoesNotGetThroughIsToldLaterInItsOrder() {
        port.trouble = new IllegalStateException("database away");
        waits(FIRST);
        assertThat(exchange.look(FIRST, NUMBER).silent()).isTrue();
        assertThat(port.told).isEmpty();
        exchange.round();
        port.trouble = null;
        exchange.round();
        assertThat(port.told).extracting(CallEvent::type).containsExactly(Type.OFFERED, Type.MENU, Type.MENU, Type.QUEUED);
        assertThat(exchange.look(FIRST, NUMBER).silent()).isFalse();
    }

    @Test
    void whatIsDoneAndCouldNotBeSaidIsNotDoneAgain() {
        waits(FIRST);
        asks(1, Kind.ANNOUNCE, call(), null);
        exchange.round();
        asks(1, Kind.ANNOUNCE, call(), null);
        exchange.round();
        assertThat(exchange.look(FIRST, NUMBER).lines().stream().filter(line -> line.what() == CallLog.What.TOLD)).hasSize(1);
    }

    @Test
    void whatIsRefusedIsRefusedForGoodAndShown() {
        port.trouble = new BusinessException("channel.closed");
        Picture picture = exchange.dial(FIRST, NUMBER, NUMBER);
        assertThat(picture.silent()).isTrue();
        port.trouble = null;
        exchange.round();
        assertThat(port.told).isEmpty();
    }

    @Test
    void aTelephoneThatIsLeftAloneIsPutAwayAndItsCallEnds() {
        waits(FIRST);
        assertThat(begun).isEqualTo(1);
        later(PlayedExchange.LEFT_ALONE.minusSeconds(1));
        assertThat(exchange.round()).isTrue();
        later(Duration.ofSeconds(2));
        assertThat(exchange.round()).as("nothing is left to do").isFalse();
        assertThat(port.last()).isEqualTo(Type.ENDED);
        assertThat(port.told.get(port.told.size() - 1).by()).isEqualTo(EndedBy.EXCHANGE);
        assertThat(phase(FIRST)).isNull();
        assertThat(begun).isEqualTo(2);
    }

    @Test
    void thereAreOnlySoManyTelephones() {
        waits(FIRST);
        for (int index = 0; index < PlayedExchange.MOST_HANDSETS; index++) {
            later(Duration.ofMillis(1));
            exchange.look(new Key("%016x".formatted(index), "b@example.co.il"), null);
        }
        exchange.round();
        assertThat(port.last()).as("the oldest was put away").isEqualTo(Type.ENDED);
    }

    @Test
    void aWindowMustHaveAName() {
        assertThatThrownBy(() -> new Key("../x", "a@example.co.il")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everythingThatHappensHasItsWords() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("he"))) {
            ResourceBundle texts = ResourceBundle.getBundle("il.moked.lab.portal.lab", locale);
            for (CallLog.What what : CallLog.What.values()) {
                assertThat(texts.containsKey(LabCallView.key(what))).as(what.name()).isTrue();
            }
            for (String phase : List.of("idle", "menu", "waiting", "ringing", "talking", "held", "outside", "ended")) {
                assertThat(texts.containsKey("call.phase." + phase)).as(phase).isTrue();
            }
        }
    }
}
