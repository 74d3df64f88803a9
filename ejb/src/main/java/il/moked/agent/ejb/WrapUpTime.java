// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import java.time.Duration;

/** How long an agent may sum up a call. The rules that say so belong to the routing area, which stands above this one. */
public interface WrapUpTime {
    /** Zero for not at all. */
    Duration allowed();
}
