// SPDX-License-Identifier: Apache-2.0
/** What happens to agents by themselves: time to sum up a call ends. */
package il.moked.agent.jms;
