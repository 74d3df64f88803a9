// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.app;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What web push tells the operator: never the address of a device. */
@MessageLogger(projectCode = "MOKED", length = 4)
interface PushLog {
    PushLog LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), PushLog.class, "il.moked.messaging.push");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3135, value = "%s did not take a push; the app finds the message when it looks: %s")
    void notTold(String host, String reason);
}
