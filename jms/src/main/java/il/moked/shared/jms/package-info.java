// SPDX-License-Identifier: Apache-2.0
/** What every listener and sender shares: names of destinations, the broadcast of events, and telling an outage from an error. */
package il.moked.shared.jms;
