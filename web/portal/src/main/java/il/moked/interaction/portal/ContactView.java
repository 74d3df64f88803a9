// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.portal.ContactForm.Field;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The contact form as the page shows it: what was typed, what is wrong with it, and its token. */
@Named
@RequestScoped
public class ContactView {
    private static final String BUNDLE = "il.moked.interaction.portal.interaction";
    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private ContactForm form = ContactForm.typed(name -> null);
    private String token = "";
    private final Map<Field, String> problems = new EnumMap<>(Field.class);
    private String notice;
    private boolean filesLost;

    /** A field that is wrong, for the list above the form. */
    public record Wrong(String field, String text) {
        public String getField() {
            return field;
        }

        public String getText() {
            return text;
        }
    }

    /** A choice of the list of topics. */
    public record Topic(String code, String text, boolean chosen) {
        public String getCode() {
            return code;
        }

        public String getText() {
            return text;
        }

        public boolean isChosen() {
            return chosen;
        }
    }

    void shows(ContactForm typed, String newToken) {
        form = typed;
        token = newToken;
    }

    void wrong(Map<Field, String> codes) {
        codes.forEach((field, code) -> problems.put(field, texts.text(BUNDLE, "wrong." + id(field) + "." + code, locale(), limit(field))));
    }

    void wrong(ChosenFiles files) {
        if (files.problem() != null) {
            problems.put(Field.FILES, texts.text(BUNDLE, "wrong.files." + files.problem(), locale(), files.about() == null ? "" : files.about(), ChosenFiles.MOST, ChosenFiles.LARGEST / MEGABYTE));
        }
    }

    /** @param text already in the visitor's language */
    void saysAsIs(String text) {
        notice = text;
    }

    void says(String key, Object... arguments) {
        notice = texts.text(BUNDLE, key, locale(), arguments);
    }

    /** A browser does not send chosen files again by itself. */
    void mustChooseFilesAgain() {
        filesLost = true;
    }

    boolean right() {
        return problems.isEmpty();
    }

    Locale locale() {
        return activeLocale.getLocale();
    }

    public ContactForm getForm() {
        return form;
    }

    public String getToken() {
        return token;
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
        return problems.get(Field.valueOf(field.toUpperCase(Locale.ROOT)));
    }

    public List<Topic> getTopics() {
        return ContactForm.TOPICS.stream().map(code -> new Topic(code, texts.text(BUNDLE, "topic." + code, locale()), code.equals(form.topic()))).toList();
    }

    /** A browser drops the first line break of a text area: one more keeps a text that begins with one. */
    public String getTypedText() {
        return form.text().startsWith("\n") || form.text().startsWith("\r") ? "\n" + form.text() : form.text();
    }

    public String getFilesHelp() {
        return texts.text(BUNDLE, "files.help", locale(), "", ChosenFiles.MOST, ChosenFiles.LARGEST / MEGABYTE);
    }

    public String getFilesMany() {
        return filesText("many");
    }

    public String getFilesLarge() {
        return filesText("large");
    }

    public int getMostFiles() {
        return ChosenFiles.MOST;
    }

    public long getLargestFiles() {
        return ChosenFiles.LARGEST;
    }

    private String filesText(String problem) {
        return texts.text(BUNDLE, "wrong.files." + problem, locale(), "", ChosenFiles.MOST, ChosenFiles.LARGEST / MEGABYTE);
    }

    private static Object limit(Field field) {
        return field == Field.NAME ? ContactForm.LONGEST_NAME : ContactForm.LONGEST_TEXT;
    }

    private static String id(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
