// SPDX-License-Identifier: Apache-2.0
/** What is offered to whom, what was answered, and leads. Fires OfferActed, LeadActed; hears Purchased, CustomersJoined, CustomersMerged and MergeUndone for what customers' buying says of them. */
package il.moked.offer.ejb;
