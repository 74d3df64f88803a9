// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.complaint.FixNews;
import il.moked.complaint.FixTold;
import il.moked.complaint.Fixes;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Tells everybody who complained of a fault that it is mended: each once, whoever presses again. */
@Stateless
@RolesAllowed(Role.SUPERVISOR)
public class FixTelling {
    /** At once; the next press tells further ones. */
    public static final int MOST = 2000;

    @Inject
    Fixes fixes;
    @Inject
    Cases cases;
    @Inject
    CaseReading reading;
    @Inject
    CustomerTexts texts;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** What telling would do. @param solved whether the problem is @param untold complainants who were not told @param told those who were, by what became of it */
    public record Preview(boolean solved, int untold, Map<FixTold.State, Integer> told, String hebrew, String english) {
        public int of(FixTold.State state) {
            return told.getOrDefault(state, 0);
        }
    }

    public Preview preview(long problemId) {
        reading.line(problemId);
        ServiceCase problem = cases.get(problemId);
        return new Preview(solved(problem), fixes.untold(problemId, MOST).size(), fixes.told(problemId), texts.text("complaint-fixed", "he", problem.subject()), texts.text("complaint-fixed", "en", problem.subject()));
    }

    /** @return how many are told by this @throws BusinessException {@code complaint.problem-not-solved}, {@code complaint.nobody-to-tell}, {@code shared.field-missing}, {@code shared.field-too-long} */
    public int tell(long problemId, String hebrew, String english) {
        reading.line(problemId);
        ServiceCase problem = cases.getLocked(problemId);
        if (!solved(problem)) {
            throw new BusinessException("complaint.problem-not-solved");
        }
        List<Long> untold = fixes.untold(problemId, MOST);
        if (untold.isEmpty()) {
            throw new BusinessException("complaint.nobody-to-tell");
        }
        FixNews news = new FixNews(problem, text("hebrew", hebrew), text("english", english), currentUser.name(), clock.instant());
        fixes.add(news);
        untold.forEach(caseId -> fixes.add(new FixTold(news, caseId)));
        events.tell(new ComplaintActed(problemId, null, "complaint.fix-told", List.of(), Integer.toString(untold.size())));
        return untold.size();
    }

    private static boolean solved(ServiceCase problem) {
        return problem.problem() && (problem.state() == ServiceCase.State.SOLVED || problem.state() == ServiceCase.State.CLOSED && problem.cause().map(ServiceCase.Cause::solves).orElse(false));
    }

    private static String text(String field, String given) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (given.strip().length() > FixNews.LONGEST) {
            throw new BusinessException("shared.field-too-long", field, FixNews.LONGEST);
        }
        return ShownText.of(ShownText.storable(given.strip()));
    }
}
