// SPDX-License-Identifier: Apache-2.0
/** What self-service does by itself: old codes and sessions are forgotten. */
package il.moked.selfservice.jms;
