// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

/** Events as an Asterisk 20 writes them, with {@code timestampevents}. */
final class Told {
    static final String CALL = "1795776000.17";
    static final String CUSTOMER = "PJSIP/012-00000011";
    static final String DANA = "PJSIP/201-00000012";
    static final String DANA_ID = "1795776004.18";
    static final String YOSSI = "PJSIP/202-00000013";
    static final String YOSSI_ID = "1795776064.19";

    private Told() {
    }

    /** @param second after the call began */
    static String event(String name, int second, String... more) {
        return "Event: " + name + "\nPrivilege: call,all\nTimestamp: " + (1795776000L + second) + ".500000\n" + String.join("\n", more);
    }

    static String channel(String prefix, String name, String id, String context, String extension, String caller, String callerName, int state, String linkedId) {
        return """
                %1$sChannel: %2$s
                %1$sChannelState: %8$d
                %1$sChannelStateDesc: State
                %1$sCallerIDNum: %6$s
                %1$sCallerIDName: %7$s
                %1$sConnectedLineNum: <unknown>
                %1$sConnectedLineName: <unknown>
                %1$sLanguage: en
                %1$sAccountCode:
                %1$sContext: %4$s
                %1$sExten: %5$s
                %1$sPriority: 1
                %1$sUniqueid: %3$s
                %1$sLinkedid: %9$s""".formatted(prefix, name, id, context, extension, caller, callerName, state, linkedId);
    }

    static String customer(String context, String extension) {
        return channel("", CUSTOMER, CALL, context, extension, "0502345678", "אלכסנדרה: אזולאי", 4, CALL);
    }

    static String dana() {
        return channel("", DANA, DANA_ID, "from-internal", "", "201", "Dana", 6, CALL);
    }

    static String yossi() {
        return channel("", YOSSI, YOSSI_ID, "from-internal", "", "202", "Yossi", 6, CALL);
    }

    static String bridge(String id) {
        return "BridgeUniqueid: " + id + "\nBridgeType: basic\nBridgeTechnology: simple_bridge\nBridgeCreator: <unknown>\nBridgeName: <unknown>\nBridgeNumChannels: 2";
    }
}
