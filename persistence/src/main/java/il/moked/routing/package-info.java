// SPDX-License-Identifier: Apache-2.0
/**
 * The waiting line: one work item per waiting conversation, served by due time, offered to one agent. Aggregates: WorkItem, WorkQueue.
 * Rules: RoutingPolicy, Router, StatutoryPolicy; figures: ServiceCounts, Equality. Uses shared, access, channel, customer, agent, interaction.
 */
package il.moked.routing;
