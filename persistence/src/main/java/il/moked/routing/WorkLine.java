// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;

/**
 * Items of a queue that came by the same channel, ask for the same and weigh the same. Whoever cannot take one of them
 * because of what it asks or weighs cannot take another, unless that one has waited longer and asks less by now. So a
 * round looks at whole lines, not at what stands in them, and leaves aside those that nobody free may serve (see
 * {@link Router}). The channel is part of it for the sake of the guard against starvation alone, which must see a late
 * channel however many items of another one are due before; due time does not look at it.
 */
public record WorkLine(long queueId, Channel channel, WorkWeight weight, Requirement asked) {
}
