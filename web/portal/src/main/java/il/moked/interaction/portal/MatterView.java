// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.complaint.Complaint.Remedy;
import il.moked.interaction.StatedMatter.Kind;
import il.moked.interaction.portal.ContactView.Topic;
import il.moked.interaction.portal.ContactView.Wrong;
import il.moked.interaction.portal.MatterForm.Field;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.shared.OneOf;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A complaint or a fault as the page shows it: which step, what was typed, what is wrong with it, and what may help at once. */
@Named
@RequestScoped
public class MatterView {
    private static final String BUNDLE = "il.moked.interaction.portal.matter";
    private static final String CONTACT = "il.moked.interaction.portal.interaction";

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private MatterForm form = MatterForm.typed(Kind.FAULT, name -> null);
    private String token = "";
    private final Map<Field, String> problems = new EnumMap<>(Field.class);
    private List<FoundArticle> found = List.of();
    private String notice;
    private boolean who;
    private boolean filesLost;

    void shows(MatterForm typed, String signed) {
        form = typed;
        token = signed;
    }

    void asksWho(List<FoundArticle> articles) {
        who = true;
        found = articles;
    }

    void wrong(Map<Field, String> codes) {
        codes.forEach((field, code) -> problems.put(field, texts.text(BUNDLE, "wrong." + id(field) + "." + code, locale(), field.longest())));
    }

    /** @param files what is wrong with the files, in words; null for nothing */
    void wrong(String files) {
        if (files != null) {
            problems.put(Field.FILES, files);
        }
    }

    void saysAsIs(String text) {
        notice = text;
    }

    void says(String key, Object... arguments) {
        notice = texts.text(CONTACT, key, locale(), arguments);
    }

    void mustChooseFilesAgain() {
        filesLost = true;
    }

    boolean right() {
        return problems.isEmpty();
    }

    boolean rightWhat() {
        return problems.keySet().stream().noneMatch(Field::what);
    }

    Locale locale() {
        return activeLocale.getLocale();
    }

    /** What an agent reads as the subject of the conversation. */
    String topic() {
        return text(path() + ".topic");
    }

    /** What stands in fields beside the text, for whoever reads the conversation. */
    String details() {
        String remedy = form.kind() == Kind.COMPLAINT ? text("remedy." + form.remedy()) : "";
        return Stream.of(line("product", form.product()), line("serial", form.serial()), line("place", form.place()), line("remedy", remedy)).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String line(String field, String value) {
        return value.isBlank() ? "" : text(field) + ": " + MatterForm.clean(value);
    }

    /** {@code complaint} or {@code fault}: the page's address, and the beginning of its texts' keys. */
    public String path() {
        return form.kind() == Kind.COMPLAINT ? "complaint" : "fault";
    }

    public String getTitle() {
        return text(path() + ".title");
    }

    public String getLead() {
        return text(path() + ".lead");
    }

    public MatterForm getForm() {
        return form;
    }

    public boolean isComplaint() {
        return form.kind() == Kind.COMPLAINT;
    }

    public String getToken() {
        return token;
    }

    /** Whether it is the second step. */
    public boolean isWho() {
        return who;
    }

    public List<FoundArticle> getFound() {
        return found;
    }

    public String getNotice() {
        return notice;
    }

    public boolean isFilesLost() {
        return filesLost;
    }

    public boolean isTrouble() {
        return notice != null || !problems.isEmpty();
    }

    public List<Wrong> getWrongs() {
        List<Wrong> wrongs = new ArrayList<>();
        problems.forEach((field, text) -> wrongs.add(new Wrong(id(field), text)));
        return wrongs;
    }

    /** @return what is wrong with a field, null when nothing is */
    public String problem(String field) {
        return OneOf.named(Field.class, field.toUpperCase(Locale.ROOT)).map(problems::get).orElse(null);
    }

    /** What a complainant may want. */
    public List<Topic> getRemedies() {
        return Arrays.stream(Remedy.values()).map(remedy -> new Topic(remedy.name(), text("remedy." + remedy), remedy.name().equals(form.remedy()))).toList();
    }

    /** A browser drops the first line break of a text area: one more keeps a text that begins with one. */
    public String getTypedText() {
        return form.text().startsWith("\n") || form.text().startsWith("\r") ? "\n" + form.text() : form.text();
    }

    private String text(String key) {
        return texts.text(BUNDLE, key, locale());
    }

    private static String id(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
