// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * One open inbox. Speaks in UIDs only, which stay what they are when another program removes mails meanwhile, and asks
 * for the bytes itself: Jakarta Mail takes a refusal in the middle of a mail for its end and would lose the rest.
 * For one thread; only {@link #cut} may come from another.
 */
final class ImapMailbox implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int CHUNK = 1024 * 1024;
    private static final int HEAD = 64 * 1024;
    private static final String INBOX = "INBOX";

    private final HeldSockets sockets;
    private final IMAPStore store;
    private final IMAPFolder folder;
    /** The server said that there is something new since the last look. */
    private boolean news;

    private ImapMailbox(HeldSockets sockets, IMAPStore store, IMAPFolder folder) {
        this.sockets = sockets;
        this.store = store;
        this.folder = folder;
    }

    /** @param sockets where the connection can be cut from outside, even while it is being made */
    static ImapMailbox open(MailboxLogin login, HeldSockets sockets) throws MessagingException {
        IMAPStore store = (IMAPStore) Session.getInstance(properties(login, sockets)).getStore("imap");
        try {
            store.connect(login.host(), login.port(), login.user(), login.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(INBOX);
            folder.open(Folder.READ_WRITE);
            ImapMailbox mailbox = new ImapMailbox(sockets, store, folder);
            folder.doCommand(protocol -> {
                protocol.addResponseHandler(mailbox::heard);
                return null;
            });
            return mailbox;
        } catch (MessagingException | RuntimeException failure) {
            sockets.cut();
            throw failure;
        }
    }

    private static Properties properties(MailboxLogin login, HeldSockets sockets) {
        Properties properties = new Properties();
        properties.put("mail.imap.socketFactory", sockets);
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.connectiontimeout", Integer.toString(CONNECT_MILLIS));
        properties.put("mail.imap.timeout", Integer.toString(ANSWER_MILLIS));
        properties.put("mail.imap.connectionpoolsize", "1");
        properties.put("mail.imap.separatestoreconnection", "false");
        properties.put("mail.imap.ssl.enable", Boolean.toString(login.implicitTls()));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.starttls.enable", Boolean.toString(login.tls() && !login.implicitTls()));
        properties.put("mail.imap.starttls.required", Boolean.toString(login.tls() && !login.implicitTls()));
        return properties;
    }

    private void heard(Response response) {
        if (response instanceof IMAPResponse imap && imap.keyEquals("EXISTS")) {
            news = true;
        }
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The UID of the newest mail when the mailbox was opened, or 0 when the server does not say. */
    long newestUid() throws MessagingException {
        return Math.max(0, folder.getUIDNext() - 1);
    }

    /**
     * Mails to take, oldest first: the unread ones, and those after {@code lastUid} that somebody else has read
     * meanwhile. Mails marked as deleted are left out.
     *
     * @param lastUid 0 when not known: then only unread ones
     */
    List<Long> waiting(long lastUid) throws MessagingException {
        news = false;
        TreeSet<Long> uids = new TreeSet<>(search("UNDELETED UNSEEN"));
        if (lastUid > 0) {
            // "n:*" always names the last mail, also when its UID is below n.
            search("UNDELETED UID " + (lastUid + 1) + ":*").stream().filter(uid -> uid > lastUid).forEach(uids::add);
        }
        return List.copyOf(uids);
    }

    private List<Long> search(String criteria) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        for (Response response : command("UID SEARCH " + criteria)) {
            if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                for (long uid = found.readLong(); uid != -1; uid = found.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids;
    }

    /**
     * The mail byte by byte, without marking it read.
     *
     * @param most bytes; a longer mail is cut there
     * @throws MessagingException the server did not hand it out, or not whole
     */
    byte[] raw(long uid, int most) throws MessagingException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        boolean more = true;
        while (more && raw.size() < most) {
            Piece piece = section(uid, "", raw.size(), Math.min(CHUNK, most - raw.size()));
            raw.writeBytes(piece.bytes());
            more = piece.more();
        }
        return raw.size() <= most ? raw.toByteArray() : Arrays.copyOf(raw.toByteArray(), most);
    }

    /** The header of a mail whose body cannot be had, at most {@link #HEAD} bytes. */
    byte[] head(long uid) throws MessagingException {
        return section(uid, "HEADER", 0, HEAD).bytes();
    }

    private record Piece(byte[] bytes, boolean more) {
    }

    private Piece section(long uid, String name, int from, int length) throws MessagingException {
        for (Response response : command("UID FETCH " + uid + " (BODY.PEEK[" + name + "]<" + from + '.' + length + ">)")) {
            if (response instanceof FetchResponse fetched && isOf(fetched, uid)) {
                BODY body = fetched.getItem(BODY.class);
                if (body != null && body.getByteArray() != null) {
                    boolean whole = body.getOrigin() < 0; // some servers send all of it whatever was asked for
                    if (whole ? from > 0 : body.getOrigin() != from) {
                        throw new MessagingException("another part of the mail than was asked for");
                    }
                    byte[] bytes = body.getByteArray().getNewBytes();
                    return new Piece(bytes, !whole && bytes.length >= length);
                }
                if (body != null && from > 0) {
                    return new Piece(new byte[0], false); // NIL after the last byte
                }
            }
        }
        throw new MessagingException("no content");
    }

    private static boolean isOf(FetchResponse fetched, long uid) {
        UID named = fetched.getItem(UID.class);
        return named == null || named.uid == uid;
    }

    /** We have it. */
    void markRead(long uid) throws MessagingException {
        command("UID STORE " + uid + " +FLAGS.SILENT (\\Seen)");
    }

    /** We have it, and the organisation keeps mails nowhere else. */
    void delete(long uid) throws MessagingException {
        command("UID STORE " + uid + " +FLAGS.SILENT (\\Seen \\Deleted)");
        if (capable("UIDPLUS")) {
            command("UID EXPUNGE " + uid);
        }
    }

    private Response[] command(String command) throws MessagingException {
        return (Response[]) folder.doCommand(protocol -> {
            Response[] responses = protocol.command(command, null);
            protocol.notifyResponseHandlers(responses);
            protocol.handleResult(responses[responses.length - 1]);
            return responses;
        });
    }

    /** Whether the server can say by itself that a mail arrived (RFC 2177). */
    boolean tellsNews() throws MessagingException {
        return capable("IDLE");
    }

    private boolean capable(String extension) throws MessagingException {
        return (Boolean) folder.doCommand(protocol -> protocol.hasCapability(extension));
    }

    /** Whether the connection is still good after something failed. */
    boolean alive() {
        try {
            ask();
            return true;
        } catch (MessagingException | RuntimeException gone) {
            return false;
        }
    }

    /** Lets a server that cannot tell news by itself tell them. */
    void ask() throws MessagingException {
        command("NOOP");
    }

    /**
     * Returns when the server tells of a mail, or after {@code most}. Shorter than 29 minutes, so that no server takes the
     * connection for dead (RFC 2177).
     */
    void awaitNews(Duration most) throws MessagingException {
        try {
            sockets.timeout((int) most.toMillis());
            folder.doCommand(protocol -> {
                protocol.idleStart();
                idle(protocol);
                return null;
            });
            sockets.timeout(ANSWER_MILLIS);
        } catch (SocketException closed) {
            throw new MessagingException("connection closed while waiting", closed);
        }
    }

    private void idle(IMAPProtocol protocol) throws ProtocolException {
        boolean ending = false;
        boolean waiting = true;
        while (waiting) {
            if (news && !ending) {
                protocol.idleAbort();
                ending = true;
            }
            Response response = protocol.readIdleResponse();
            if (!ending && timedOut(response)) {
                protocol.idleAbort();
                ending = true;
            } else {
                waiting = protocol.processIdleResponse(response);
            }
        }
    }

    /** Nothing at all came in the time: the connection is as good as before. */
    private static boolean timedOut(Response response) {
        return response.isBYE() && response.isSynthetic() && response.getException() instanceof SocketTimeoutException nothing && nothing.bytesTransferred == 0;
    }

    @Override
    public void close() {
        try {
            folder.close(false);
            store.close();
        } catch (MessagingException | RuntimeException gone) {
            // The connection is cut below whatever the server says.
        } finally {
            sockets.cut();
        }
    }
}
