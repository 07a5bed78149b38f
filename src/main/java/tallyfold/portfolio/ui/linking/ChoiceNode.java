package tallyfold.portfolio.ui.linking;

import org.jspecify.annotations.Nullable;
import tallyfold.provider.ElementChoice;

/** A line of the tree: something to choose or open, or what stands there while a branch is read. */
sealed interface ChoiceNode {

    /** What is above; null at the top. */
    @Nullable
    ChoiceNode parent();

    /** The same object as long as the tree lives: what was loaded hangs on it. */
    final class Choice implements ChoiceNode {

        private final @Nullable ChoiceNode parent;
        private final ElementChoice choice;
        private boolean asked;

        Choice(@Nullable ChoiceNode parent, ElementChoice choice) {
            this.parent = parent;
            this.choice = choice;
        }

        @Override
        public @Nullable ChoiceNode parent() {
            return parent;
        }

        ElementChoice choice() {
            return choice;
        }

        /** True once: what is below it is asked for when it is opened the first time. */
        boolean ask() {
            boolean first = !asked;
            asked = true;
            return first;
        }
    }

    /** A branch that is being read. */
    record Reading(@Nullable ChoiceNode parent) implements ChoiceNode {}

    /** A branch that holds nothing. */
    record Nothing(@Nullable ChoiceNode parent) implements ChoiceNode {}

    /** A branch, or more of it, that could not be read. */
    record Failed(@Nullable ChoiceNode parent, @Nullable String continuation, RuntimeException failure)
            implements ChoiceNode {}

    /** There is more in this branch. */
    record More(@Nullable ChoiceNode parent, String continuation) implements ChoiceNode {}
}
