// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.Outages.Cause;
import il.moked.channel.OutboundMessage;
import il.moked.channel.SmsArrival;
import il.moked.channel.SmsPart;
import il.moked.channel.SmsText;
import il.moked.channel.jms.Dispatch;
import il.moked.channel.jms.ProviderLine.Trouble;
import il.moked.shared.jms.MessagingLog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * One account's link to its SMS centre: binds, stays bound, binds anew with growing pauses when the line breaks, until it
 * is stopped. What the centre delivers is answered only after the door has committed it. Messages are submitted by
 * any thread, part by part.
 */
final class SmppLink implements Runnable {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int CONNECT_MILLIS = 10_000;
    private static final int QUEUE = 1_000;
    /** Pauses before a later part that was throttled is tried again: with the first parts out the message cannot wait. Milliseconds. */
    private static final long[] THROTTLED_PAUSES = {500, 1_000, 2_000, 4_000};
    /** Our own login or session, or a moment's trouble over there: nothing of the message, and it may be sent later. */
    private static final Set<Integer> FOR_NOW = Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL, SMPPConstant.STAT_ESME_RINVBNDSTS, SMPPConstant.STAT_ESME_RBINDFAIL, SMPPConstant.STAT_ESME_RINVPASWD,
            SMPPConstant.STAT_ESME_RINVSYSID, SMPPConstant.STAT_ESME_RX_T_APPN);
    private static final Set<Integer> LOGIN = Set.of(SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RINVSYSID, SMPPConstant.STAT_ESME_RBINDFAIL);
    /** The centre does not know what went wrong with it: tried again, not for ever. */
    private static final Set<Integer> TROUBLE = Set.of(SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RSUBMITFAIL, SMPPConstant.STAT_ESME_RUNKNOWNERR);

    /** Where what arrives is handed in. Returns after it is committed; whatever it throws, the centre sends it again. */
    interface Door {
        void message(SmsArrival.Message message, List<String> knownAs);

        void part(SmsPart part);

        void report(SmsArrival.Report report);
    }

    /** @param reference told to the phone in every part of a long message; only its last octet counts */
    record Submission(String from, String to, String text, long reference) {
    }

    private final String account;
    private final SmppSettings settings;
    private final String password;
    private final Door door;
    private final Clock clock;
    private final SmppArrivals arrivals;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile CountDownLatch gone = new CountDownLatch(1);
    private volatile SMPPSession transmitter;
    private volatile Trouble trouble;

    SmppLink(String account, SmppSettings settings, String password, Door door, Clock clock) {
        this.account = account;
        this.settings = settings;
        this.password = password;
        this.door = door;
        this.clock = clock;
        this.arrivals = new SmppArrivals(settings);
        this.trouble = new Trouble(Cause.UNREACHABLE, "not bound yet", clock.instant());
    }

    boolean bound() {
        SMPPSession session = transmitter;
        return session != null && session.getSessionState().isTransmittable();
    }

    /** What keeps it from being bound; empty when it is. */
    Optional<Trouble> trouble() {
        return bound() ? Optional.empty() : Optional.of(trouble);
    }

    private void troubled(Cause cause, String why, boolean lost) {
        trouble = new Trouble(cause, why, lost ? clock.instant() : trouble.since());
    }

    /** Returns at once; the link says good-bye to the centre and ends. */
    void stop() {
        stop.countDown();
        gone.countDown();
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    @Override
    public void run() {
        Duration pause = settings.firstPause();
        while (!stopped()) {
            List<SMPPSession> sessions = new ArrayList<>();
            try {
                bind(sessions);
                MessagingLog.LOG.smsBound(account);
                pause = settings.firstPause();
                gone.await();
                troubled(Cause.UNREACHABLE, "the line broke", true);
            } catch (IOException | RuntimeException failure) {
                troubled(cause(failure), String.valueOf(failure.getMessage()), false);
            } catch (InterruptedException serverStops) {
                stop();
                Thread.currentThread().interrupt();
            } finally {
                transmitter = null;
                sessions.forEach(this::leave);
            }
            if (!stopped()) {
                MessagingLog.LOG.smsAway(account, pause.toSeconds(), trouble.why());
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** The library wraps the centre's refusal of a bind. */
    private static Cause cause(Exception failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof NegativeResponseException refused && LOGIN.contains(refused.getCommandStatus())) {
                return Cause.LOGIN;
            }
        }
        return Cause.UNREACHABLE;
    }

    private void bind(List<SMPPSession> sessions) throws IOException {
        CountDownLatch thisTime = new CountDownLatch(1);
        gone = thisTime;
        if (stopped()) {
            throw new IOException("stopped");
        }
        SMPPSession sender = open(settings.apart() ? BindType.BIND_TX : BindType.BIND_TRX, thisTime, sessions);
        if (settings.apart()) {
            open(BindType.BIND_RX, thisTime, sessions);
        }
        transmitter = sender;
    }

    private SMPPSession open(BindType type, CountDownLatch thisTime, List<SMPPSession> sessions) throws IOException {
        SMPPSession session = new SMPPSession(this::connect);
        sessions.add(session);
        session.setTransactionTimer(settings.answer().toMillis());
        session.setEnquireLinkTimer((int) settings.enquire().toMillis());
        // one after the other: what one sender wrote stays in order
        session.setPduProcessorDegree(1);
        session.setQueueCapacity(QUEUE);
        session.setMessageReceiverListener(new Receiving());
        session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
                thisTime.countDown();
            }
        });
        session.connectAndBind(settings.host(), settings.port(), new BindParameter(type, settings.systemId(), password, settings.systemType(), TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null), settings.answer().toMillis());
        return session;
    }

    private Connection connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        if (!settings.tls()) {
            return new SocketConnection(socket);
        }
        SSLSocket secured = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return new SocketConnection(secured);
    }

    private void leave(SMPPSession session) {
        if (session.getSessionState().isBound() && stopped()) {
            session.unbindAndClose();
        } else {
            session.close();
        }
    }

    private void pause(Duration time) {
        try {
            if (stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    /** @throws IllegalArgumentException when one of the addresses is none, or the text is too long for SMS */
    Dispatch send(Submission submission) {
        SmsText text = settings.unicode() ? SmsText.unicode(submission.text()) : SmsText.of(submission.text());
        SmsAddress from = SmsAddress.of(submission.from());
        SmsAddress to = SmsAddress.of(submission.to());
        Instant latest = clock.instant().plus(OutboundMessage.LEASE).minus(settings.answer().multipliedBy(2));
        List<String> ids = new ArrayList<>();
        for (int part = 0; part < text.parts().size(); part++) {
            Optional<Dispatch> failure = clock.instant().isAfter(latest) ? Optional.of(new Dispatch.NotSent("the lease ends")) : submit(from, to, text, part, submission.reference(), ids);
            if (failure.isPresent()) {
                return ids.isEmpty() ? failure.get() : new Dispatch.Unknown(ids.size() + " of " + text.parts().size() + " parts were sent, then: " + why(failure.get()));
            }
        }
        return new Dispatch.Accepted(ids);
    }

    private Optional<Dispatch> submit(SmsAddress from, SmsAddress to, SmsText text, int part, long reference, List<String> ids) {
        for (int attempt = 0;; attempt++) {
            Optional<Dispatch> failure = submitOnce(from, to, text, part, reference, ids);
            boolean again = part > 0 && failure.orElse(null) instanceof Dispatch.Away && attempt < THROTTLED_PAUSES.length && bound();
            if (!again) {
                return failure;
            }
            pause(Duration.ofMillis(THROTTLED_PAUSES[attempt]));
        }
    }

    private Optional<Dispatch> submitOnce(SmsAddress from, SmsAddress to, SmsText text, int part, long reference, List<String> ids) {
        SMPPSession session = transmitter;
        if (session == null || !session.getSessionState().isTransmittable()) {
            return Optional.of(new Dispatch.Away(trouble.cause(), trouble.why()));
        }
        boolean several = text.parts().size() > 1;
        byte[] octets = text.octets(text.parts().get(part));
        ESMClass kind = several ? new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI) : new ESMClass();
        GeneralDataCoding coding = new GeneralDataCoding(text.alphabet() == SmsText.Alphabet.GSM ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2);
        try {
            String id = session.submitShortMessage("", from.ton(), from.npi(), from.digits(), to.ton(), to.npi(), to.digits(), kind, (byte) 0, (byte) 0, null, null, new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE), (byte) 0, coding, (byte) 0,
                    several ? headed(octets, reference, text.parts().size(), part + 1) : octets).getMessageId();
            ids.add(settings.answerIds().plain(id));
            return Optional.empty();
        } catch (NegativeResponseException refused) {
            return Optional.of(refused(refused));
        } catch (ResponseTimeoutException | InvalidResponseException silent) {
            return Optional.of(new Dispatch.Unknown(silent.getMessage()));
        } catch (PDUException unfit) {
            return Optional.of(new Dispatch.Refused(unfit.getMessage()));
        } catch (IOException broken) {
            // thrown only while writing: the centre has not got the whole of it
            return Optional.of(new Dispatch.Away(Cause.UNREACHABLE, String.valueOf(broken.getMessage())));
        }
    }

    private static Dispatch refused(NegativeResponseException refused) {
        int status = refused.getCommandStatus();
        String why = "command_status 0x%08x".formatted(status);
        if (FOR_NOW.contains(status)) {
            return new Dispatch.Away(LOGIN.contains(status) ? Cause.LOGIN : Cause.BUSY, why);
        }
        return TROUBLE.contains(status) ? new Dispatch.NotSent(why) : new Dispatch.Refused(why);
    }

    /** 3GPP 23.040, 9.2.3.24.1: concatenated message with a reference of 8 bits. */
    private static byte[] headed(byte[] octets, long reference, int total, int sequence) {
        byte[] headed = new byte[octets.length + 6];
        headed[0] = 5;
        headed[2] = 3;
        headed[3] = (byte) reference;
        headed[4] = (byte) total;
        headed[5] = (byte) sequence;
        System.arraycopy(octets, 0, headed, 6, octets.length);
        return headed;
    }

    private static String why(Dispatch failure) {
        if (failure instanceof Dispatch.Away away) {
            return away.why();
        }
        if (failure instanceof Dispatch.Refused refused) {
            return refused.why();
        }
        if (failure instanceof Dispatch.Unknown unknown) {
            return unknown.why();
        }
        return failure instanceof Dispatch.NotSent not ? not.why() : String.valueOf(failure);
    }

    /** Hands in what the centre delivers; it is answered when this returns. */
    private final class Receiving implements MessageReceiverListener {
        private final SmppIds ids = new SmppIds();

        @Override
        public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
            try {
                take(delivered);
            } catch (RuntimeException notStored) {
                MessagingLog.LOG.smsNotTaken(account, notStored.getClass().getSimpleName());
                throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
            }
        }

        private void take(DeliverSm delivered) {
            Instant now = clock.instant();
            if (SmppArrivals.receipt(delivered)) {
                arrivals.report(delivered, now).ifPresent(door::report);
                return;
            }
            Optional<SmsPart> part = arrivals.part(delivered);
            if (part.isPresent()) {
                door.part(part.get());
                return;
            }
            List<String> named = ids.of(delivered, now);
            try {
                door.message(arrivals.message(delivered, named.get(0), now), named);
            } catch (RuntimeException notStored) {
                ids.notTaken(delivered);
                throw notStored;
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {
            // A phone is reachable again: the centre sends by itself.
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("data_sm", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
