// SPDX-License-Identifier: Apache-2.0
/** Articles on screen: found and read by agents, written and published by editors. */
package il.moked.knowledge.desk;
