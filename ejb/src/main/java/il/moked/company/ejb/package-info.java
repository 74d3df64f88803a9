// SPDX-License-Identifier: Apache-2.0
/**
 * What the people of a business do in its portal and by its programs, each as far as he may: calls, contracts, reports, people,
 * keys; and what staff set up for them. Uses cases, whose changes it follows for the reports. Fires CompanyActed.
 */
package il.moked.company.ejb;
