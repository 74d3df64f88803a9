// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import java.time.Instant;

/** One row of a list of complaints. @param owner user name, null while a team has it @param dueAt end of the time the law gives @param decidedAt null before */
public record ComplaintLine(long caseId, String number, long customerId, String customer, String subject, String description, Complaint.Stage stage, boolean ombudsman, boolean safety, String sku, String component, String owner, String ownerHebrewName, String ownerEnglishName,
        String teamHebrewName, String teamEnglishName, Instant receivedAt, Instant dueAt, Instant decidedAt, boolean overdue, Long problemId) {
    public String keeper(String language) {
        return "he".equals(language) ? owner == null ? teamHebrewName : ownerHebrewName : owner == null ? teamEnglishName : ownerEnglishName;
    }

    /** Where a page ended. */
    public record Cursor(Instant dueAt, long caseId) {
    }

    public Cursor cursor() {
        return new Cursor(dueAt, caseId);
    }
}
