// SPDX-License-Identifier: Apache-2.0
/** The clock of promises ticks. */
package il.moked.promise.jms;
