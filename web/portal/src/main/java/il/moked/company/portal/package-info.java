// SPDX-License-Identifier: Apache-2.0
/** The portal of businesses under {@code /business}: calls, contracts, reports, people; and what their programs ask under {@code /business/api/v1}. */
package il.moked.company.portal;
