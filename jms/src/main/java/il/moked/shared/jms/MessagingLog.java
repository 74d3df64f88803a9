// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
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

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3006, value = "Mail %d of mailbox %s was not taken (attempt %d), the others go on: %s")
    void mailNotTaken(long uid, String account, int attempt, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3007, value = "Mail %d of mailbox %s cannot be taken whole; what the server gave of it is a conversation now, and it stays unread in the mailbox")
    void mailIncomplete(long uid, String account);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3008, value = "No longer reading mailbox %s")
    void mailboxLeft(String account);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3009, value = "The outcome (%s) of outgoing message %d could not be stored; a person will have to decide: %s")
    void outcomeLost(String outcome, long outboundId, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3010, value = "Outgoing message %d could not be begun, the sweep will try again: %s")
    void notBegun(long outboundId, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3070, value = "Command %d was not carried to its exchange: %s")
    void commandNotCarried(long commandId, String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3071, value = "Connected to the exchange of %s")
    void exchangeConnected(String account);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3072, value = "The exchange of %s cannot be reached, trying again in %d s: %s")
    void exchangeAway(String account, long seconds, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3073, value = "An event of the exchange of %s could not be kept and is lost: %s")
    void callEventLost(String account, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3074, value = "Account %s is not set up: %s")
    void accountNotSetUp(String account, String what);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3075, value = "Calls the exchange of %s no longer had were ended, or found anew: %d events")
    void exchangeReconciled(String account, int count);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3021, value = "The sweep could not mend %s, it will try again: %s")
    void notMended(String what, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3011, value = "The sweep mended %s: %d")
    void mended(String what, int count);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 3012, value = "Old %s forgotten")
    void forgotten(String what);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3040, value = "Bound to the SMS centre of account %s")
    void smsBound(String account);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3041, value = "The SMS centre of account %s is away, trying again in %d s: %s")
    void smsAway(String account, long seconds, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3042, value = "What the SMS centre of account %s handed in was not taken, it will send it again: %s")
    void smsNotTaken(String account, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3030, value = "File %d was not fetched from its provider (%s): %s")
    void fileNotFetched(long file, String again, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3090, value = "A rule could not look at case %d; it tries again some times, and the others go on")
    void ruleFailed(long caseId, @Cause Throwable failure);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3043, value = "Upload %d could not be checked for viruses and waits: %s")
    void uploadNotChecked(long upload, String reason);
}
