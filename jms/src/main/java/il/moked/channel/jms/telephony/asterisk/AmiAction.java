// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import java.nio.charset.StandardCharsets;

/** Something the exchange is asked. No value can begin a line of its own. */
final class AmiAction {
    private final StringBuilder lines = new StringBuilder();

    AmiAction(String name) {
        with("Action", name);
    }

    AmiAction with(String name, String value) {
        lines.append(name).append(": ").append(value.replaceAll("\\p{Cntrl}+", " ").strip()).append("\r\n");
        return this;
    }

    AmiAction with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    byte[] bytes(String actionId) {
        return (lines + "ActionID: " + actionId + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
