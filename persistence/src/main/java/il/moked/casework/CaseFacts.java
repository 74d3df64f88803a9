// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.channel.Channel;
import il.moked.customer.Segment;

/** What rules may ask of a case. @param team its code @param sku null without a product @param channel of the conversation it is spoken of in, null without one @param late whether the time of a running clock is over */
public record CaseFacts(ServiceCase.Kind kind, ServiceCase.Severity severity, ServiceCase.State state, String team, Segment segment, String sku, Channel channel, String subject, String description, boolean late) {
}
