// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import il.moked.access.Role;
import il.moked.agreement.Agreement;
import il.moked.agreement.AgreementTemplate;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Makes and ends the contracts of a customer, and says what he owns. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class AgreementKeeping {
    static final int LONGEST_CODE = 40;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_SERIAL = 80;
    private static final int LONGEST_MANUAL = 500;
    private static final String NUMBER = "[A-Za-z0-9][A-Za-z0-9./_-]{0,39}";

    @Inject
    Agreements agreements;
    @Inject
    Customers customers;
    @Inject
    DomainEvents events;
    @Inject
    Today today;
    @Inject
    Clock clock;

    /** @param template code @param until the last day, null for what the template says */
    public record NewAgreement(String number, String template, LocalDate from, LocalDate until) {
    }

    /** What is not known is null. @param agreement number of his contract that covers it @param manual https address */
    public record NewProduct(String sku, String name, String serial, LocalDate boughtOn, LocalDate warrantyUntil, String manual, String agreement) {
    }

    /** What can be sold now. */
    public record Offered(String code, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public List<Offered> templates() {
        return agreements.templates().stream().filter(AgreementTemplate::active).map(template -> new Offered(template.code(), template.name("he"), template.name("en"))).toList();
    }

    /** @throws BusinessException {@code agreement.number}, {@code agreement.number-taken}, {@code agreement.unknown-template}, {@code agreement.dates}, {@code agreement.guest} */
    public long add(long customerId, NewAgreement wanted) {
        Customer customer = customers.getLocked(customerId);
        if (customer.guest()) {
            throw new BusinessException("agreement.guest");
        }
        AgreementTemplate template = agreements.findTemplate(wanted.template() == null ? "" : wanted.template()).filter(AgreementTemplate::active).orElseThrow(() -> new BusinessException("agreement.unknown-template", "template"));
        if (agreements.findByNumber(number(wanted)).isPresent()) {
            throw new BusinessException("agreement.number-taken", "number", wanted.number());
        }
        Agreement agreement = new Agreement(number(wanted), customer.id(), template, from(wanted), wanted.until(), clock.instant());
        agreements.add(agreement);
        agreements.flush();
        events.tell(AgreementActed.contract("agreement.made", agreement.id(), customer.id(), agreement.number() + " " + template.code()));
        return agreement.id();
    }

    static String number(NewAgreement wanted) {
        if (wanted.number() == null || !wanted.number().matches(NUMBER)) {
            throw new BusinessException("agreement.number", "number");
        }
        return wanted.number();
    }

    private LocalDate from(NewAgreement wanted) {
        return wanted.from() == null ? today.is() : wanted.from();
    }

    /** @param version as it was seen @param last day on which it holds, null for without an end @throws BusinessException {@link StaleVersionException}, {@code agreement.dates} */
    public void runsUntil(long agreementId, int version, LocalDate last) {
        Agreement agreement = agreements.getLocked(agreementId);
        if (agreement.version() != version) {
            throw new StaleVersionException();
        }
        agreement.runsUntil(last);
        events.tell(AgreementActed.contract("agreement.ended", agreement.id(), agreement.customerId(), agreement.number() + " " + (last == null ? "–" : last)));
    }

    /** @throws BusinessException {@code agreement.serial-taken}, {@code agreement.manual}, {@code agreement.others} */
    public long own(long customerId, NewProduct wanted) {
        Customer customer = customers.getLocked(customerId);
        OwnedProduct product = product(customer.id(), wanted);
        if (agreements.known(product.sku(), product.serial().orElse(null))) {
            throw new BusinessException("agreement.serial-taken", "serial", wanted.serial());
        }
        if (wanted.agreement() != null && !wanted.agreement().isBlank()) {
            product.coveredBy(agreements.findByNumber(wanted.agreement().strip()).filter(agreement -> agreement.customerId() == customer.id()).orElseThrow(() -> new BusinessException("agreement.others", "agreement", wanted.agreement())));
        }
        agreements.add(product);
        agreements.flush();
        events.tell(AgreementActed.product("agreement.product-added", product.id(), customer.id(), product.sku()));
        return product.id();
    }

    private OwnedProduct product(long customerId, NewProduct wanted) {
        if (wanted.boughtOn() != null && wanted.warrantyUntil() != null && wanted.warrantyUntil().isBefore(wanted.boughtOn())) {
            throw new BusinessException("agreement.warranty", "warrantyUntil");
        }
        return new OwnedProduct(customerId, text("sku", wanted.sku(), LONGEST_CODE), text("name", wanted.name(), LONGEST_NAME), optional("serial", wanted.serial(), LONGEST_SERIAL), clock.instant())
                .bought(wanted.boughtOn(), wanted.warrantyUntil()).explainedAt(manual(wanted.manual()));
    }

    /** He has it no more. */
    public void gone(long productId) {
        OwnedProduct product = agreements.product(productId);
        product.gone(today.is());
        events.tell(AgreementActed.product("agreement.product-gone", product.id(), product.customerId(), product.sku()));
    }

    /** @return the address, null when there is none; only one a browser opens as a page of the web */
    static String manual(String address) {
        String given = optional("manual", address, LONGEST_MANUAL);
        if (given == null) {
            return null;
        }
        try {
            URI uri = new URI(given);
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                return given;
            }
        } catch (URISyntaxException unclear) {
            throw new BusinessException("agreement.manual", "manual");
        }
        throw new BusinessException("agreement.manual", "manual");
    }

    private static String text(String field, String given, int longest) {
        String text = optional(field, given, longest);
        if (text == null) {
            throw new BusinessException("shared.field-missing", field);
        }
        return text;
    }

    private static String optional(String field, String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.strip().length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return ShownText.line(given, longest);
    }
}
