// SPDX-License-Identifier: Apache-2.0
/** The agent's page of a sale, what a customer bought and ordered on his card, and documents as they are printed. */
package il.moked.order.desk;
