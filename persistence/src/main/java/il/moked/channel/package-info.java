// SPDX-License-Identifier: Apache-2.0
/** The doors: channels and their accounts, the inbox of everything that arrived, the outbox of everything to be sent. Uses shared, access. */
package il.moked.channel;
