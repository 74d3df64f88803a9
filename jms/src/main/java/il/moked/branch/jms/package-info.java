// SPDX-License-Identifier: Apache-2.0
/** The clock of branches: who did not come. */
package il.moked.branch.jms;
