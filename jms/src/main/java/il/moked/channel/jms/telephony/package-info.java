// SPDX-License-Identifier: Apache-2.0
/**
 * The way to telephone exchanges (docs/telephony.md): commands that leave, and the adapter to Asterisk. What an exchange
 * tells arrives by {@link il.moked.channel.ejb.Reception} like everything else.
 */
package il.moked.channel.jms.telephony;
