// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parts of one long message that came so far, in any order. Says what to do with another: the same part again is
 * nothing new, also after the message was put together; a different one under a number that is taken shows that the
 * sender's reference came round and a new message begins.
 */
public final class SmsJoin {
    private final SortedMap<Integer, Piece> pieces;
    private final boolean joined;

    /** @param coding data coding scheme */
    public record Piece(int coding, byte[] content) {
        private boolean same(SmsPart part) {
            return coding == part.coding() && Arrays.equals(content, part.content());
        }
    }

    /** What a part means for the parts that are there. */
    public enum Step { REPEATED, ADDED, COMPLETED, BEGINS_ANEW }

    /** @param joined whether these made a message already */
    public SmsJoin(Map<Integer, Piece> pieces, boolean joined) {
        this.pieces = new TreeMap<>(pieces);
        this.joined = joined;
    }

    public Step take(SmsPart part) {
        Piece there = pieces.get(part.sequence());
        if (there != null && there.same(part)) {
            return Step.REPEATED;
        }
        if (joined || there != null) {
            return Step.BEGINS_ANEW;
        }
        pieces.put(part.sequence(), new Piece(part.coding(), part.content()));
        return pieces.size() == part.total() ? Step.COMPLETED : Step.ADDED;
    }

    public boolean joined() {
        return joined;
    }

    public int size() {
        return pieces.size();
    }

    /**
     * What is there in the order of the parts; parts of one coding are read together.
     *
     * @param latin whether the provider's coding 0 is Latin 1
     */
    public String text(boolean latin) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        int coding = -1;
        int last = 0;
        for (Map.Entry<Integer, Piece> piece : pieces.entrySet()) {
            boolean gap = piece.getKey() > last + 1;
            if (piece.getValue().coding() != coding || gap) {
                text.append(SmsCoding.text(together.toByteArray(), Math.max(coding, 0), latin));
                together.reset();
            }
            if (gap) {
                text.append('…');
            }
            coding = piece.getValue().coding();
            together.writeBytes(piece.getValue().content());
            last = piece.getKey();
        }
        return text.append(SmsCoding.text(together.toByteArray(), Math.max(coding, 0), latin)).toString();
    }

    /** The parts as they came: {@code number:coding:octets}. */
    public String source() {
        return pieces.entrySet().stream().map(piece -> piece.getKey() + ":" + piece.getValue().coding() + ":" + HexFormat.of().formatHex(piece.getValue().content())).collect(Collectors.joining(" "));
    }
}
