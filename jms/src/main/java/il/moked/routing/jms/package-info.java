// SPDX-License-Identifier: Apache-2.0
/** Wakes the assignment when something waits or somebody is free, and repairs by a sweep what an event missed. */
package il.moked.routing.jms;
