// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.shared.SearchAnalysis;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;

/**
 * A passage in the index, cut in three ways. What is of a whole article stands in fields of its own: how rare a word is and
 * how long a text is compares with its like only.
 */
public final class PassageDocument implements TypeBinder {
    static final String INDEX = "article";
    static final String NUMBER = "number";
    static final String ARTICLE = "article";
    static final String AUDIENCE = "audience";
    static final String TITLE = "title";
    static final Aspects PASSAGE = new Aspects("subject", "wording", "fragments");
    static final Aspects WHOLE = new Aspects("wholeSubject", "wholeWording", "wholeFragments");

    /** The fields of one text. */
    record Aspects(String subject, String wording, String fragments) {
    }

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().useRootOnly();
        context.bridge(ArticlePassage.class, new Bridge(context.indexSchemaElement()));
    }

    private record Fields(IndexFieldReference<String> subject, IndexFieldReference<String> wording, IndexFieldReference<String> fragments) {
        static Fields of(IndexSchemaElement schema, Aspects names) {
            return new Fields(text(schema, names.subject(), SearchAnalysis.SUBJECT), text(schema, names.wording(), SearchAnalysis.WORDING), text(schema, names.fragments(), SearchAnalysis.FRAGMENTS));
        }

        private static IndexFieldReference<String> text(IndexSchemaElement schema, String name, String analyzer) {
            return schema.field(name, field -> field.asString().analyzer(analyzer)).toReference();
        }

        void write(DocumentElement document, String text) {
            document.addValue(subject, text);
            document.addValue(wording, text);
            document.addValue(fragments, text);
        }
    }

    private static final class Bridge implements TypeBridge<ArticlePassage> {
        private final IndexFieldReference<Long> number;
        private final IndexFieldReference<Long> article;
        private final IndexFieldReference<String> audience;
        private final IndexFieldReference<String> title;
        private final Fields passage;
        private final Fields whole;

        Bridge(IndexSchemaElement schema) {
            number = schema.field(NUMBER, field -> field.asLong()).toReference();
            article = schema.field(ARTICLE, field -> field.asLong().projectable(Projectable.YES)).toReference();
            audience = schema.field(AUDIENCE, field -> field.asString()).toReference();
            title = Fields.text(schema, TITLE, SearchAnalysis.SUBJECT);
            passage = Fields.of(schema, PASSAGE);
            whole = Fields.of(schema, WHOLE);
        }

        @Override
        public void write(DocumentElement document, ArticlePassage written, TypeBridgeWriteContext context) {
            document.addValue(number, written.id());
            document.addValue(article, written.articleId());
            document.addValue(audience, written.audience().name());
            if (written.part() == ArticlePassage.Part.WHOLE) {
                whole.write(document, written.text());
            } else {
                document.addValue(title, written.title());
                passage.write(document, text(written));
            }
        }

        private static String text(ArticlePassage written) {
            String heading = written.heading().orElse("");
            return written.part() == ArticlePassage.Part.QUESTION ? heading : heading + '\n' + written.text();
        }
    }
}
