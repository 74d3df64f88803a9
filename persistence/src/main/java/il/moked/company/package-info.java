// SPDX-License-Identifier: Apache-2.0
/**
 * Businesses as customers who follow their own calls: their sites, their people and what each may do there, keys of their own
 * programs, and what reports read of their cases. Aggregates: CompanySite, CompanyUser, CompanyKey, CompanyMailing. Uses cases,
 * contracts, visits and branches; a company is a customer of that kind.
 */
package il.moked.company;
