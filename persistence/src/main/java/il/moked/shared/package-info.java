// SPDX-License-Identifier: Apache-2.0
/** Values and rules every area may use: phone numbers, e-mail addresses, national ids, events and refusals. Knows no other area. */
package il.moked.shared;
