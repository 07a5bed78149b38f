package tallyfold.command.log;

import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Has every text in a structured log go through the {@link TokenMask}, before it is escaped for JSON: an escaped quotation mark would
 * hide a header from the mask. Named in {@code spring.factories}, so that no property can leave it out.
 */
public final class MaskedMembers implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(
                ValueProcessor.of(String.class, text -> text == null ? null : TokenMask.mask(text)));
    }
}
