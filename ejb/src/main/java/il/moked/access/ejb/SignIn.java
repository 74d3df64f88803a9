// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What happens around a sign-in. The server's realm checks the password; this decides beforehand whether it may be
 * tried, and counts afterwards. Two limits: wrong passwords in a row lock one name, and failures from one network
 * address, over whatever names, close that address for a while (spraying). Both are in the database, so that they hold
 * on every node.
 */
@Stateless
@PermitAll
public class SignIn {
    private static final int FAILURES_AN_ADDRESS = 30;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @Inject
    StaffUsers users;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @throws BusinessException {@code access.locked} or {@code access.too-many} when it may not even be tried */
    public void mayTry(String userName, String address) {
        Instant now = clock.instant();
        if (users.failuresFrom(address, now.minus(WINDOW)) >= FAILURES_AN_ADDRESS) {
            throw new BusinessException("access.too-many", WINDOW.toMinutes());
        }
        if (users.findByName(userName).filter(user -> user.lockedAt(now)).isPresent()) {
            throw new BusinessException("access.locked", StaffUser.LOCK_OUT.toMinutes());
        }
    }

    public void failed(String userName, String address) {
        Instant now = clock.instant();
        users.countFailure(address, now.truncatedTo(ChronoUnit.MINUTES));
        Optional<StaffUser> user = users.findByName(userName);
        user.ifPresent(known -> known.signInFailed(now));
        events.tell(new SignInFailed(user.map(StaffUser::id).orElse(null)));
    }

    /** @return the language the user has chosen */
    public String succeeded(String userName) {
        StaffUser user = users.findByName(userName).orElseThrow(() -> new BusinessException("access.not-active"));
        user.signedIn();
        events.tell(new SignedIn(user.id()));
        return user.language();
    }

    public void speak(String userName, String language) {
        users.findByName(userName).ifPresent(user -> user.speak(language));
    }
}
