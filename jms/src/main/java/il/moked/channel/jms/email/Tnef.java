// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files and the text in a winmail.dat, which Outlook sends to people it takes for Outlook users ([MS-OXTNEF]).
 * Reads what is there up to the first damage; compressed RTF bodies are left out.
 *
 * @param files attached files
 * @param text  the body, empty when there is none in plain or HTML form
 */
record Tnef(List<File> files, String text) {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int ATT_BODY = 0x0002800C;
    private static final int ATT_MSG_PROPS = 0x00069003;
    private static final int ATT_OEM_CODEPAGE = 0x00069007;
    private static final int ATT_ATTACH_REND_DATA = 0x00069002;
    private static final int ATT_ATTACH_TITLE = 0x00018010;
    private static final int ATT_ATTACH_DATA = 0x0006800F;
    private static final int ATT_ATTACHMENT = 0x00069005;
    private static final int PR_BODY = 0x1000;
    private static final int PR_BODY_HTML = 0x1013;
    private static final int PR_DISPLAY_NAME = 0x3001;
    private static final int PR_ATTACH_LONG_FILENAME = 0x3707;
    private static final int MAX_FILES = 200;

    record File(String name, byte[] bytes) {
    }

    static Tnef read(byte[] content) {
        List<File> files = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        try {
            read(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), files, text);
        } catch (RuntimeException damaged) {
            // What was read so far is what can be shown; the file itself is attached as well.
        }
        return new Tnef(List.copyOf(files), text.toString());
    }

    private static void read(ByteBuffer in, List<File> files, StringBuilder text) {
        if (in.getInt() != SIGNATURE) {
            return;
        }
        in.getShort(); // key
        String charset = "windows-1255";
        String title = null;
        byte[] data = null;
        while (in.remaining() >= 11 && files.size() < MAX_FILES) {
            in.get(); // level
            int id = in.getInt();
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                break;
            }
            byte[] value = new byte[length];
            in.get(value);
            in.position(Math.min(in.limit(), in.position() + 2)); // checksum: a wrong one is no reason to hide a file
            switch (id) {
                case ATT_OEM_CODEPAGE -> charset = length >= 4 ? "windows-" + ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt() : charset;
                case ATT_BODY -> put(text, decoded(value, charset));
                case ATT_MSG_PROPS -> put(text, body(properties(value), charset));
                case ATT_ATTACH_REND_DATA -> {
                    add(files, title, data);
                    title = null;
                    data = null;
                }
                case ATT_ATTACH_TITLE -> title = title == null ? decoded(value, charset) : title;
                case ATT_ATTACH_DATA -> data = value;
                case ATT_ATTACHMENT -> title = longName(properties(value), charset, title);
                default -> { }
            }
        }
        add(files, title, data);
    }

    private static void put(StringBuilder text, String body) {
        if (text.isEmpty()) {
            text.append(body.strip());
        }
    }

    private static void add(List<File> files, String title, byte[] data) {
        if (data != null) {
            files.add(new File(title, data));
        }
    }

    private static String body(Map<Integer, Property> properties, String charset) {
        Property plain = properties.get(PR_BODY);
        if (plain != null) {
            return MailBody.clean(plain.text(charset));
        }
        Property html = properties.get(PR_BODY_HTML);
        return html == null ? "" : HtmlText.of(html.text(charset));
    }

    private static String longName(Map<Integer, Property> properties, String charset, String otherwise) {
        Property name = properties.getOrDefault(PR_ATTACH_LONG_FILENAME, properties.get(PR_DISPLAY_NAME));
        return name == null ? otherwise : name.text(charset);
    }

    private static String decoded(byte[] value, String charset) {
        String text = MailCharset.decode(value, charset).text();
        int end = text.indexOf('\0');
        return MailBody.clean(end < 0 ? text : text.substring(0, end));
    }

    private record Property(int type, byte[] value) {

        String text(String charset) {
            if (type == 0x1F) {
                String wide = new String(value, StandardCharsets.UTF_16LE);
                return wide.indexOf('\0') < 0 ? wide : wide.substring(0, wide.indexOf('\0'));
            }
            return decoded(value, charset);
        }
    }

    /** The MAPI properties of one attribute, those of variable length only. */
    private static Map<Integer, Property> properties(byte[] block) {
        Map<Integer, Property> found = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int count = in.getInt();
            for (int i = 0; i < count && in.hasRemaining(); i++) {
                int type = in.getShort() & 0xFFFF;
                int id = in.getShort() & 0xFFFF;
                if (id >= 0x8000) {
                    skipName(in);
                }
                property(in, type & 0x0FFF, (type & 0x1000) != 0, id, found);
            }
        } catch (RuntimeException damaged) {
            // The properties read so far still count.
        }
        return found;
    }

    private static void skipName(ByteBuffer in) {
        in.position(in.position() + 16);
        if (in.getInt() == 0) {
            in.getInt();
        } else {
            skip(in, in.getInt());
        }
    }

    private static void property(ByteBuffer in, int type, boolean several, int id, Map<Integer, Property> found) {
        boolean variable = type == 0x1E || type == 0x1F || type == 0x0D || type == 0x102;
        int values = several || variable ? in.getInt() : 1;
        for (int i = 0; i < values && in.hasRemaining(); i++) {
            if (variable) {
                int length = in.getInt();
                int start = in.position();
                skip(in, length);
                found.putIfAbsent(id, new Property(type, Arrays.copyOfRange(in.array(), start, start + length)));
            } else {
                in.position(in.position() + switch (type) {
                    case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
                    case 0x48 -> 16;
                    default -> 4; // shorter values are padded to four bytes
                });
            }
        }
    }

    private static void skip(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("length beyond the block");
        }
        in.position(Math.min(in.limit(), in.position() + length + (4 - length % 4) % 4));
    }
}
