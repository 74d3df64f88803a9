// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaints;
import il.moked.complaint.Evidence;
import il.moked.complaint.EvidenceFile;
import il.moked.complaint.EvidenceSources;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Evidence files of complaints: made for a court or a regulator, and checked against what is kept now. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.OMBUDSMAN, Role.INTEGRATION})
public class EvidenceKeeping {
    @Inject
    EvidenceSources sources;
    @Inject
    Complaints complaints;
    @Inject
    Cases cases;
    @Inject
    CaseReading reading;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param number of the case's files, from 1 @param endHash the last of the chain, in hexadecimal */
    public record FileLine(int number, String by, Instant at, int entries, String endHash) {
        static FileLine of(EvidenceFile file) {
            return new FileLine(file.number(), file.producedBy(), file.producedAt(), file.size(), file.endHash());
        }
    }

    public record Produced(FileLine file, String fileName, byte[] pdf) {
    }

    /**
     * Makes a file of everything until now; what its chain says is kept.
     *
     * @param language of the headings, {@code he} or {@code en}
     * @throws il.moked.shared.BusinessException {@code complaint.unknown}, {@code complaint.evidence-too-long}
     */
    public Produced produce(long caseId, String language) {
        CaseLine line = reading.line(caseId);
        Complaint of = complaints.getLocked(caseId);
        ServiceCase its = cases.get(caseId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Evidence> evidence = sources.of(its, now);
        int number = sources.files(caseId).stream().findFirst().map(EvidenceFile::number).orElse(0) + 1;
        EvidenceFile file = new EvidenceFile(caseId, number, its.number(), evidence, currentUser.name(), now);
        sources.add(file);
        events.tell(new ComplaintActed(caseId, of.customerId(), "complaint.evidence-produced", List.of(), number + " " + file.endHash()));
        byte[] pdf = EvidencePrinting.pdf(file, its.number(), its.subject(), line.customer(), evidence, language, new EvidenceWords(language, zone));
        return new Produced(FileLine.of(file), "evidence-" + its.number() + "-" + number + ".pdf", pdf);
    }

    /** Newest first. */
    public List<FileLine> files(long caseId) {
        reading.line(caseId);
        return sources.files(caseId).stream().map(FileLine::of).toList();
    }

    /** Whether everything still is as a file said. @return what is not @throws NotFoundException {@code complaint.unknown-evidence} */
    public List<EvidenceFile.Finding> check(long caseId, int number) {
        reading.line(caseId);
        EvidenceFile file = sources.file(caseId, number).orElseThrow(() -> new NotFoundException("complaint.unknown-evidence"));
        List<EvidenceFile.Finding> findings = file.compared(sources.of(cases.get(caseId), clock.instant()));
        events.tell(new ComplaintActed(caseId, cases.get(caseId).customerId(), "complaint.evidence-checked", List.of(), number + " " + findings.size()));
        return findings;
    }
}
