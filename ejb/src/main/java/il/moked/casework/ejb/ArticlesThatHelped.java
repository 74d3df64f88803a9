// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.casework.CaseArticles;
import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase.Cause;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Articles are worth what they close: of a case that is brought to its end, what was put into its conversations helped. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class ArticlesThatHelped {
    private static final int LAST = 5;

    @Inject
    CaseArticles articles;
    @Inject
    Cases cases;
    @Inject
    CaseScope scope;
    @Inject
    Clock clock;

    /** @param count of all @param last those of the last ones that the caller may see */
    public record Closed(int count, List<CaseLine> last) {
    }

    @PermitAll
    public void closed(@Observes CaseActed event) {
        if ("casework.closed".equals(event.action()) && Cause.valueOf(event.detail()).solves()) {
            articles.helped(cases.get(event.subjectId()), clock.instant());
        }
    }

    public Closed by(long articleId) {
        return new Closed(articles.closed(articleId), cases.lines(articles.cases(articleId, LAST)).stream().filter(scope::permits).toList());
    }
}
