// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;

/**
 * Items of a queue that ask for the same and weigh the same: whoever cannot take the first of them cannot take the
 * others, unless they have waited long enough to ask less. A round looks at the heads of lines only, so its cost does not
 * grow with what waits behind them.
 */
public record WorkLine(long queueId, WorkWeight weight, Requirement asked) {
}
