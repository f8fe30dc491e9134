import * as z from 'zod';

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * A schema as JSON Schema: of what people write (`input`), or of what it becomes (`output`, with what was left out
 * filled in). Objects are closed: what a schema does not name is refused.
 */
export function jsonSchema(schema: z.ZodType, title: string, io: 'input' | 'output'): JsonSchema {
  const { $schema = DRAFT, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema: made }) => {
      // A format is an annotation that validators may not know; the pattern beside it says the same.
      if (made.format === 'date') delete made.format;
      // Bounds that only say what a number can hold.
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
    },
  });
  return { $schema, title, ...rest };
}
