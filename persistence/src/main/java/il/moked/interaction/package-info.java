// SPDX-License-Identifier: Apache-2.0
/** Conversations between a customer and the organisation, their messages, notes, drafts and events. Aggregate: Interaction. Uses shared, access, channel, customer, agent. */
package il.moked.interaction;
