// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** Names the analyzers of our texts for the search index. */
public class SearchAnalysis implements LuceneAnalysisConfigurer {
    public static final String HEBREW = "hebrew";
    /** For questions and what answers them: the three aspects of {@link QuestionAnalyzer}. */
    public static final String SUBJECT = "subject";
    public static final String WORDING = "wording";
    public static final String FRAGMENTS = "fragments";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(HEBREW).instance(new HebrewAnalyzer());
        context.analyzer(SUBJECT).instance(new QuestionAnalyzer(QuestionAnalyzer.Aspect.SUBJECT));
        context.analyzer(WORDING).instance(new QuestionAnalyzer(QuestionAnalyzer.Aspect.WORDING));
        context.analyzer(FRAGMENTS).instance(new QuestionAnalyzer(QuestionAnalyzer.Aspect.FRAGMENTS));
    }
}
