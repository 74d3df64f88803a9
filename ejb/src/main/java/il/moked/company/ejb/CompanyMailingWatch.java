// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.company.Companies;
import il.moked.company.CompanyMailing;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import il.moked.company.ejb.CompanyReporting.Report;
import il.moked.company.ejb.CompanyReporting.Wish;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Sends reports whose week or month is over: each period once, because its row says so in the transaction that writes the mail. One in each transaction; those another node has in hand are passed over. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class CompanyMailingWatch {
    @Inject
    Companies companies;
    @Inject
    CompanyReporting reporting;
    @Inject
    CompanyMail mail;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @return whether there may be another one that is due */
    public boolean sendNext() {
        LocalDate today = reporting.today();
        Optional<CompanyMailing> due = companies.nextDue(today);
        due.ifPresent(mailing -> send(mailing, today));
        return due.isPresent();
    }

    private void send(CompanyMailing mailing, LocalDate today) {
        Instant now = clock.instant();
        CompanyUser user = mailing.user();
        if (!user.active() || mailing.siteId().map(site -> !user.reach(Permission.REPORTS).covers(site)).orElseGet(() -> user.reach(Permission.REPORTS).none())) {
            // what he may no longer see he is no longer sent
            mailing.ended(now);
            return;
        }
        Report report = reporting.of(user.id(), new Wish(mailing.period(today), mailing.siteId().orElse(null), mailing.sku().orElse(null)));
        ReportFile file = ReportFile.of(report, mailing.format(), user.language());
        CompanyWords words = new CompanyWords(user.language());
        String title = ReportTable.title(report, words);
        boolean sent = mail.send(user, title, words.text("mailing", user.name(), title, report.figures().calls(), report.figures().faults(), report.figures().open()), new CompanyMail.File(file.name(), file.type(), file.content()));
        mailing.sent(today, now);
        events.tell(new CompanyActed(sent ? "company.report-sent" : "company.report-not-sent", CompanyActed.MAILING, mailing.id(), user.customerId(), mailing.rhythm().name()));
    }
}
