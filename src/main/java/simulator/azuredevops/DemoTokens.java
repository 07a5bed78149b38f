package simulator.azuredevops;

/**
 * The tokens of a demo organization.
 *
 * @param working the four read scopes
 * @param withoutGraph the same without Graph
 * @param expired refused with the sentence that says so
 * @param ofAnotherPerson works, and belongs to somebody else
 */
public record DemoTokens(SimToken working, SimToken withoutGraph, SimToken expired, SimToken ofAnotherPerson) {}
