// SPDX-License-Identifier: Apache-2.0
/** Senders, listeners and sweeps between the database and the channels: what arrived goes to its channel's queue, what is to be sent to its gateway. */
package il.moked.channel.jms;
