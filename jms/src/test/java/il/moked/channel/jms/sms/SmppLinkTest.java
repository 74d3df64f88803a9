// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.channel.SmsArrival;
import il.moked.channel.SmsPart;
import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.Dispatch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmppLinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RECEIPT = 0x04;
    private static final int HEADED = 0x40;
    private static final int UNICODE = 8;

    private final SmsCentre centre = new SmsCentre();
    private final Counter counter = new Counter();
    private SmppLink link;
    private Thread thread;

    /** Where what arrives is handed in; remembers ids as the inbox does. */
    private static final class Counter implements SmppLink.Door {
        private final List<SmsArrival.Message> messages = new CopyOnWriteArrayList<>();
        private final List<SmsArrival.Report> reports = new CopyOnWriteArrayList<>();
        private final List<SmsPart> parts = new CopyOnWriteArrayList<>();
        private volatile boolean broken;

        @Override
        public void message(SmsArrival.Message message, List<String> knownAs) {
            refuseWhenBroken();
            if (messages.stream().noneMatch(known -> knownAs.contains(known.id()))) {
                messages.add(message);
            }
        }

        @Override
        public void part(SmsPart part) {
            refuseWhenBroken();
            parts.add(part);
        }

        @Override
        public void report(SmsArrival.Report report) {
            refuseWhenBroken();
            if (reports.stream().noneMatch(known -> known.externalId().equals(report.externalId()))) {
                reports.add(report);
            }
        }

        private void refuseWhenBroken() {
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
        }
    }

    private void start() {
        start(settings(false, SmppSettings.Ids.TEXT, SmppSettings.Ids.TEXT), SmsCentre.PASSWORD);
    }

    private void start(SmppSettings settings, String password) {
        link = new SmppLink("sms", settings, password, counter, Clock.systemUTC());
        thread = new Thread(link, "link");
        thread.start();
    }

    private SmppSettings settings(boolean apart, SmppSettings.Ids answers, SmppSettings.Ids receipts) {
        return new SmppSettings("127.0.0.1", centre.port(), "moked", "", apart, false, false, false, answers, receipts, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMillis(50));
    }

    private SMPPServerSession bound() throws InterruptedException {
        SMPPServerSession session = centre.session();
        await().atMost(PATIENCE).until(link::bound);
        return session;
    }

    private Dispatch send(String text) {
        return link.send(new SmppLink.Submission("Moked", "+972521234567", text, 0x1234));
    }

    private static byte[] headed(int reference, int total, int sequence, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_16BE);
        byte[] headed = new byte[octets.length + 6];
        System.arraycopy(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) sequence}, 0, headed, 0, 6);
        System.arraycopy(octets, 0, headed, 6, octets.length);
        return headed;
    }

    private static byte[] receipt(String id, String stat) {
        return ("id:" + id + " sub:001 dlvrd:001 submit date:2611221000 done date:2611221001 stat:" + stat + " err:000 text:").getBytes(StandardCharsets.US_ASCII);
    }

    @AfterEach
    void end() throws Exception {
        link.stop();
        thread.join(PATIENCE.toMillis());
        assertThat(thread.isAlive()).as("the link ends when it is stopped").isFalse();
        centre.close();
    }

    @Test
    void itBindsAndSubmitsAShortText() throws Exception {
        start();
        bound();
        assertThat(send("Hello")).isEqualTo(new Dispatch.Accepted(List.of("id1")));
        SubmitSm sent = centre.submitted().get(0);
        assertThat(sent.getShortMessage()).isEqualTo(new byte[] {0x48, 0x65, 0x6c, 0x6c, 0x6f});
        assertThat(sent.getDataCoding()).isZero();
        assertThat(sent.getEsmClass()).isZero();
        assertThat(sent.getRegisteredDelivery()).as("a receipt is asked for").isEqualTo((byte) 1);
        assertThat(sent.getSourceAddrTon()).as("a name").isEqualTo((byte) 5);
        assertThat(sent.getSourceAddr()).isEqualTo("Moked");
        assertThat(sent.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(sent.getDestAddress()).isEqualTo("972521234567");
        assertThat(centre.binds().get(0).getBindType()).isEqualTo(BindType.BIND_TRX);
    }

    @Test
    void aHebrewTextOfTwoPartsIsSubmittedAsTwoThatBelongTogether() throws Exception {
        start();
        bound();
        String text = "ש".repeat(67) + "ל".repeat(4);
        assertThat(send(text)).isEqualTo(new Dispatch.Accepted(List.of("id1", "id2")));
        assertThat(centre.submitted()).hasSize(2).allSatisfy(part -> {
            assertThat(part.getEsmClass()).isEqualTo((byte) HEADED);
            assertThat(part.getDataCoding()).isEqualTo((byte) UNICODE);
        });
        assertThat(centre.submitted().get(0).getShortMessage()).isEqualTo(headed(0x34, 2, 1, "ש".repeat(67)));
        assertThat(centre.submitted().get(1).getShortMessage()).isEqualTo(headed(0x34, 2, 2, "ל".repeat(4)));
    }

    @Test
    void throttlingAndAFullQueueAreNoFaultOfTheMessage() throws Exception {
        start();
        bound();
        for (int status : List.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL)) {
            centre.handling((message, session) -> {
                throw new ProcessRequestException("slowly", status);
            });
            assertThat(send("Hello")).isInstanceOf(Dispatch.Away.class);
        }
    }

    @Test
    void aWrongNumberIsRefusedForGood() throws Exception {
        start();
        bound();
        centre.handling((message, session) -> {
            throw new ProcessRequestException("nobody", SMPPConstant.STAT_ESME_RINVDSTADR);
        });
        assertThat(send("Hello")).isEqualTo(new Dispatch.Refused("command_status 0x0000000b"));
        assertThatThrownBy(() -> link.send(new SmppLink.Submission("Moked", "not a number at all", "Hello", 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCentreThatDoesNotKnowWhatWentWrongIsAskedAgain() throws Exception {
        start();
        bound();
        centre.handling((message, session) -> {
            throw new ProcessRequestException("?", SMPPConstant.STAT_ESME_RSYSERR);
        });
        assertThat(send("Hello")).isInstanceOf(Dispatch.NotSent.class);
    }

    @Test
    void aLaterPartThatIsThrottledIsTriedAgainAtOnce() throws Exception {
        start();
        bound();
        centre.handling((message, session) -> {
            if (centre.submitted().size() == 2) {
                throw new ProcessRequestException("slowly", SMPPConstant.STAT_ESME_RTHROTTLED);
            }
            return "id" + centre.submitted().size();
        });
        assertThat(send("ש".repeat(100))).isEqualTo(new Dispatch.Accepted(List.of("id1", "id3")));
    }

    @Test
    void whenALaterPartIsRefusedNobodyKnowsWhatTheCustomerGot() throws Exception {
        start();
        bound();
        centre.handling((message, session) -> {
            if (centre.submitted().size() == 2) {
                throw new ProcessRequestException("no", SMPPConstant.STAT_ESME_RINVDSTADR);
            }
            return "id1";
        });
        assertThat(send("ש".repeat(100))).isInstanceOfSatisfying(Dispatch.Unknown.class, unknown -> assertThat(unknown.why()).startsWith("1 of 2 parts were sent"));
    }

    @Test
    void aLineThatBreaksWhileSubmittingLeavesTheOutcomeUnknownAndIsMadeAnew() throws Exception {
        start();
        bound();
        centre.handling((message, session) -> {
            session.close();
            return "never told";
        });
        assertThat(send("Hello")).isInstanceOf(Dispatch.Unknown.class);
        centre.handling((message, session) -> "later");
        bound();
        assertThat(send("Hello")).isEqualTo(new Dispatch.Accepted(List.of("later")));
    }

    @Test
    void withoutACentreMessagesWaitAndItIsFoundAgainWhenItComesBack() throws Exception {
        start();
        SMPPServerSession session = bound();
        centre.down();
        session.close();
        await().atMost(PATIENCE).until(() -> !link.bound());
        assertThat(send("Hello")).isInstanceOf(Dispatch.Away.class);
        assertThat(link.trouble().orElseThrow().cause()).isEqualTo(Cause.UNREACHABLE);
        centre.up();
        bound();
        assertThat(link.trouble()).isEmpty();
        assertThat(send("Hello")).isInstanceOf(Dispatch.Accepted.class);
    }

    @Test
    void aWrongPasswordIsAnOutageAndNotTheMessagesFault() throws Exception {
        start(settings(false, SmppSettings.Ids.TEXT, SmppSettings.Ids.TEXT), "wrong");
        await().atMost(PATIENCE).until(() -> centre.binds().size() > 1);
        await().atMost(PATIENCE).until(() -> link.trouble().orElseThrow().cause(), Cause.LOGIN::equals);
        assertThat(send("Hello")).isInstanceOfSatisfying(Dispatch.Away.class, away -> assertThat(away.cause()).isEqualTo(Cause.LOGIN));
        assertThat(centre.submitted()).isEmpty();
    }

    @Test
    void aReceiptThatComesBeforeTheAnswerIsHandedInAllTheSame() throws Exception {
        start();
        bound();
        centre.handling((message, session) -> {
            try {
                assertThat(SmsCentre.deliver(session, "972521234567", "Moked", RECEIPT, 0, receipt("early", "DELIVRD"))).isZero();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
            return "early";
        });
        assertThat(send("Hello")).isEqualTo(new Dispatch.Accepted(List.of("early")));
        assertThat(counter.reports).singleElement().satisfies(report -> {
            assertThat(report.id()).isEqualTo("early");
            assertThat(report.stat()).isEqualTo("DELIVRD");
        });
    }

    @Test
    void aReceiptThatComesTwiceIsOne() throws Exception {
        start();
        SMPPServerSession session = bound();
        assertThat(SmsCentre.deliver(session, "972521234567", "Moked", RECEIPT, 0, receipt("7", "DELIVRD"))).isZero();
        assertThat(SmsCentre.deliver(session, "972521234567", "Moked", RECEIPT, 0, receipt("7", "DELIVRD"))).isZero();
        assertThat(counter.reports).hasSize(1);
        assertThat(SmsCentre.deliver(session, "972521234567", "Moked", RECEIPT, 0, new byte[0], new OptionalParameter.Receipted_message_id("7"), new OptionalParameter.Message_state((byte) 5))).isZero();
        assertThat(counter.reports).extracting(SmsArrival.Report::stat).containsExactly("DELIVRD", "UNDELIV");
    }

    @Test
    void anIdInHexadecimalAndTheSameInDecimalAreOne() throws Exception {
        start(settings(false, SmppSettings.Ids.HEX, SmppSettings.Ids.DECIMAL), SmsCentre.PASSWORD);
        SMPPServerSession session = bound();
        centre.handling((message, from) -> "0A1B");
        assertThat(send("Hello")).isEqualTo(new Dispatch.Accepted(List.of("2587")));
        SmsCentre.deliver(session, "972521234567", "Moked", RECEIPT, 0, receipt("0000002587", "DELIVRD"));
        assertThat(counter.reports.get(0).id()).isEqualTo("2587");
    }

    @Test
    void aMessageIsHandedInWithItsTextAndNumber() throws Exception {
        start();
        SMPPServerSession session = bound();
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", 0, UNICODE, "שלום לכם".getBytes(StandardCharsets.UTF_16BE))).isZero();
        assertThat(counter.messages).singleElement().satisfies(message -> {
            assertThat(message.from()).isEqualTo("+972521234567");
            assertThat(message.text()).isEqualTo("שלום לכם");
        });
    }

    @Test
    void aTextInThePayloadParameterIsReadToo() throws Exception {
        start();
        SMPPServerSession session = bound();
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", 0, 0, new byte[0], new OptionalParameter.Message_payload("long".getBytes(StandardCharsets.US_ASCII)))).isZero();
        assertThat(counter.messages.get(0).text()).isEqualTo("long");
    }

    @Test
    void partsInTheWrongOrderAreHandedInAsParts() throws Exception {
        start();
        SMPPServerSession session = bound();
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", HEADED, UNICODE, headed(200, 2, 2, "לכם"))).isZero();
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", HEADED, UNICODE, headed(200, 2, 1, "שלום "))).isZero();
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", 0, UNICODE, "x".getBytes(StandardCharsets.UTF_16BE), new OptionalParameter.Sar_msg_ref_num((short) 300), new OptionalParameter.Sar_total_segments((byte) 2),
                new OptionalParameter.Sar_segment_seqnum((byte) 1))).isZero();
        assertThat(counter.messages).isEmpty();
        assertThat(counter.parts).extracting(SmsPart::reference).containsExactly(200, 200, 300);
        assertThat(counter.parts).extracting(SmsPart::sequence).containsExactly(2, 1, 1);
        assertThat(new String(counter.parts.get(0).content(), StandardCharsets.UTF_16BE)).isEqualTo("לכם");
    }

    @Test
    void aHeaderThatCannotBeIsAMessageOfItsOwn() throws Exception {
        start();
        SMPPServerSession session = bound();
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", HEADED, UNICODE, headed(1, 2, 9, "שלום"))).isZero();
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", HEADED, 0, new byte[] {(byte) 0xFF, 0, 3})).isZero();
        assertThat(counter.parts).isEmpty();
        assertThat(counter.messages).hasSize(2);
        assertThat(counter.messages.get(0).text()).isEqualTo("שלום");
    }

    @Test
    void whatIsNotStoredIsNotAcknowledgedAndIsTakenWhenItComesAgain() throws Exception {
        start();
        SMPPServerSession session = bound();
        byte[] text = {0x48, 0x69};
        counter.broken = true;
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", 0, 0, text)).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        assertThat(SmsCentre.deliver(session, "972521234567", "Moked", RECEIPT, 0, receipt("7", "DELIVRD"))).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        counter.broken = false;
        assertThat(SmsCentre.deliver(session, "972521234567", "5050", 0, 0, text)).isZero();
        assertThat(counter.messages).hasSize(1);
    }

    @Test
    void theSameWordsTwiceAreTwoMessagesButARepeatAfterBindingAnewIsNone() throws Exception {
        start();
        SMPPServerSession session = bound();
        byte[] yes = "כן".getBytes(StandardCharsets.UTF_16BE);
        SmsCentre.deliver(session, "972521234567", "5050", 0, UNICODE, yes);
        SmsCentre.deliver(session, "972521234567", "5050", 0, UNICODE, yes);
        assertThat(counter.messages).hasSize(2);
        session.close();
        SMPPServerSession again = bound();
        assertThat(SmsCentre.deliver(again, "972521234567", "5050", 0, UNICODE, yes)).isZero();
        assertThat(counter.messages).as("its answer was lost with the line").hasSize(2);
    }

    @Test
    void aTransmitterAndAReceiverDoTheSameTogether() throws Exception {
        start(settings(true, SmppSettings.Ids.TEXT, SmppSettings.Ids.TEXT), SmsCentre.PASSWORD);
        SMPPServerSession first = centre.session();
        SMPPServerSession second = centre.session();
        await().atMost(PATIENCE).until(link::bound);
        assertThat(centre.binds()).extracting(request -> request.getBindType()).containsExactlyInAnyOrder(BindType.BIND_TX, BindType.BIND_RX);
        assertThat(send("Hello")).isInstanceOf(Dispatch.Accepted.class);
        SMPPServerSession receiver = first.getSessionState().isReceivable() ? first : second;
        assertThat(SmsCentre.deliver(receiver, "972521234567", "5050", 0, 0, new byte[] {0x48})).isZero();
        assertThat(counter.messages).hasSize(1);
    }
}
