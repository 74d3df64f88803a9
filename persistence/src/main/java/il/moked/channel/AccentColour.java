// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.BusinessException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one colour an organisation chooses. White must be readable on it (WCAG 2.2, 1.4.3); the shades that pages use beside it are made
 * of it so that they are readable, too, in light and in dark.
 */
public record AccentColour(int red, int green, int blue) {
    public static final AccentColour WHITE = new AccentColour(255, 255, 255);
    /** The nearest surfaces of dark pages. */
    public static final AccentColour DARK = new AccentColour(0x17, 0x1f, 0x20);
    /** Of text to its ground. */
    public static final double READABLE = 4.5;

    private static final AccentColour BLACK = new AccentColour(0, 0, 0);
    private static final Pattern WRITTEN = Pattern.compile("#[0-9a-f]{6}");
    private static final int STEPS = 20;

    /** @param written as {@code #rrggbb} @throws BusinessException {@code channel.look-colour}, {@code channel.look-contrast} with what its contrast to white is */
    public static AccentColour read(String written) {
        String clean = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
        if (!WRITTEN.matcher(clean).matches()) {
            throw new BusinessException("channel.look-colour", "accent");
        }
        AccentColour colour = new AccentColour(Integer.parseInt(clean.substring(1, 3), 16), Integer.parseInt(clean.substring(3, 5), 16), Integer.parseInt(clean.substring(5, 7), 16));
        if (colour.contrast(WHITE) < READABLE) {
            throw new BusinessException("channel.look-contrast", "accent", String.format(Locale.ROOT, "%.1f", colour.contrast(WHITE)), String.format(Locale.ROOT, "%.1f", READABLE));
        }
        return colour;
    }

    /** From 1 to 21, as WCAG has it. */
    public double contrast(AccentColour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** @param share of the other, 0 to 1 */
    public AccentColour mixed(AccentColour other, double share) {
        return new AccentColour(part(red, other.red, share), part(green, other.green, share), part(blue, other.blue, share));
    }

    private static int part(int one, int two, double share) {
        return (int) Math.round(one + (two - one) * share);
    }

    /** As little lighter or darker as it must be to be read on that ground. */
    public AccentColour on(AccentColour ground) {
        AccentColour towards = ground.luminance() > 0.2 ? BLACK : WHITE;
        for (int step = 0; step < STEPS; step++) {
            AccentColour shade = mixed(towards, (double) step / STEPS);
            if (shade.contrast(ground) >= READABLE) {
                return shade;
            }
        }
        return towards;
    }

    public AccentColour darker() {
        return mixed(BLACK, 0.15);
    }

    public String written() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
