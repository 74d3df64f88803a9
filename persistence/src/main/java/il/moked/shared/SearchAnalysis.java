// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** Names the analyzer of our texts for the search index. */
public class SearchAnalysis implements LuceneAnalysisConfigurer {
    public static final String HEBREW = "hebrew";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(HEBREW).instance(new HebrewAnalyzer());
    }
}
