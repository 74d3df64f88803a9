// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Remembers how far a delivery came. The exceptions of the transport do not tell: the same one is thrown when the line
 * broke before the mail was handed over and after, and a reset that fails hides the answer that led to it.
 */
final class WatchedTransport extends SMTPTransport {
    private static final int FIRST_REFUSAL = 400;

    private final BooleanSupplier tooLate;
    private boolean sending;
    private boolean handedOver;
    private boolean answered;
    private int refusal;
    private int answer;
    private String words = "";

    /** @param tooLate asked before the mail becomes the server's; when it says so, nothing is handed over */
    WatchedTransport(Session session, BooleanSupplier tooLate) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.tooLate = tooLate;
    }

    /** From here on answers are about the mail. */
    void begin() {
        sending = true;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (tooLate.getAsBoolean()) {
            throw new IOException("the server took too long");
        }
        handedOver = true;
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (sending && handedOver && !answered) {
            answered = true;
            answer = code;
            words = getLastServerResponse();
        } else if (sending && !handedOver && refusal == 0 && code >= FIRST_REFUSAL) {
            refusal = code;
            words = getLastServerResponse();
        }
        return code;
    }

    /** The end of the mail was sent, or may have been. */
    boolean handedOver() {
        return handedOver;
    }

    /** The answer to the end of the mail; 0 when none came, -1 when the line was closed instead. */
    int answer() {
        return answer;
    }

    /** The first answer of 400 or more before the end of the mail, or 0. */
    int refusal() {
        return refusal;
    }

    /** What the server said with it. */
    String words() {
        return words.strip();
    }
}
