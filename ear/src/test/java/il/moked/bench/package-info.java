// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the built server from outside, over the edges its users have. Own profile ({@code -Pbench}), never part of the
 * tests. Starts what it needs on own ports and ends it; what it did not start it does not touch.
 */
package il.moked.bench;
