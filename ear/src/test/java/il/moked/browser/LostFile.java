// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import il.moked.channel.ejb.Reception;
import il.moked.channel.jms.social.Arrival;
import il.moked.shared.OneJson;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A customer sends a picture by WhatsApp that the provider does not have. POST with {@code mark}, which is in his name and his words. */
@WebServlet("/lost-file")
public class LostFile extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient Reception reception;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String mark = request.getParameter("mark");
        String from = "97254" + (1_000_000 + Math.abs(mark.hashCode() % 8_999_999));
        JsonObject message = OneJson.PROVIDER.createObjectBuilder().add("id", "wamid." + mark).add("from", from).add("type", "image")
                .add("image", OneJson.PROVIDER.createObjectBuilder().add("id", "nothing-" + mark).add("mime_type", "image/png").add("caption", "תמונה picture " + mark)).build();
        JsonObject context = OneJson.PROVIDER.createObjectBuilder().add("contact", OneJson.PROVIDER.createObjectBuilder().add("wa_id", from).add("profile", OneJson.PROVIDER.createObjectBuilder().add("name", "Rina " + mark))).build();
        Arrival arrival = new Arrival("message:wamid." + mark, Arrival.Kind.MESSAGE, from, message, context);
        reception.receive("whatsapp", arrival.externalId(), from, arrival.raw());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
