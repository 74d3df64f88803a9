// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;

/** In which hours a target runs. */
public enum TargetHours {
    /** Day and night: the customer is there, or expects an answer as from a person he talks to. */
    CLOCK,
    /** The hours of the business calendar: a letter of Friday evening is not late on Friday evening (field-study d.2). */
    BUSINESS;

    /** Where the rules do not say it. */
    public static TargetHours usual(Channel channel) {
        return channel.letter() ? BUSINESS : CLOCK;
    }
}
