// SPDX-License-Identifier: Apache-2.0
/** Complaints for other systems, by REST and SOAP, and what regulators published. */
package il.moked.complaint.api;
