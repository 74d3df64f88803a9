// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

/** JNDI names of what wildfly-config defines. */
public final class Destinations {
    /** Connections for sending outside transactions: the database is the truth, the broker carries the work. */
    public static final String SENDER = "java:/jms/moked/Sender";
    public static final String INBOUND_EMAIL = "java:/jms/queue/moked/InboundEmail";
    public static final String INBOUND_EMAIL_DEAD = "java:/jms/queue/moked/InboundEmailDead";
    public static final String INBOUND_FORM = "java:/jms/queue/moked/InboundForm";
    public static final String INBOUND_FORM_DEAD = "java:/jms/queue/moked/InboundFormDead";
    public static final String INBOUND_CHAT = "java:/jms/queue/moked/InboundChat";
    public static final String INBOUND_CHAT_DEAD = "java:/jms/queue/moked/InboundChatDead";
    /** Calls: what a telephone exchange tells. */
    public static final String INBOUND_CALL = "java:/jms/queue/moked/InboundCall";
    public static final String INBOUND_CALL_DEAD = "java:/jms/queue/moked/InboundCallDead";
    /** Short messages of every provider. */
    public static final String INBOUND_TEXT = "java:/jms/queue/moked/InboundText";
    public static final String INBOUND_TEXT_DEAD = "java:/jms/queue/moked/InboundTextDead";
    /** Fax and post. */
    public static final String INBOUND_PAPER = "java:/jms/queue/moked/InboundPaper";
    public static final String INBOUND_PAPER_DEAD = "java:/jms/queue/moked/InboundPaperDead";
    public static final String OUTBOUND = "java:/jms/queue/moked/Outbound";
    public static final String ASSIGNMENT = "java:/jms/queue/moked/Assignment";
    public static final String EVENTS = "java:/jms/topic/moked/Events";

    private Destinations() {
    }
}
