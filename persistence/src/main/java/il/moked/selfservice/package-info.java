// SPDX-License-Identifier: Apache-2.0
/**
 * The outside, as somebody the organisation knows: signed in by a code that is good once or by a password, he sees and does what
 * is his and nothing else. Aggregates: OneTimeCode, PortalSession. Uses all areas of business; what is his is asked of them.
 */
package il.moked.selfservice;
