// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CasesByCustomers;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.WorkItems;
import il.moked.selfservice.DataRequest;
import il.moked.selfservice.DataRequest.Kind;
import il.moked.selfservice.DataRequest.State;
import il.moked.selfservice.DataRequests;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.ejb.CodeSending.Proved;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A copy of all that is kept of a customer, and its erasure. The copy is made in the background, and given out against a fresh code:
 * a session left open on another's device must not be enough. The erasure is a case, which people decide: the law keeps some records.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnData {
    private static final int MOST = 20;
    private static final int BATCH = 5;
    private static final String ACCOUNT = "form";

    @Inject
    Customers customers;
    @Inject
    DataRequests requests;
    @Inject
    DataCopy copy;
    @Inject
    CodeSending codes;
    @Inject
    CasesByCustomers byCustomers;
    @Inject
    Cases cases;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param number of the case it is, or null */
    public record Asked(long id, Kind kind, State state, Instant requestedAt, Instant dueAt, String number) {
    }

    /** Newest first. An erasure whose case is closed is over. */
    public List<Asked> list(long customerId) {
        return requests.of(customers.get(customerId).id(), MOST).stream().map(line -> {
            Optional<ServiceCase> its = Optional.ofNullable(line.caseId()).map(cases::get);
            State state = line.state() == State.WAITING && its.filter(of -> !of.state().live()).isPresent() ? State.OVER : line.state();
            return new Asked(line.id(), line.kind(), state, line.requestedAt(), line.dueAt(), its.map(ServiceCase::number).orElse(null));
        }).toList();
    }

    /** One at a time. @throws BusinessException {@code selfservice.asked-already} */
    public void askForCopy(long customerId, String language) {
        Customer customer = alone(customerId, Kind.COPY);
        DataRequest request = new DataRequest(customer.id(), Kind.COPY, language, clock.instant());
        requests.add(request);
        events.tell(new DataActed(request.id(), customer.id(), "selfservice.copy-asked"));
    }

    /** @throws BusinessException {@code selfservice.asked-already} */
    public void askForErasure(long customerId, String language) {
        Customer customer = alone(customerId, Kind.ERASURE);
        DataRequest request = new DataRequest(customer.id(), Kind.ERASURE, language, clock.instant());
        long team = workItems.queue(accounts.get(ACCOUNT).queueId()).teamId();
        String due = DateTimeFormatter.ofPattern("dd.MM.yyyy").format(LocalDate.ofInstant(request.dueAt(), zone));
        ServiceCase.About about = new ServiceCase.About(ServiceCase.Kind.REQUEST, ServiceCase.Severity.HIGH, texts.text("erasure-subject", customer.language()), texts.text("erasure-text", customer.language(), due), null, null);
        request.worked(byCustomers.open(customer.id(), about, team).id());
        requests.add(request);
        events.tell(new DataActed(request.id(), customer.id(), "selfservice.erasure-asked"));
    }

    private Customer alone(long customerId, Kind kind) {
        Customer customer = customers.getLocked(customerId);
        if (list(customer.id()).stream().anyMatch(asked -> asked.kind() == kind && (asked.state() == State.WAITING || asked.state() == State.READY))) {
            throw new BusinessException("selfservice.asked-already");
        }
        return customer;
    }

    /** He takes it back. @throws BusinessException {@code selfservice.erasure-over}; {@code selfservice.unknown-request} */
    public void withdrawErasure(long customerId, long id) {
        DataRequest request = requests.getLocked(customers.get(customerId).id(), id);
        request.withdraw(clock.instant());
        request.caseId().ifPresent(byCustomers::withdraw);
        events.tell(new DataActed(id, request.customerId(), "selfservice.erasure-withdrawn"));
    }

    /** Sends a code to the address that is surest to be his. @return what his browser keeps @throws BusinessException {@code selfservice.no-address} */
    public String askForFile(long customerId, String language, String visitor) {
        Customer customer = customers.get(customerId);
        ContactPoint point = customer.contactPoints().stream().filter(each -> each.verified() && CodeSending.reach(each.address()).isPresent()).max(Comparator.comparing(ContactPoint::preferred)).orElseThrow(() -> new BusinessException("selfservice.no-address"));
        return codes.send(Purpose.DATA_EXPORT, customer.id(), point.address(), language, visitor);
    }

    /** @return the ZIP file; empty when the code is wrong or too old @throws BusinessException {@code selfservice.unknown-request} also when it is not ready */
    public Optional<byte[]> file(long customerId, long id, String handle, String digits) {
        long own = customers.get(customerId).id();
        DataRequest request = requests.getLocked(own, id);
        Instant now = clock.instant();
        Optional<Proved> proved = codes.confirm(Purpose.DATA_EXPORT, handle, digits).filter(code -> code.customerId() != null && customers.get(code.customerId()).id() == own);
        Optional<byte[]> content = proved.flatMap(code -> request.content()).filter(there -> request.state() == State.READY && now.isBefore(request.dueAt()));
        content.ifPresent(there -> events.tell(new DataActed(id, own, "selfservice.copy-fetched")));
        return content;
    }

    /** Copies to be made. */
    public List<Long> waiting() {
        return requests.waiting(BATCH);
    }

    /** Makes one, unless another node did. */
    public void make(long id) {
        requests.findLocked(id).filter(request -> request.state() == State.WAITING && request.kind() == Kind.COPY).ifPresent(request -> {
            request.ready(copy.zip(customers.get(request.customerId()).id(), request.language(), clock.instant()), clock.instant());
            events.tell(new DataActed(id, request.customerId(), "selfservice.copy-made"));
        });
    }

    public void notMade(long id) {
        requests.findLocked(id).filter(request -> request.state() == State.WAITING).ifPresent(request -> request.failed(clock.instant()));
    }

    /** Nothing is left of copies that nobody may fetch any more. */
    public void forget() {
        Instant now = clock.instant();
        requests.over(now, BATCH).forEach(id -> requests.findLocked(id).ifPresent(request -> request.over(now)));
    }
}
