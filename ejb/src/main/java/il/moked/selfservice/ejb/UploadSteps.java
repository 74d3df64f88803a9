// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.customer.Customers;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.selfservice.LinkUpload;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLinks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of a file a customer sent by a link, each in its own transaction: the check itself runs between them and outside of any. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class UploadSteps {
    private static final int BATCH = 20;

    @Inject
    SecureLinks links;
    @Inject
    Interactions interactions;
    @Inject
    Customers customers;
    @Inject
    CustomerTexts texts;
    @Inject
    Signing signing;
    @Inject
    LinkLedger ledger;
    @Inject
    Clock clock;

    public List<Long> due() {
        return links.toCheck(clock.instant(), BATCH);
    }

    /** @return what is to be checked; empty when somebody else does it, or it was done */
    public Optional<byte[]> begin(long id) {
        return links.uploadLocked(id).filter(upload -> upload.begin(clock.instant())).map(LinkUpload::content);
    }

    /** Nobody could look at it now: it is looked at again, and nobody sees it before. */
    public void notChecked(long id) {
        links.uploadLocked(id).filter(upload -> upload.state() == LinkUpload.State.CHECKING).ifPresent(upload -> upload.notChecked(clock.instant()));
    }

    /** Into the conversation, at once. */
    public void clean(long id) {
        links.uploadLocked(id).filter(upload -> upload.state() == LinkUpload.State.CHECKING).ifPresent(upload -> {
            Instant now = clock.instant();
            SecureLink link = links.get(upload.linkId());
            byte[] content = upload.clean(now);
            link.interactionId().map(interactions::getLocked)
                    .ifPresent(there -> signing.handIn(there, customers.get(link.customerId()).current(), texts.text(upload.contentType().startsWith("video/") ? "link-video" : "link-photo", link.language()), upload.fileName(), upload.contentType(), content, now));
            ledger.tell(link, "upload-shown", upload.fileName());
        });
    }

    /** Thrown away. @param what was found in it */
    public void infected(long id, String what) {
        links.uploadLocked(id).filter(upload -> upload.state() == LinkUpload.State.CHECKING).ifPresent(upload -> {
            upload.infected(what, clock.instant());
            ledger.tell(links.get(upload.linkId()), "upload-infected", upload.finding().orElse(null));
        });
    }
}
