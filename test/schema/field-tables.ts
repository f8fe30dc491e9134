import type { JsonSchema } from '../../src/schema/index.ts';

/** The keys of a file as Markdown: a table, and for a file of several kinds one for each, after what all have. */
export function fieldTables(schema: JsonSchema): string {
  const defs = schema.$defs ?? {};
  const kinds = (schema.oneOf ?? []).map((kind) => resolved(asSchema(kind), defs));
  if (kinds.length === 0) {
    const inside = resolved(schema.type === 'array' ? asSchema(schema.items) : schema, defs);
    return inside.properties ? table(fieldsOf(inside, defs, '')) : sentence(schema);
  }
  const all = kinds.map((kind) => fieldsOf(kind, defs, ''));
  const isCommon = ({ key, words }: Field) =>
    all.every((fields) => fields.some((field) => field.key === key && field.words === words));
  const common = all[0]?.filter(isCommon) ?? [];
  return [
    `Of every kind:\n\n${table(common)}`,
    ...kinds.map((kind, i) => {
      const name = asSchema(kind.properties?.kind).const;
      const own = all[i]?.filter((field) => !isCommon(field) && field.key !== 'kind') ?? [];
      return `#### ${name}\n\n${kind.description}\n\n${table(own)}`;
    }),
  ].join('\n\n');
}

function table(fields: readonly Field[]): string {
  return [
    '| Key | | What it holds |',
    '| --- | --- | --- |',
    ...fields.map(
      ({ key, isRequired, words }) => `| \`${key}\` | ${isRequired ? 'required' : ''} | ${words} |`,
    ),
  ].join('\n');
}

function sentence({ additionalProperties }: JsonSchema): string {
  return `A mapping from any key to ${describe(asSchema(additionalProperties), asSchema(asSchema(additionalProperties).items)).toLowerCase()}.`;
}

interface Field {
  key: string;
  isRequired: boolean;
  words: string;
}

function fieldsOf(schema: JsonSchema, defs: Record<string, JsonSchema>, above: string): Field[] {
  const whole = resolved(schema, defs);
  return Object.entries(whole.properties ?? {}).flatMap(([name, property]) => {
    const found = resolved(asSchema(property), defs);
    const inside = resolved(found.type === 'array' ? asSchema(found.items) : found, defs);
    const key = `${above}${name}`;
    const words = [describe(found, inside), found.description ?? inside.description, unlessGiven(found)]
      .filter(Boolean)
      .map((sentence) => `${sentence}`.replaceAll('|', '\\|'))
      .join('. ')
      .replaceAll('..', '.');
    const field = { key, isRequired: whole.required?.includes(name) ?? false, words };
    const deeper = inside.properties
      ? fieldsOf(inside, defs, `${key}${found.type === 'array' ? '[].' : '.'}`)
      : [];
    return [field, ...deeper];
  });
}

/** What may stand there, in words. */
function describe(schema: JsonSchema, inside: JsonSchema): string {
  if (schema.type === 'array') return inside.properties ? 'A list of mappings' : `A list: ${one(inside)}`;
  const words = one(schema);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function one(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return `one of ${schema.enum.map((word) => `\`${word}\``).join(', ')}`;
  if (schema.title) return schema.title;
  if (schema.properties || schema.type === 'object') return 'a mapping';
  return schema.type === 'boolean' ? '`true` or `false`' : schema.type === 'string' ? 'text' : 'any value';
}

function unlessGiven(schema: JsonSchema): string | undefined {
  const { default: value } = schema;
  if (value === undefined || (typeof value === 'object' && Object.keys(value ?? {}).length === 0))
    return undefined;
  return `Unless given: \`${value}\``;
}

function resolved(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  const { $ref, ...own } = schema;
  return name ? { ...defs[name], ...own } : schema;
}

function asSchema(value: unknown): JsonSchema {
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}
