const DEEPEST = 4;
const LONGEST = 32;

/** A value as one would write it in JavaScript; resources show their class alone. */
export function show(value, depth = 0) {
  if (typeof value === 'string') return depth === 0 ? value : `'${value}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return `[function ${value.name}]`;
  if (typeof value === 'symbol') return value.toString();
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (depth >= DEEPEST) return '…';
  if (value instanceof Uint8Array)
    return `Uint8Array ${list([...value.subarray(0, LONGEST)], value.length, depth)}`;
  if (Array.isArray(value)) return list(value.slice(0, LONGEST), value.length, depth);
  const type = value.constructor?.name ?? '';
  if (type !== 'Object' && type !== '') return `${type} {}`;
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${show(field, depth + 1)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function list(items, length, depth) {
  const rest = length > items.length ? [`… ${length - items.length} more`] : [];
  return `[${[...items.map((item) => show(item, depth + 1)), ...rest].join(', ')}]`;
}
