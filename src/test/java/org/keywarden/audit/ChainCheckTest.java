package org.keywarden.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.audit.Chains.KEYS;
import static org.keywarden.audit.Chains.SECRET;
import static org.keywarden.audit.Chains.aChain;
import static org.keywarden.audit.Chains.anEntry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.MasterSecrets;

@DisplayName("A chain of audit entries")
class ChainCheckTest {

    private final List<ChainedEntry> chain = aChain(5);
    private final Head head = KEYS.get(0).seal(chain.get(4).mark());

    @Nested
    @DisplayName("holds")
    class Sound {

        @Test
        @DisplayName("as it was written")
        void asWritten() {
            assertThat(check(chain, head, null)).isEmpty();
        }

        @Test
        @DisplayName("while it is empty")
        void empty() {
            assertThat(check(List.of(), new Head(Mark.START, null, null), null)).isEmpty();
            assertThat(check(List.of(), new Head(Mark.START, null, null), Mark.START)).isEmpty();
        }

        @Test
        @DisplayName("after the secret was rotated, as long as the old one is known")
        void rotated() {
            var keys =
                    ChainKey.of(MasterSecrets.of("the next secret, also of 32 characters", SECRET));
            chain.add(keys.get(0).chain(chain.get(4).mark(), anEntry("aud_6")));
            var sealed = keys.get(0).seal(chain.get(5).mark());

            assertThat(run(new ChainCheck(keys, null), chain, sealed)).isEmpty();
            assertThat(check(chain, sealed, null).orElseThrow())
                    .startsWith("sequence 6, entry aud_6: made with the key");
        }

        @Test
        @DisplayName("with every head that was noted on the way")
        void noted() {
            for (var link : chain) {
                assertThat(check(chain, head, link.mark())).isEmpty();
            }
        }
    }

    @Nested
    @DisplayName("does not hold when an entry was")
    class Broken {

        @Test
        @DisplayName("edited")
        void edited() {
            var row = chain.get(2);
            chain.set(2, new ChainedEntry(3, anEntry("aud_x"), row.keyId(), row.hash()));

            assertBrokenAt("sequence 3, entry aud_x: edited");
        }

        @Test
        @DisplayName("edited, and given a hash of its own")
        void hashedAnew() {
            chain.set(2, KEYS.get(0).chain(chain.get(1).mark(), anEntry("aud_x")));

            assertBrokenAt("sequence 4, entry aud_4: edited");
        }

        @Test
        @DisplayName("removed from the front, the middle or the end")
        void removed() {
            var all = List.copyOf(chain);
            for (int i = 0; i < 5; i++) {
                chain.clear();
                chain.addAll(all);
                chain.remove(i);

                assertBrokenAt("sequence " + (i + 1) + ": removed");
            }
        }

        @Test
        @DisplayName("removed, and those after it moved up")
        void closedUp() {
            chain.remove(1);
            for (int i = 1; i < 4; i++) {
                var row = chain.get(i);
                chain.set(i, new ChainedEntry(i + 1, row.entry(), row.keyId(), row.hash()));
            }

            assertBrokenAt("sequence 2, entry aud_3: edited, replaced or moved");
        }

        @Test
        @DisplayName("exchanged with another one")
        void reordered() {
            var second = chain.get(1);
            var fourth = chain.get(3);
            chain.set(1, new ChainedEntry(2, fourth.entry(), fourth.keyId(), fourth.hash()));
            chain.set(3, new ChainedEntry(4, second.entry(), second.keyId(), second.hash()));

            assertBrokenAt("sequence 2, entry aud_4: edited, replaced or moved");
        }

        @Test
        @DisplayName("duplicated or inserted")
        void inserted() {
            chain.add(3, chain.get(2));
            assertBrokenAt("sequence 3, entry aud_3: inserted or duplicated");

            chain.remove(3);
            chain.add(0, new ChainedEntry(0, anEntry("aud_0"), "", ""));
            assertBrokenAt("sequence 0, entry aud_0: inserted");
        }

        @Test
        @DisplayName("added at the end without the secret")
        void appended() {
            var last = chain.get(4);
            chain.add(new ChainedEntry(6, anEntry("aud_6"), last.keyId(), last.hash()));

            assertBrokenAt("sequence 6, entry aud_6: edited");
        }
    }

    @Nested
    @DisplayName("does not hold when its head")
    class Heads {

        @Test
        @DisplayName("was removed")
        void removed() {
            assertThat(check(chain, null, null).orElseThrow()).startsWith("the head is missing");
        }

        @Test
        @DisplayName("was set back with the end cut off, since nobody else can seal it")
        void cutOff() {
            chain.remove(4);
            var forged = new Head(chain.get(3).mark(), head.keyId(), head.seal());

            assertThat(check(chain, forged, null).orElseThrow()).startsWith("the head was altered");
        }

        @Test
        @DisplayName("is behind, or has another hash")
        void mismatched() {
            assertThat(check(chain, KEYS.get(0).seal(chain.get(3).mark()), null).orElseThrow())
                    .startsWith("the head is at sequence 4");
            var other = new Mark(5, "1".repeat(64));
            assertThat(check(chain, KEYS.get(0).seal(other), null)).isPresent();
        }

        @Test
        @DisplayName("is an older one put back with the end cut off, once a later one was noted")
        void putBack() {
            var noted = chain.remove(4).mark();
            var older = KEYS.get(0).seal(chain.get(3).mark());

            assertThat(check(chain, older, null)).isEmpty();
            assertThat(check(chain, older, noted).orElseThrow())
                    .isEqualTo("sequence 5: removed, for sequence 5 was noted");
        }

        @Test
        @DisplayName("was noted with another hash: the chain was made anew")
        void madeAnew() {
            assertThat(check(chain, head, new Mark(2, "1".repeat(64))).orElseThrow())
                    .startsWith("sequence 2, entry aud_2: not the one that was noted");
        }
    }

    private void assertBrokenAt(String where) {
        assertThat(check(chain, head, null).orElseThrow()).startsWith(where);
    }

    private static Optional<String> check(
            List<ChainedEntry> rows, @Nullable Head head, @Nullable Mark noted) {
        return run(new ChainCheck(KEYS, noted), rows, head);
    }

    private static Optional<String> run(
            ChainCheck check, List<ChainedEntry> rows, @Nullable Head head) {
        for (var row : rows) {
            var wrong = check.next(row);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return check.end(head);
    }
}
