package tallyfold.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk under an H2 database that can be full for a while: addresses are {@code jdbc:h2:full:/some/file}. */
public final class FullDisk extends FilePathWrapper {

    private static final AtomicBoolean FULL = new AtomicBoolean();
    private static final AtomicInteger REFUSED = new AtomicInteger();

    /** Makes the scheme known to H2, with room. */
    public static void install() {
        FilePath.register(new FullDisk());
        FULL.set(false);
        REFUSED.set(0);
    }

    public static void fill() {
        FULL.set(true);
    }

    public static void free() {
        FULL.set(false);
    }

    /** How many writes found no room. */
    public static int refused() {
        return REFUSED.get();
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    /** What is there already can be written over. */
    private static void room(long end, long size) throws IOException {
        if (FULL.get() && end > size) {
            REFUSED.incrementAndGet();
            throw new IOException("No space left on device");
        }
    }

    private static final class Channel extends FileBase {

        private final FileChannel base;

        Channel(FileChannel base) {
            this.base = base;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return base.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return base.read(target, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            room(base.position() + source.remaining(), base.size());
            return base.write(source);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            room(position + source.remaining(), base.size());
            return base.write(source, position);
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            base.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metadata) throws IOException {
            base.force(metadata);
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
