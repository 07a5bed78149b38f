package simulator.azuredevops.json;

/** Something that writes itself as one JSON value. */
@FunctionalInterface
public interface JsonWritable {
    void writeTo(JsonWriter out);
}
