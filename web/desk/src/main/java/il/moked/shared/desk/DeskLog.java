// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What staff screens log. Codes MOKED4000 to MOKED4499; never customer data. */
@MessageLogger(projectCode = "MOKED", length = 4)
public interface DeskLog {
    DeskLog LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), DeskLog.class, "il.moked.desk");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4001, value = "Request %s failed on %s")
    void failed(String trace, String page, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4002, value = "A request from another site was refused: %s %s")
    void foreign(String method, String path);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4003, value = "An event from the topic could not be read: %s")
    void unreadableEvent(String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4004, value = "Whose pages are open could not be told: %s")
    void desksNotTold(String reason);
}
