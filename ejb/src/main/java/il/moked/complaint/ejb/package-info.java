// SPDX-License-Identifier: Apache-2.0
/**
 * What is done with complaints: stages, the ombudsman, the time the law gives, evidence; groups, their charts and alarms, and
 * telling complainants that the fault is mended. Uses cases, which it watches being opened and closed. Fires ComplaintActed,
 * ComplaintTermRang, ComplaintsOut.
 */
package il.moked.complaint.ejb;
