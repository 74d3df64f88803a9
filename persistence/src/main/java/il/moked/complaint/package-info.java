// SPDX-License-Identifier: Apache-2.0
/**
 * Complaints: cases that go through the stages of ISO 10002 within 45 days, and what many of them together say about a product.
 * Aggregates: Complaint, ComplaintCause, EvidenceFile, RegulatorFeed.
 */
package il.moked.complaint;
