// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the portal tells the operator. Never a word of a customer's. */
@MessageLogger(projectCode = "MOKED", length = 4)
public interface PortalLog extends BasicLogger {
    PortalLog LOG = Logger.getMessageLogger(PortalLog.class, PortalLog.class.getPackageName());

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4201, value = "A web form could not be taken by the inside")
    void formNotTaken(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4202, value = "A chat window could not be told what is new; it is tried again within seconds")
    void chatNotRead(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4203, value = "A line of a chat could not be taken; the visitor's browser sends it again")
    void lineNotTaken(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4204, value = "An event of the topic could not be understood: %s")
    void eventNotUnderstood(String event);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4205, value = "The demo mail server did not answer")
    void demoMailSilent(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4240, value = "Somebody called the webhook of account %s without the right proof; nothing was taken")
    void hookRefused(String account);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4241, value = "What a provider handed in could not be kept; the provider was asked to send it again")
    void hookNotTaken(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4242, value = "The demo's SMS provider could not report a delivery")
    void demoSmsReportLost(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4230, value = "A webhook of account %s was refused: no secret is configured to prove it by")
    void webhookWithoutSecret(String account);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4231, value = "A webhook of %s could not be taken; the provider sends it again")
    void webhookNotTaken(String channel, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4232, value = "What the lab brought to our own door was not taken")
    void demoReportLost(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4233, value = "The exchange that the lab plays could not reach the telephony port; it tries again each second")
    void demoExchangeSilent(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4250, value = "The inside is away: contact %s is kept on this node until it is back")
    void contactSpooled(String id);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 4251, value = "Contact %s, kept while the inside was away, was taken in")
    void contactTakenIn(String id);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4252, value = "Contact %s, kept while the inside was away, cannot be taken in: its file was put aside, a person must look at it")
    void contactPutAside(String id);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4253, value = "Contacts kept on this node still wait for the inside: %s")
    void contactsStillWait(String why);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4260, value = "The program of a company could not be served; it was asked to come again")
    void programNotServed(@Cause Throwable cause);
}
