// SPDX-License-Identifier: Apache-2.0
/** Signing in at the portal, and what is a customer's own. Every page asks {@code SignedIn} whose it is; nothing of that is taken from the request. */
package il.moked.selfservice.portal;
