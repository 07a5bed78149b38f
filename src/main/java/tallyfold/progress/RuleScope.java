package tallyfold.progress;

import tallyfold.project.LinkId;

/** What a rule holds for. */
public sealed interface RuleScope {

    /** All links to projects of a process, where they have no rule of their own. */
    record OfProcess(ProcessKey process) implements RuleScope {}

    /** One link only. */
    record OfLink(LinkId link) implements RuleScope {}
}
