package simulator.azuredevops;

import simulator.azuredevops.http.WireAnswer;

/** A request ends here with an answer of refusal. */
final class Refused extends RuntimeException {

    private final transient WireAnswer answer;

    Refused(WireAnswer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    WireAnswer answer() {
        return answer;
    }
}
