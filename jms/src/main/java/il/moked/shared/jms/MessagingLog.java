// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What listeners and senders log. Codes MOKED3000 to MOKED3999; never customer data. */
@MessageLogger(projectCode = "MOKED", length = 4)
public interface MessagingLog {
    MessagingLog LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), MessagingLog.class, "il.moked.messaging");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3001, value = "Not handed to %s, the sweep will: %s")
    void notSent(String destination, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3002, value = "The database is away; %s pauses and loses nothing")
    void databaseAway(String what);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3003, value = "Mailbox %s cannot be read, trying again in %d s: %s")
    void mailboxAway(String account, long seconds, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3004, value = "Outgoing message %d not sent (%s): %s")
    void notDelivered(long outboundId, String outcome, String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3005, value = "Reading mailbox %s")
    void mailboxOpen(String account);
}
