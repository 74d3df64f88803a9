// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.ejb.ArticlesThatHelped;
import il.moked.casework.ejb.ArticlesThatHelped.Closed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** WEB-INF/parts/casework/closed-by.xhtml: the cases an article helped to close. */
@Named
@RequestScoped
public class CaseArticlesView {
    @Inject
    ArticlesThatHelped helped;

    private Closed closed;

    public Closed by(long articleId) {
        return closed = closed == null ? helped.by(articleId) : closed;
    }
}
