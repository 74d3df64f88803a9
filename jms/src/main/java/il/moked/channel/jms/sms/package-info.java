// SPDX-License-Identifier: Apache-2.0
/**
 * SMS, by SMPP or by a provider's HTTP. One {@code SmsChannel} for the way out, whichever driver the account names;
 * what comes in by SMPP is handed to {@code SmsReception}, what comes by HTTP to the portal's webhook.
 */
package il.moked.channel.jms.sms;
