// SPDX-License-Identifier: Apache-2.0
package il.moked.access.desk;

import il.moked.access.Role;
import il.moked.access.ejb.SignIn;
import il.moked.demo.ejb.DemoProfile;
import il.moked.shared.BusinessException;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.primefaces.context.PrimeFacesContext;

/**
 * signin.xhtml. The server shows it in place of whatever page was asked for without being signed in; that page's address
 * travels in the form and is gone back to afterwards.
 */
@Named
@RequestScoped
public class SignInView {
    private static final int LONGEST_NAME = 100;

    @Inject
    SignIn signIn;
    @Inject
    ActiveLocale locale;
    @Inject
    DemoProfile demo;
    @Inject
    Clock clock;
    @Inject
    HttpServletRequest request;

    private String user;
    private String password;
    private String from;
    private String problem;

    @PostConstruct
    void asked() {
        if (request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String address && "GET".equals(request.getMethod())) {
            String query = (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
            from = query == null ? address : address + "?" + query;
        }
    }

    /** Signs in and goes where the user wanted to go. One sentence for every wrong combination: it never says which part is wrong. */
    public void enter() throws IOException {
        String name = user == null ? "" : user.strip();
        String address = request.getRemoteAddr();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            refuse(new BusinessException("access.wrong"));
            return;
        }
        try {
            signIn.mayTry(name, address);
            if (request.getUserPrincipal() != null) {
                request.logout();
            }
            request.getSession();
            request.login(name, password == null ? "" : password);
        } catch (ServletException wrong) {
            signIn.failed(name, address);
            refuse(new BusinessException("access.wrong"));
            return;
        } catch (BusinessException refused) {
            refuse(refused);
            return;
        }
        request.changeSessionId();
        request.getSession().setAttribute(SessionAge.SINCE, clock.millis());
        signIn.succeeded(name);
        signIn.speak(name, locale.getLang());
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(safe(from, external.getRequestContextPath(), home(request)));
    }

    private void refuse(BusinessException refusal) {
        password = null;
        problem = Problems.text(refusal, locale.getLocale());
    }

    /** The page a user begins with. */
    static String home(HttpServletRequest request) {
        boolean agent = request.isUserInRole(Role.AGENT) || request.isUserInRole(Role.SUPERVISOR);
        return request.getContextPath() + (agent ? "/agent/desk.xhtml" : "/admin/home.xhtml");
    }

    /** The wanted address when it is a page of this application, else the page to begin with. */
    static String safe(String wanted, String contextPath, String home) {
        boolean own = wanted != null && wanted.startsWith(contextPath + "/") && !wanted.contains("//") && !wanted.contains("\\") && wanted.chars().noneMatch(Character::isISOControl);
        boolean page = own && wanted.replaceFirst("\\?.*", "").endsWith(".xhtml") && !wanted.startsWith(contextPath + "/signin");
        return page ? wanted : home;
    }

    public boolean isDemo() {
        return demo.active();
    }

    public boolean isLeft() {
        return request.getParameter("left") != null;
    }

    /** What the content policy of this page calls its own scripts. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    public String getProblem() {
        return problem;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
