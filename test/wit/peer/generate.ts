import type { Random } from './random.ts';

/** Features that gates name; half of the texts are judged with some of them off. */
export const GATES = ['active', 'other'];

/**
 * A file of packages that are mostly right and lead everywhere: interfaces that use one another's types, worlds that
 * import, export and include, under labels, in place and behind gates, nested packages with the same names.
 */
export function generatePackages(random: Random): string {
  const version = random.pick(['', '@1.0.0', '@1.0.0', '@0.2.1']);
  const main: Package = { name: `a:b${version}`, isVersioned: version !== '' };
  const nested: Package[] = random.pick([0, 0, 1, 1, 2]) > 0 ? [dependency('c:d', random)] : [];
  if (nested.length > 0 && random.below(3) === 0) nested.push(dependency('e:f', random));
  const bodies = nested.map(
    (pkg, index) => `package ${pkg.name} {\n${items(random, pkg, nested.slice(0, index))}\n}`,
  );
  return [`package ${main.name};`, items(random, main, nested), ...bodies].join('\n');
}

interface Package {
  /** With its version. */
  name: string;
  isVersioned: boolean;
}

function dependency(name: string, random: Random): Package {
  const version = random.pick(['', '@1.0.0', '@2.0.0']);
  return { name: name + version, isVersioned: version !== '' };
}

const INTERFACES = ['i', 'j', 'k', 'l'];
const WORLDS = ['u', 'v', 'w'];
const TYPES = ['t', 'e', 'r'];

const some = <Item>(random: Random, most: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: random.below(most + 1) }, (_, index) => make(index));

function items(random: Random, own: Package, others: readonly Package[]): string {
  const earlier: string[] = [];
  const interfaces = INTERFACES.slice(0, 2 + random.below(3)).map((name) => {
    const text = interfaceText(random, own, name, earlier, others);
    earlier.push(name);
    return text;
  });
  const included: string[] = [];
  const worlds = WORLDS.slice(0, 1 + random.below(3)).map((name) => {
    const text = worldText(random, own, { name, interfaces: earlier, included, others });
    included.push(name);
    return text;
  });
  const uses = random.below(4) === 0 ? [`use ${random.pick(earlier)} as top;`] : [];
  const all = [...uses, ...interfaces, ...worlds];
  // What comes before what it needs is as good as the other way round.
  return (random.below(2) === 0 ? all : all.toReversed()).join('\n');
}

function gate(random: Random, { isVersioned }: Package): string {
  if (random.below(6) > 0) return '';
  const until = random.below(4) === 0 && isVersioned ? '@deprecated(version = 0.2.0) ' : '';
  if (random.below(3) > 0 && isVersioned) return `${until}@since(version = 0.1.${random.below(2)}) `;
  return `@unstable(feature = ${random.pick(GATES)}) `;
}

/** A path to an interface or world, mostly one that is there. */
function path(random: Random, own: readonly string[], others: readonly Package[], names: readonly string[]) {
  if (own.length > 0 && (others.length === 0 || random.below(3) > 0)) return random.pick(own);
  if (others.length === 0) return undefined;
  const [name = '', version] = random.pick(others).name.split('@');
  return `${name}/${random.pick(names)}${version === undefined ? '' : `@${version}`}`;
}

function interfaceText(
  random: Random,
  own: Package,
  name: string,
  earlier: readonly string[],
  others: readonly Package[],
): string {
  return `${gate(random, own)}interface ${name} {\n${interfaceItems(random, own, earlier, others).join('\n')}\n}`;
}

function interfaceItems(
  random: Random,
  own: Package,
  earlier: readonly string[],
  others: readonly Package[],
): string[] {
  const from = random.below(3) > 0 ? path(random, earlier, others, INTERFACES) : undefined;
  const used = random.pick(TYPES);
  const uses = from === undefined ? [] : [`  ${gate(random, own)}use ${from}.{${used} as x};`];
  const known = from === undefined ? TYPES : [...TYPES, 'x'];
  const decls = [
    `  ${gate(random, own)}${random.pick([
      'type t = list<string>;',
      'record t { a: u8 }',
      'variant t { p(u8), q }',
      'flags t { p, q }',
    ])}`,
    `  ${gate(random, own)}enum e { one, two }`,
    `  ${gate(random, own)}resource r { ${some(random, 2, (index) =>
      random.pick([
        `m${index}: func(a: ${typeText(random, known)});`,
        `s${index}: static func() -> ${typeText(random, known)};`,
      ]),
    ).join(' ')} }`,
  ];
  const functions = some(
    random,
    2,
    (index) => `  ${gate(random, own)}f${index}: ${funcText(random, known)};`,
  );
  return [...uses, ...decls, ...functions];
}

function typeText(random: Random, known: readonly string[]): string {
  const name = random.pick(known);
  return random.pick([
    name,
    name,
    'u8',
    'string',
    `option<${name}>`,
    `list<${name}>`,
    `result<${name}, e>`,
    'list<u8>',
  ]);
}

function funcText(random: Random, known: readonly string[]): string {
  const params = some(random, 2, (index) => `a${index}: ${typeText(random, known)}`).join(', ');
  const result = random.below(2) === 0 ? '' : ` -> ${typeText(random, known)}`;
  return `${random.pick(['', '', 'async '])}func(${params})${result}`;
}

interface WorldPlan {
  name: string;
  interfaces: readonly string[];
  /** Worlds before it, which it may include. */
  included: readonly string[];
  others: readonly Package[];
}

function worldText(random: Random, own: Package, plan: WorldPlan): string {
  const { name, interfaces, included, others } = plan;
  const label = () => random.pick(['lab', `lab${random.below(5)}`]);
  const face = () => path(random, interfaces, others, INTERFACES) ?? 'i';
  const lines = some(random, 5, (index) => {
    const side = random.pick(['import', 'export']);
    const docs = random.below(5) === 0 ? '/// words\n  ' : '';
    const text = random.pick([
      () => `${side} ${face()};`,
      () => `${side} ${face()};`,
      () => `${side} ${label()}: ${face()};`,
      () => `${side} fn${index}: ${funcText(random, ['u16'])};`,
      () => `${side} in${index}: interface {\n${inPlace(random, own, interfaces, others)}\n  }`,
      () => `type wt${index} = list<u8>;`,
      () => `resource wr${index} { m: func(); }`,
      () => `use ${face()}.{${random.pick(TYPES)} as wu${index}};`,
      () => includeText(random, included, others),
    ])();
    return text === undefined ? '' : `  ${docs}${gate(random, own)}${text}`;
  });
  return `${gate(random, own)}world ${name} {\n${lines.join('\n')}\n}`;
}

function inPlace(
  random: Random,
  own: Package,
  interfaces: readonly string[],
  others: readonly Package[],
): string {
  return interfaceItems(random, own, interfaces, others).join('\n');
}

function includeText(
  random: Random,
  included: readonly string[],
  others: readonly Package[],
): string | undefined {
  const world = path(random, included, others, WORLDS);
  if (world === undefined) return undefined;
  const names =
    random.below(3) === 0 ? ` with { ${random.pick(['lab', 'fn0', 'in1', 'wt2'])} as other }` : ';';
  return `include ${world}${names}`;
}
