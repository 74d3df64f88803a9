// SPDX-License-Identifier: Apache-2.0
/** Work offered to the agent, and the line of his team. */
package il.moked.routing.desk;
