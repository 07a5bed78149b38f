package tallyfold.administration.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** How values of a column are written in a backup, the same whichever database they come from or go to. */
enum ColumnKind {
    TEXT(Types.VARCHAR) {
        @Override
        void write(ResultSet row, int column, JsonGenerator out) throws SQLException {
            out.writeString(row.getString(column));
        }

        @Override
        void read(JsonParser in, PreparedStatement insert, int column) throws SQLException {
            insert.setString(column, in.getString());
        }
    },
    INTEGER(Types.BIGINT) {
        @Override
        void write(ResultSet row, int column, JsonGenerator out) throws SQLException {
            out.writeNumber(row.getLong(column));
        }

        @Override
        void read(JsonParser in, PreparedStatement insert, int column) throws SQLException {
            insert.setLong(column, in.getLongValue());
        }
    },
    /** As text, because JSON knows neither infinity nor what is not a number. */
    NUMBER(Types.DOUBLE) {
        @Override
        void write(ResultSet row, int column, JsonGenerator out) throws SQLException {
            out.writeString(Double.toString(row.getDouble(column)));
        }

        @Override
        void read(JsonParser in, PreparedStatement insert, int column) throws SQLException {
            insert.setDouble(column, Double.parseDouble(in.getString()));
        }
    },
    BOOLEAN(Types.BOOLEAN) {
        @Override
        void write(ResultSet row, int column, JsonGenerator out) throws SQLException {
            out.writeBoolean(row.getBoolean(column));
        }

        @Override
        void read(JsonParser in, PreparedStatement insert, int column) throws SQLException {
            insert.setBoolean(column, in.getBooleanValue());
        }
    },
    DATE(Types.DATE) {
        @Override
        void write(ResultSet row, int column, JsonGenerator out) throws SQLException {
            out.writeString(row.getObject(column, LocalDate.class).toString());
        }

        @Override
        void read(JsonParser in, PreparedStatement insert, int column) throws SQLException {
            insert.setObject(column, LocalDate.parse(in.getString()));
        }
    },
    /** In UTC; both databases keep microseconds. */
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        void write(ResultSet row, int column, JsonGenerator out) throws SQLException {
            out.writeString(row.getObject(column, OffsetDateTime.class)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toString());
        }

        @Override
        void read(JsonParser in, PreparedStatement insert, int column) throws SQLException {
            insert.setObject(column, OffsetDateTime.parse(in.getString()));
        }
    },
    UUID_TEXT(Types.OTHER) {
        @Override
        void write(ResultSet row, int column, JsonGenerator out) throws SQLException {
            out.writeString(row.getObject(column, UUID.class).toString());
        }

        @Override
        void read(JsonParser in, PreparedStatement insert, int column) throws SQLException {
            insert.setObject(column, UUID.fromString(in.getString()));
        }
    },
    BYTES(Types.VARBINARY) {
        @Override
        void write(ResultSet row, int column, JsonGenerator out) throws SQLException {
            out.writeString(Base64.getEncoder().encodeToString(row.getBytes(column)));
        }

        @Override
        void read(JsonParser in, PreparedStatement insert, int column) throws SQLException {
            insert.setBytes(column, Base64.getDecoder().decode(in.getString()));
        }
    };

    private final int nullType;

    ColumnKind(int nullType) {
        this.nullType = nullType;
    }

    abstract void write(ResultSet row, int column, JsonGenerator out) throws SQLException;

    abstract void read(JsonParser in, PreparedStatement insert, int column) throws SQLException;

    void writeOrNull(ResultSet row, int column, JsonGenerator out) throws SQLException {
        if (row.getObject(column) == null) {
            out.writeNull();
        } else {
            write(row, column, out);
        }
    }

    /** Takes the value the parser stands on. */
    void readOrNull(JsonParser in, PreparedStatement insert, int column) throws SQLException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            setNull(insert, column);
        } else {
            read(in, insert, column);
        }
    }

    void setNull(PreparedStatement insert, int column) throws SQLException {
        insert.setNull(column, nullType);
    }

    /**
     * By the name the driver gives the type.
     *
     * @throws IllegalStateException for a type that no migration has used so far
     */
    static ColumnKind of(String table, String column, String typeName) {
        return switch (typeName.toLowerCase(Locale.ROOT)) {
            case "character varying", "character large object", "varchar", "text", "bpchar", "character" -> TEXT;
            case "integer", "bigint", "smallint", "int2", "int4", "int8", "serial", "bigserial" -> INTEGER;
            case "double precision", "float8" -> NUMBER;
            case "boolean", "bool" -> BOOLEAN;
            case "date" -> DATE;
            case "timestamp with time zone", "timestamptz" -> INSTANT;
            case "uuid" -> UUID_TEXT;
            case "binary varying", "bytea" -> BYTES;
            default ->
                throw new IllegalStateException(
                        "A backup does not know how to write %s.%s, which is %s".formatted(table, column, typeName));
        };
    }
}
