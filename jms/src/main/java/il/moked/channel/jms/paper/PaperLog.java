// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What faxes and letters tell the operator: never who wrote them. */
@MessageLogger(projectCode = "MOKED", length = 4)
interface PaperLog {
    PaperLog LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), PaperLog.class, "il.moked.messaging.paper");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3130, value = "A file in the scan folder of account %s was put among the refused: %s")
    void refused(String account, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3131, value = "The scan folder of account %s cannot be read, looking again: %s")
    void folderAway(String account, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3132, value = "A letter of account %s is stored but its file cannot be moved; it will be tried again: %s")
    void notMoved(String account, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3134, value = "A file in the scan folder of account %s was not taken, trying again in %d s: %s")
    void letterNotTaken(String account, long seconds, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3133, value = "The sender pattern of a fax account is no regular expression, the usual one is used: %s")
    void badPattern(String reason);
}
