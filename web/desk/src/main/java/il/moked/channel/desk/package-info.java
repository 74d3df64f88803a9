// SPDX-License-Identifier: Apache-2.0
/** Messages that could not be processed, for the administrator; and the sign of each channel. */
package il.moked.channel.desk;
