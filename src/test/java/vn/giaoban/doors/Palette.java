package vn.giaoban.doors;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Rewrites a picture of a page with its most frequent colours alone: a page has few, and the file becomes a third. */
final class Palette {

    private static final int COLOURS = 64;

    private Palette() {}

    static void reduce(Path file) {
        try {
            var picture = ImageIO.read(file.toFile());
            var colours = frequent(picture);
            var small = new BufferedImage(
                    picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(colours));
            var nearest = new HashMap<Integer, Integer>();
            for (var y = 0; y < picture.getHeight(); y++) {
                for (var x = 0; x < picture.getWidth(); x++) {
                    var place = nearest.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, rgb -> nearest(colours, rgb));
                    small.getRaster().setSample(x, y, 0, place);
                }
            }
            ImageIO.write(small, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] frequent(BufferedImage picture) {
        var counts = new HashMap<Integer, Integer>();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static IndexColorModel model(int[] colours) {
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int[] colours, int rgb) {
        var best = 0;
        for (var n = 1; n < colours.length; n++) {
            if (distance(colours[n], rgb) < distance(colours[best], rgb)) {
                best = n;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        var red = (one >> 16 & 255) - (other >> 16 & 255);
        var green = (one >> 8 & 255) - (other >> 8 & 255);
        var blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }
}
