package vn.giaoban.importing;

/**
 * A file as it was sent.
 *
 * @param name for people to recognise it by; what kind of file it is, is never told from it
 */
public record Upload(String name, byte[] content) {

    private static final int LONGEST = 200;

    public Upload {
        var plain = name.replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        name = plain.isEmpty() ? "?" : plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
