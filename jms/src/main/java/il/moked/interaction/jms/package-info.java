// SPDX-License-Identifier: Apache-2.0
/** Listeners of the inbound queues: each reads its channel's raw form and hands it to the one intake. */
package il.moked.interaction.jms;
