// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import il.moked.shared.BusinessException;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.primefaces.PrimeFaces;

/** The page that asked: what it sent, which of its regions are drawn again, and what it is told. */
@RequestScoped
public class Screen {
    @Inject
    ActiveLocale locale;

    private final List<JsonObject> said = new ArrayList<>();

    public String language() {
        return locale.getLang();
    }

    public String text(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    }

    /** @throws BusinessException {@code shared.bad-request} when the page sent something else than a number */
    public long number(String name) {
        String sent = text(name);
        try {
            return Long.parseLong(sent);
        } catch (NumberFormatException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    public boolean says(String name) {
        return "true".equals(text(name));
    }

    public void redraw(String... regions) {
        PrimeFaces.current().ajax().update(regions);
    }

    /** A value for the script that asked. */
    public void answer(String name, Object value) {
        PrimeFaces.current().ajax().addCallbackParam(name, value);
    }

    /** A sentence that passes by. */
    public void tell(String text) {
        say("info", text, null, null);
    }

    /** A sentence with ten seconds to undo what it tells. */
    public void tell(String text, long undo) {
        say("info", text, undo, null);
    }

    /** The same, undone by an act of the page instead of the reopening of a conversation. @param act name of the act */
    public void tell(String text, long undo, String act) {
        say("info", text, undo, act);
    }

    /** Fields that are wrong are told beside them; any other refusal is a sentence that passes by. */
    public void refuse(BusinessException refusal) {
        if (refusal instanceof WrongFieldsException fields) {
            JsonArrayBuilder wrong = Json.createArrayBuilder();
            fields.wrong().forEach(one -> wrong.add(Json.createObjectBuilder().add("field", one.field()).add("text", Problems.text(new BusinessException(one.code(), one.arguments().toArray()), locale.getLocale()))));
            answer("wrong", wrong.build().toString());
            answer("refused", refusal.code());
            return;
        }
        say("bad", Problems.text(refusal, locale.getLocale()), null, null);
        answer("refused", refusal.code());
    }

    private void say(String kind, String text, Long undo, String act) {
        JsonObjectBuilder sentence = Json.createObjectBuilder().add("kind", kind).add("text", text);
        if (undo != null) {
            sentence.add("undo", undo);
        }
        if (act != null) {
            sentence.add("by", act);
        }
        said.add(sentence.build());
        JsonArrayBuilder all = Json.createArrayBuilder();
        said.forEach(all::add);
        answer("told", all.build().toString());
    }
}
