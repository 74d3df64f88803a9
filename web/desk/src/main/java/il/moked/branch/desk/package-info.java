// SPDX-License-Identifier: Apache-2.0
/** Screens of branches: the greeter, the counter, the waiting room, and whoever manages them. */
package il.moked.branch.desk;
