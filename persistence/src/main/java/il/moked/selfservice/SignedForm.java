// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import jakarta.persistence.*;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A form as it was signed: what was read, what was drawn, by whom, when, from where. Never changed. Each is tied by its hash to the one
 * signed before it, so that whoever changes, adds or takes away one leaves a chain that does not fit.
 */
@Entity
@Table(name = "signed_form")
public class SignedForm {
    private static final int LONGEST_DEVICE = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "signed_form_seq")
    @SequenceGenerator(name = "signed_form_seq", sequenceName = "signed_form_seq")
    private Long id;
    @Column(updatable = false)
    private long number;
    @Column(name = "link_id", updatable = false)
    private long linkId;
    /** As it was when it was signed; customers may become one later. */
    @Column(name = "signer_id", updatable = false)
    private long signerId;
    @Column(name = "template_code", updatable = false)
    private String templateCode;
    @Column(updatable = false)
    private int edition;
    @Column(updatable = false)
    private String language;
    @Column(updatable = false)
    private String title;
    @Column(updatable = false)
    private String words;
    @Column(updatable = false)
    private String strokes;
    @Column(updatable = false)
    private String signer;
    @Column(name = "proved_by", updatable = false)
    private String provedBy;
    @Column(updatable = false)
    private String address;
    @Column(updatable = false)
    private String device;
    @Column(name = "signed_at", updatable = false)
    private Instant signedAt;
    @Basic(fetch = FetchType.LAZY)
    private byte[] pdf;
    @Column(name = "text_hash", updatable = false)
    private String textHash;
    @Column(name = "strokes_hash", updatable = false)
    private String strokesHash;
    @Column(name = "pdf_hash")
    private String pdfHash;
    @Column(name = "content_hash")
    private String contentHash;
    @Column(name = "before_hash")
    private String beforeHash;
    @Column(name = "chain_hash")
    private String chainHash;

    protected SignedForm() {
    }

    /** Who signed. @param provedBy how he proved himself, for example {@code CODE +97250…} @param address of his device in the network */
    public record Signer(String name, String provedBy, String address, String device) {
    }

    /** Not yet printed. @param now in whole microseconds, as it is kept */
    public SignedForm(long number, String before, SecureLink link, FormTemplate template, Strokes drawn, Signer by, Instant now) {
        this.number = number;
        this.beforeHash = before;
        this.linkId = link.id();
        this.signerId = link.customerId();
        this.templateCode = template.code();
        this.edition = template.edition();
        this.language = link.language();
        this.title = link.title();
        this.words = link.words().orElseThrow();
        this.strokes = drawn.written();
        this.signer = by.name();
        this.provedBy = by.provedBy();
        this.address = by.address();
        this.device = by.device() == null ? "" : by.device().length() > LONGEST_DEVICE ? by.device().substring(0, LONGEST_DEVICE) : by.device();
        this.signedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.textHash = sha256(words);
        this.strokesHash = sha256(strokes);
    }

    /** What is printed of it completes it. */
    public void printed(byte[] paper) {
        pdf = paper.clone();
        pdfHash = sha256(paper);
        contentHash = contentNow();
        chainHash = sha256(beforeHash + contentHash);
    }

    /** Of everything that must not change; each part is told with its length, so that no two contents read the same. */
    private String contentNow() {
        StringBuilder canonical = new StringBuilder();
        for (String part : List.of(Long.toString(number), Long.toString(linkId), Long.toString(signerId), templateCode, Integer.toString(edition), language, title, sha256(words), sha256(strokes), signer, provedBy, address, device, signedAt.truncatedTo(ChronoUnit.MICROS).toString(), sha256(pdf))) {
            canonical.append(part.length()).append(':').append(part);
        }
        return sha256(canonical.toString());
    }

    /** What does not fit: its text, its signature, its paper, anything else of it, or its place in the chain; or it is gone. */
    public enum Difference { TEXT, SIGNATURE, PAPER, CONTENT, CHAIN, GONE }

    /** @param before the chain's hash before it, as it is kept there @return nothing when it is as it was signed */
    public Set<Difference> compared(String before) {
        Set<Difference> found = EnumSet.noneOf(Difference.class);
        if (!sha256(words).equals(textHash)) {
            found.add(Difference.TEXT);
        }
        if (!sha256(strokes).equals(strokesHash)) {
            found.add(Difference.SIGNATURE);
        }
        if (!sha256(pdf).equals(pdfHash)) {
            found.add(Difference.PAPER);
        }
        if (!contentNow().equals(contentHash)) {
            found.add(Difference.CONTENT);
        }
        if (!before.equals(beforeHash) || !sha256(beforeHash + contentHash).equals(chainHash)) {
            found.add(Difference.CHAIN);
        }
        return found;
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In hexadecimal. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Long id() {
        return id;
    }

    public long number() {
        return number;
    }

    public long linkId() {
        return linkId;
    }

    public long signerId() {
        return signerId;
    }

    public String templateCode() {
        return templateCode;
    }

    public int edition() {
        return edition;
    }

    public String language() {
        return language;
    }

    public String title() {
        return title;
    }

    public String words() {
        return words;
    }

    public Strokes drawn() {
        return Strokes.read(strokes).orElse(new Strokes(List.of()));
    }

    public String signer() {
        return signer;
    }

    public String provedBy() {
        return provedBy;
    }

    public String address() {
        return address;
    }

    public String device() {
        return device;
    }

    public Instant signedAt() {
        return signedAt;
    }

    public byte[] pdf() {
        return pdf.clone();
    }

    public String textHash() {
        return textHash;
    }

    public String strokesHash() {
        return strokesHash;
    }

    public String beforeHash() {
        return beforeHash;
    }

    public String chainHash() {
        return chainHash;
    }
}
