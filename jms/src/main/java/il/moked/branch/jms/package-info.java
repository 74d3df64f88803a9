// SPDX-License-Identifier: Apache-2.0
/** The clock of branches and their appointments: who did not come, and who is reminded. */
package il.moked.branch.jms;
