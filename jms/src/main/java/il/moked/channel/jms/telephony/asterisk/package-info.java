// SPDX-License-Identifier: Apache-2.0
/**
 * The adapter to Asterisk by its manager interface, AMI (docs/telephony.md). It speaks the protocol itself, which is lines of
 * {@code Name: value}: the library there is for it brings threads the server does not know, a second logging framework and
 * a scan of the class path, and knows only the events it has a class for.
 */
package il.moked.channel.jms.telephony.asterisk;
