// SPDX-License-Identifier: Apache-2.0
/** The agent's own presence and capacity in the top bar. */
package il.moked.agent.desk;
