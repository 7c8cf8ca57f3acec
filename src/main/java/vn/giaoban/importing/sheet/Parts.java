package vn.giaoban.importing.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook, unpacked as they are read, and no further than {@link Limits} allow. */
final class Parts implements AutoCloseable {

    private static final XMLInputFactory XML = safeFactory();

    private final ZipFile zip;
    private long unpacked;

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    static Parts of(byte[] content) {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setByteArray(content).get();
        } catch (IOException | RuntimeException e) {
            throw SheetRefusal.damaged("zip");
        }
        var parts = new Parts(zip);
        parts.checkEntries();
        return parts;
    }

    private void checkEntries() {
        int count = 0;
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            var name = entries.nextElement().getName().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin")) {
                throw SheetRefusal.macros();
            }
            if (++count > Limits.PARTS) {
                throw SheetRefusal.unpacksTooLarge();
            }
        }
    }

    /** @param path from the root of the workbook, with or without the stroke before it */
    Optional<XMLStreamReader> open(String path) {
        var entry = entry(path.startsWith("/") ? path.substring(1) : path);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(XML.createXMLStreamReader(new Counted(entry, zip.getInputStream(entry))));
        } catch (IOException | XMLStreamException e) {
            throw SheetRefusal.damaged(entry.getName());
        }
    }

    XMLStreamReader require(String path) {
        return open(path).orElseThrow(() -> SheetRefusal.damaged(path));
    }

    private @Nullable ZipArchiveEntry entry(String path) {
        var entry = zip.getEntry(path);
        if (entry != null) {
            return entry;
        }
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            var candidate = entries.nextElement();
            if (candidate.getName().equalsIgnoreCase(path)) {
                return candidate;
            }
        }
        return null;
    }

    /** The next start or end of an element; false at the end of the part. */
    static boolean next(XMLStreamReader xml) {
        try {
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw SheetRefusal.foreignEntities();
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    /** A broken part; or, where our own limits stopped the reading, their refusal. */
    static SheetRefusal fault(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SheetRefusal refusal) {
                return refusal;
            }
            if (cause instanceof XMLStreamException xml && xml.getNestedException() instanceof Stopped stopped) {
                return stopped.refusal;
            }
            if (cause instanceof Stopped stopped) {
                return stopped.refusal;
            }
        }
        return SheetRefusal.damaged("xml");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw SheetRefusal.damaged("zip");
        }
    }

    private static XMLInputFactory safeFactory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLReporter((message, type, related, location) -> {});
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no outside parts");
        });
        return factory;
    }

    /** The parser knows input faults only as {@code IOException}. */
    private static final class Stopped extends IOException {
        private final transient SheetRefusal refusal;

        Stopped(SheetRefusal refusal) {
            this.refusal = refusal;
        }
    }

    private final class Counted extends FilterInputStream {

        private final long packed;
        private long read;

        Counted(ZipArchiveEntry entry, InputStream in) {
            super(in);
            this.packed = Math.max(1, entry.getCompressedSize());
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            return one < 0 ? one : count(1, one);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var some = super.read(into, from, length);
            return some < 0 ? some : count(some, some);
        }

        private int count(int bytes, int answer) throws IOException {
            read += bytes;
            unpacked += bytes;
            if (unpacked > Limits.UNPACKED || read > Limits.RATIO_FROM && read / packed > Limits.RATIO) {
                throw new Stopped(SheetRefusal.unpacksTooLarge());
            }
            return answer;
        }
    }
}
