// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.demo.ejb.DemoCustomers;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import il.moked.demo.ejb.DemoProfile;
import il.moked.interaction.portal.FormDoor;
import il.moked.lab.portal.Handset.Key;
import il.moked.shared.PhoneNumber;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The lab's telephone for speaking: what it shows, and what the played customer does with it. Both answer with what it shows now. */
@Door(to = Door.Caller.DEMO)
@WebServlet("/lab/call")
@MultipartConfig(fileSizeThreshold = LabCallPage.LARGEST_SOUND, maxRequestSize = LabCallPage.LARGEST_SOUND)
public class LabCallPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    /** Half a minute of ordinary sound. Bytes. */
    static final int LARGEST_SOUND = 4 * 1024 * 1024;
    private static final String SCREEN = "lab/call-screen";

    @Inject
    transient DemoProfile demo;
    @Inject
    transient DemoCustomers customers;
    @Inject
    transient FormDoor door;
    @Inject
    transient PlayedExchange exchange;
    @Inject
    transient LabView view;
    @Inject
    transient LabCallView telephone;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<Key> key = demo.active() && play(request) ? key(request) : Optional.empty();
        if (key.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        telephone.shows(exchange.look(key.get(), own()));
        pages.show(SCREEN, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.chatCalls().take(Visitor.of(request));
        if (!demo.active() || !wait.isZero()) {
            response.sendError(demo.active() ? 429 : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        Optional<Key> key = play(request) && door.read(request.getParameter("token")).isPresent() ? key(request) : Optional.empty();
        if (key.isEmpty() || !does(key.get(), request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        pages.show(SCREEN, request, response);
    }

    private boolean does(Key key, HttpServletRequest request) throws IOException, ServletException {
        switch (String.valueOf(request.getParameter("do"))) {
            case "dial" -> dial(key, request);
            case "key" -> {
                String pressed = request.getParameter("key");
                if (pressed == null || !pressed.matches("[0-9*#]")) {
                    return false;
                }
                telephone.shows(exchange.press(key, own(), pressed.charAt(0)));
            }
            case "play" -> {
                return play(key, request);
            }
            case "pick-up" -> telephone.shows(exchange.pickUp(key, own()));
            case "hang-up" -> telephone.shows(exchange.hangUp(key, own()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A file of sound is held to the telephone: what the exchange hears in it are its tones. */
    private boolean play(Key key, HttpServletRequest request) throws IOException, ServletException {
        Part sound = request.getPart("sound");
        if (sound == null) {
            return false;
        }
        String keys = WavSound.read(sound.getInputStream().readNBytes(LARGEST_SOUND)).map(Tones::keys).orElse("");
        telephone.heardInFile(keys);
        telephone.shows(exchange.look(key, own()));
        keys.chars().forEach(pressed -> telephone.shows(exchange.press(key, own(), (char) pressed)));
        return true;
    }

    private void dial(Key key, HttpServletRequest request) {
        String from = String.valueOf(request.getParameter("from"));
        if ("withheld".equals(from)) {
            telephone.shows(exchange.dial(key, own(), null, guided(request)));
            return;
        }
        String caller = "other".equals(from) ? number(request.getParameter("number")) : own();
        if (caller == null) {
            telephone.numberIsWrong();
            telephone.shows(exchange.look(key, own()));
        } else {
            telephone.shows(exchange.dial(key, own(), caller, guided(request)));
        }
    }

    private static boolean guided(HttpServletRequest request) {
        return "guided".equals(request.getParameter("to"));
    }

    private String own() {
        return number(view.getPlayed().phone());
    }

    private static String number(String written) {
        return PhoneNumber.parse(written).map(PhoneNumber::value).orElse(null);
    }

    private Optional<Key> key(HttpServletRequest request) {
        try {
            return Optional.of(new Key(String.valueOf(request.getParameter("window")), view.getPlayed().email()));
        } catch (IllegalArgumentException noWindow) {
            return Optional.empty();
        }
    }

    private boolean play(HttpServletRequest request) {
        List<DemoCustomer> all = customers.list();
        String as = request.getParameter("as");
        DemoCustomer played = all.stream().filter(customer -> customer.email().equals(as)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
        view.plays(all, played, "call");
        return played != null;
    }
}
