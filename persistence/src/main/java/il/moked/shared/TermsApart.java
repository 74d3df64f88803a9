// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/** Gives every term a place of its own: terms in one place would be asked for as if they meant the same. */
final class TermsApart extends TokenFilter {
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);

    TermsApart(TokenStream terms) {
        super(terms);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        step.setPositionIncrement(1);
        length.setPositionLength(1);
        return true;
    }
}
