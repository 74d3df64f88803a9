// SPDX-License-Identifier: Apache-2.0
/** The organisation's own app: messages are put where the app reads them, and its devices are told by web push. */
package il.moked.channel.jms.app;
