// SPDX-License-Identifier: Apache-2.0
/** Sends by itself what companies wish to have by mail. */
package il.moked.company.jms;
