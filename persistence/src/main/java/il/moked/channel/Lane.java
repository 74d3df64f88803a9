// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

/**
 * Inbox rows of a channel are worked on in a few lanes side by side, each lane in the order in which its rows came. What
 * one sender writes shares a lane and so stays in order.
 *
 * @param number 0 to {@link #COUNT} - 1
 */
public record Lane(Channel channel, int number) {
    public static final int COUNT = 4;

    public static Lane of(Channel channel, String sender) {
        return new Lane(channel, Math.floorMod(sender.hashCode(), COUNT));
    }
}
