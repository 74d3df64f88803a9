// SPDX-License-Identifier: Apache-2.0
/** The contact page of the organisation: every open way to reach it. May use {@code channel.ejb}; fires no events. */
package il.moked.channel.portal;
