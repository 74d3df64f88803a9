// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.channel.portal.ProviderHook;
import il.moked.order.Payment;
import il.moked.order.ejb.PaymentAccounts;
import il.moked.order.ejb.PaymentNews;
import il.moked.order.ejb.PaymentReporting;
import il.moked.order.jms.PaymentGateway;
import il.moked.order.jms.PaymentSecrets;
import il.moked.order.jms.PaymentSending;
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
 * Where payment providers tell what became of payments: {@code POST /pay/callback/<account>}. 200 means that it is committed,
 * also when it was before and also when it does not fit and waits for a person; 401 is a wrong, missing or old proof of who
 * calls, which is written to the audit; 404 an unknown account, 413 more than {@link #LARGEST} bytes, 400 what cannot be read,
 * 503 that it could not be kept and should come again; who is turned away too often gets 429.
 */
@Door(to = Door.Caller.PROVIDER, reaches = Payment.class)
@WebServlet("/pay/callback/*")
public class PaymentHook extends ProviderHook {
    private static final long serialVersionUID = 1;

    @Inject
    transient PaymentAccounts accounts;
    @Inject
    transient PaymentReporting reporting;
    @Inject
    transient PaymentSending providers;
    @Inject
    transient PaymentSecrets secrets;
    @Inject
    transient Clock clock;

    @Override
    protected int answer(HttpServletRequest request) throws IOException {
        String account = path(request);
        Optional<PaymentGateway> gateway = accounts.driver(account).flatMap(providers::gateway);
        if (gateway.isEmpty()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        Optional<String> secret = secrets.of(account, PaymentSecrets.WEBHOOK_SECRET);
        if (secret.isEmpty()) {
            PortalLog.LOG.webhookWithoutSecret(account);
            return HttpServletResponse.SC_UNAUTHORIZED;
        }
        try {
            PaymentNews news = gateway.get().news(body.get(), request.getHeader(gateway.get().proofHeader()), secret.get(), clock.instant());
            reporting.report(account, news);
            return HttpServletResponse.SC_OK;
        } catch (PaymentGateway.Forged forged) {
            PortalLog.LOG.hookRefused(account);
            reporting.refused(account);
            return HttpServletResponse.SC_UNAUTHORIZED;
        } catch (PaymentGateway.Unreadable unreadable) {
            return HttpServletResponse.SC_BAD_REQUEST;
        } catch (EJBException | BusinessException notKept) {
            PortalLog.LOG.hookNotTaken(notKept);
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }
}
