// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Set;
import java.util.TreeSet;

/** Strict in its encoding: notes the lines that have bytes which are no text in it and goes on behind them, so that all of them are found. */
final class StrictReader extends Reader {
    private static final int CHUNK = 8192;
    private static final int MOST_NOTED = 1000;

    private final InputStream bytes;
    private final long largest;
    private final CharsetDecoder decoder;
    private final ByteBuffer in = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer out = CharBuffer.allocate(CHUNK).flip();
    private final Set<Integer> badLines = new TreeSet<>();
    private long taken;
    private int line = 1;
    private boolean carriageReturn;
    private boolean ended;

    /** More bytes than this are refused where they begin. */
    static final class TooLarge extends IOException {
    }

    StrictReader(InputStream bytes, Charset encoding, long largest) {
        this.bytes = bytes;
        this.decoder = encoding.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        this.largest = largest;
    }

    /** Those that were not told yet, from 1. */
    Set<Integer> badLines() {
        return badLines;
    }

    /** Whoever read these lines said that they are bad. @return whether any of them is */
    boolean told(int first, int last) {
        return badLines.removeIf(bad -> bad >= first && bad <= last);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (!out.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, out.remaining());
        out.get(into, from, count);
        return count;
    }

    private void decode() throws IOException {
        out.clear();
        fill();
        CoderResult result = decoder.decode(in, out, ended);
        count();
        if (result.isError()) {
            if (badLines.size() < MOST_NOTED) {
                badLines.add(line);
            }
            in.position(in.position() + result.length());
            out.put('\uFFFD');
            ended = ended && !in.hasRemaining();
        } else if (ended && in.hasRemaining()) {
            ended = false;
        }
        out.flip();
    }

    /** What is left of a character that the last chunk cut stays in front. */
    private void fill() throws IOException {
        in.compact();
        while (in.hasRemaining()) {
            int read = bytes.read(in.array(), in.position(), in.remaining());
            if (read < 0) {
                ended = true;
                break;
            }
            in.position(in.position() + read);
            taken += read;
            if (taken > largest) {
                throw new TooLarge();
            }
        }
        in.flip();
    }

    private void count() {
        for (int at = 0; at < out.position(); at++) {
            char letter = out.get(at);
            if (letter == '\r' || letter == '\n' && !carriageReturn) {
                line++;
            }
            carriageReturn = letter == '\r';
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
