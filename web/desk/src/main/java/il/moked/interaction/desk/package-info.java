// SPDX-License-Identifier: Apache-2.0
/** The conversation before the agent: his list, the messages, the composer, and what is downloaded from it. */
package il.moked.interaction.desk;
