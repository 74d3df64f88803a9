// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the back-office interface tells the operator. Never a word of a customer's. */
@MessageLogger(projectCode = "MOKED", length = 4)
public interface ApiLog {
    ApiLog LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), ApiLog.class, "il.moked.api");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4301, value = "A request of the back-office interface failed; its caller was told %s")
    void failed(String trace, @Cause Throwable failure);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 4302, value = "The socket of the exchange of %s broke: %s")
    void exchangeSocket(String account, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4303, value = "What was answered to a request under a key could not be kept; its key stays taken")
    void answerNotKept(@Cause Throwable failure);
}
