// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

/** What somebody of a company may do, at one site or in the whole company. */
public enum Permission { SEE, OPEN, REPORTS, INVOICES, ADMINISTER }
