// SPDX-License-Identifier: Apache-2.0
/** Secure links for other systems: sent, followed, and what was signed by them. */
package il.moked.selfservice.api;
