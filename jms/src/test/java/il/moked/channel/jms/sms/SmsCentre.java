// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An SMS centre in the test's own process: binds whoever comes and does with each message what the test says. */
final class SmsCentre implements AutoCloseable {
    static final String PASSWORD = "secret";

    /** What becomes of a submitted message: its id, or a refusal. */
    interface Handling {
        String take(SubmitSm submitted, SMPPServerSession session) throws ProcessRequestException;
    }

    private final AtomicInteger ids = new AtomicInteger();
    private final BlockingQueue<SMPPServerSession> bound = new LinkedBlockingQueue<>();
    private final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
    private final List<BindRequest> binds = new CopyOnWriteArrayList<>();
    private volatile Handling handling = (message, session) -> "id" + ids.incrementAndGet();
    private SMPPServerSessionListener listener;
    private int port;

    SmsCentre() {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        open();
    }

    private void open() {
        try {
            listener = new SMPPServerSessionListener(port);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        SMPPServerSessionListener mine = listener;
        Thread thread = new Thread(() -> accept(mine), "sms-centre");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(SMPPServerSessionListener mine) {
        try {
            while (true) {
                SMPPServerSession session = mine.accept();
                session.setMessageReceiverListener(new Receiver());
                new Thread(() -> bind(session), "sms-centre-bind").start();
            }
        } catch (IOException closed) {
            // The test is over, or the centre went down.
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(5_000);
            binds.add(request);
            if (!PASSWORD.equals(request.getPassword())) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                return;
            }
            request.accept("centre", InterfaceVersion.IF_34);
            bound.add(session);
        } catch (Exception gone) {
            session.close();
        }
    }

    int port() {
        return port;
    }

    List<SubmitSm> submitted() {
        return submitted;
    }

    List<BindRequest> binds() {
        return binds;
    }

    void handling(Handling wanted) {
        handling = wanted;
    }

    /** The next that bound itself. */
    SMPPServerSession session() throws InterruptedException {
        SMPPServerSession session = bound.poll(10, TimeUnit.SECONDS);
        if (session == null) {
            throw new AssertionError("nobody bound");
        }
        return session;
    }

    void down() throws IOException {
        listener.close();
    }

    void up() {
        open();
    }

    /** @return the status of the answer */
    static int deliver(SMPPServerSession session, String from, String to, int esmClass, int coding, byte[] octets, OptionalParameter... parameters) throws Exception {
        try {
            session.deliverShortMessage("", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, from, TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, to, new ESMClass((byte) esmClass), (byte) 0, (byte) 0,
                    new RegisteredDelivery(0), new RawDataCoding((byte) coding), octets, parameters);
            return 0;
        } catch (NegativeResponseException refused) {
            return refused.getCommandStatus();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        bound.forEach(SMPPServerSession::close);
    }

    private final class Receiver implements ServerMessageReceiverListener {
        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
            submitted.add(message);
            try {
                return new SubmitSmResult(new MessageId(handling.take(message, source)), new OptionalParameter[0]);
            } catch (org.jsmpp.PDUStringException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source) throws ProcessRequestException {
            throw unwanted();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw unwanted();
        }

        private static ProcessRequestException unwanted() {
            return new ProcessRequestException("not here", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
