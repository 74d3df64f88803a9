// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.access.Role;
import il.moked.channel.jms.social.ProviderClient.Away;
import il.moked.channel.jms.social.ProviderClient.Refusal;
import il.moked.channel.jms.social.ProviderClient.Silent;
import il.moked.interaction.AwaitedFile.Why;
import il.moked.interaction.ejb.FileFetching;
import il.moked.interaction.ejb.FileFetching.ToFetch;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;

/** Fetches one file and puts it to its message. */
@Stateless
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileErrand {
    /** What runs when it is opened, or what a browser would run as a page of ours. Mail providers refuse much the same. */
    private static final String[] DANGEROUS = {"exe", "com", "bat", "cmd", "scr", "pif", "js", "jse", "vbs", "vbe", "wsf", "ps1", "msi", "jar", "apk", "lnk", "hta", "html", "htm", "xhtml", "svg", "mht", "cpl", "reg", "dll"};
    private static final Set<String> DANGEROUS_TYPES = Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "application/x-msdownload", "application/x-msdos-program", "application/javascript", "text/javascript");

    @Inject
    FileFetching fetching;
    @Inject
    FileErrands errands;
    @Inject
    @Any
    Instance<MediaSource> sources;

    /** Never throws: what was not settled is taken up again after its lease. */
    @Asynchronous
    public void fetch(ToFetch file) {
        try {
            settle(file);
        } catch (EJBException failure) {
            if (DatabaseOutage.caused(failure)) {
                MessagingLog.LOG.databaseAway("files to fetch");
            } else {
                MessagingLog.LOG.fileNotFetched(file.id(), "later", String.valueOf(failure.getMessage()));
            }
        } finally {
            errands.end(file.accountId());
        }
    }

    private void settle(ToFetch file) {
        IncomingFile content;
        try {
            MediaSource source = sources.stream().filter(candidate -> candidate.channels().contains(file.channel())).findFirst().orElseThrow(() -> new Refusal("nobody fetches files of " + file.channel()));
            content = checked(file, source.fetch(file));
        } catch (Away | Silent later) {
            MessagingLog.LOG.fileNotFetched(file.id(), "later", later.getMessage());
            fetching.postponed(file.id(), later.getMessage());
            return;
        } catch (Refusal never) {
            MessagingLog.LOG.fileNotFetched(file.id(), "never", never.getMessage());
            fetching.givenUp(file.id(), never.why(), never.getMessage());
            return;
        } catch (RuntimeException broken) {
            // something of ours or of the account's settings, which may be mended
            MessagingLog.LOG.fileNotFetched(file.id(), "later", broken.toString());
            fetching.postponed(file.id(), broken.getClass().getSimpleName());
            return;
        }
        fetching.fetched(file.id(), content);
    }

    /** @throws Refusal when it is a kind of file that we do not take */
    static IncomingFile checked(ToFetch file, MediaSource.Media media) throws Refusal {
        // a star is our own word for "some picture": what came tells which
        boolean vague = file.contentType().endsWith("/*") || file.contentType().equals("application/octet-stream");
        String type = vague && media.contentType() != null ? media.contentType() : file.contentType();
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (ProviderAddress.hasEnding(file.fileName(), DANGEROUS) || DANGEROUS_TYPES.contains(bare)) {
            throw new Refusal(Why.DANGEROUS, "a kind of file that is not taken: " + bare);
        }
        if (media.content().length == 0) {
            throw new Refusal(Why.EMPTY, "an empty file");
        }
        return new IncomingFile(named(file.fileName(), bare), bare, null, false, media.content());
    }

    private static String named(String name, String type) {
        if (name.indexOf('.') >= 0) {
            return name;
        }
        String ending = switch (type) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/gif" -> ".gif";
            case "image/webp" -> ".webp";
            case "video/mp4" -> ".mp4";
            case "audio/mpeg" -> ".mp3";
            case "audio/mp4" -> ".m4a";
            case "audio/ogg" -> ".ogg";
            case "application/pdf" -> ".pdf";
            default -> "";
        };
        return name + ending;
    }
}
