// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import jakarta.persistence.*;
import java.util.Optional;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;

/** A piece of a published version, as it is searched. It does not change; when another version is published it is gone. */
@Entity
@Indexed(index = PassageDocument.INDEX)
@TypeBinding(binder = @TypeBinderRef(type = PassageDocument.class))
@Table(name = "article_passage")
public class ArticlePassage {
    public static final int LONGEST_HEADING = 200;

    public enum Part {
        /** Of the text, as a heading begins it. */
        SECTION,
        /** One of the questions it answers, as the heading; its text is how the answer begins. */
        QUESTION,
        /** All of the language at once. */
        WHOLE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_passage_seq")
    @SequenceGenerator(name = "article_passage_seq", sequenceName = "article_passage_seq")
    @DocumentId
    private Long id;
    @Column(name = "article_id")
    private Long articleId;
    @Column(name = "version_id")
    private Long versionId;
    private String language;
    @Enumerated(EnumType.STRING)
    private Part part;
    @Enumerated(EnumType.STRING)
    private Audience audience;
    private String title;
    private String heading;
    private String text;

    protected ArticlePassage() {
    }

    public ArticlePassage(ArticleVersion version, String language, Part part, String heading, String text) {
        this.articleId = version.articleId();
        this.versionId = version.id();
        this.audience = version.audience();
        this.language = language;
        this.part = part;
        this.title = version.sheet().in(language).title();
        this.heading = heading;
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public long articleId() {
        return articleId;
    }

    public long versionId() {
        return versionId;
    }

    public String language() {
        return language;
    }

    public Part part() {
        return part;
    }

    public Audience audience() {
        return audience;
    }

    public String title() {
        return title;
    }

    public Optional<String> heading() {
        return Optional.ofNullable(heading);
    }

    public String text() {
        return text;
    }
}
