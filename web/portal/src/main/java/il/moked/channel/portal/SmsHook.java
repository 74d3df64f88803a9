// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.Channel;
import il.moked.channel.InboundMessage;
import il.moked.channel.SmsArrival;
import il.moked.channel.ejb.AccountLinks;
import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.channel.ejb.Reception;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.PortalLog;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Where providers hand in what customers wrote ({@code POST /channels/sms/<account>}) and how far our messages got
 * ({@code POST /channels/sms/<account>/status}). 200 means that it is committed, also when it was before; 403 is a wrong
 * or missing proof of who calls, 404 an unknown account, 413 more than {@link #LARGEST} bytes, 400 what cannot be read,
 * 503 that it could not be kept and should come again; who is turned away too often gets 429. Nothing is said of why.
 */
@Door(to = Door.Caller.PROVIDER, reaches = InboundMessage.class)
@WebServlet("/channels/sms/*")
public class SmsHook extends ProviderHook {
    private static final long serialVersionUID = 1;
    private static final String STATUS = "/status";

    @Inject
    transient AccountLinks accounts;
    @Inject
    transient Reception reception;
    @Inject
    transient HookSecrets secrets;
    @Inject
    transient Clock clock;

    @Override
    protected int answer(HttpServletRequest request) throws IOException {
        String path = path(request);
        boolean status = path.endsWith(STATUS);
        Optional<Link> account = account(status ? path.substring(0, path.length() - STATUS.length()) : path);
        if (account.isEmpty()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        HookCall call = new HookCall(publicUrl(request, account.get()), request.getContentType(), request::getHeader, body.get());
        if (!new SmsProof(account.get(), secrets.of(account.get().account())).proves(call)) {
            PortalLog.LOG.hookRefused(account.get().account());
            return HttpServletResponse.SC_FORBIDDEN;
        }
        return handIn(account.get(), call, status);
    }

    private Optional<Link> account(String code) {
        return accounts.open(Channel.SMS, code).filter(link -> link.setting("driver").filter("http"::equals).isPresent());
    }

    private int handIn(Link account, HookCall call, boolean status) {
        try {
            SmsFields fields = new SmsFields(account, call);
            if (status) {
                SmsArrival.Report report = fields.report(clock.instant());
                reception.receive(account.account(), report.externalId(), report.to().isEmpty() ? report.id() : report.to(), report.bytes());
            } else {
                SmsArrival.Message message = fields.message(clock.instant());
                reception.receive(account.account(), message.externalId(), message.from(), message.bytes());
            }
            return HttpServletResponse.SC_OK;
        } catch (IllegalArgumentException unreadable) {
            return HttpServletResponse.SC_BAD_REQUEST;
        } catch (BusinessException closed) {
            return HttpServletResponse.SC_NOT_FOUND;
        } catch (EJBException notKept) {
            PortalLog.LOG.hookNotTaken(notKept);
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }

    /** The address the provider was given, which some sign: as it came, or as the settings say when a proxy stands before. */
    private static String publicUrl(HttpServletRequest request, Link account) {
        String path = request.getRequestURI() + (request.getQueryString() == null ? "" : '?' + request.getQueryString());
        return account.setting("inbound.base").map(base -> base.replaceFirst("/+$", "") + path).orElseGet(() -> request.getRequestURL() + (request.getQueryString() == null ? "" : '?' + request.getQueryString()));
    }
}
