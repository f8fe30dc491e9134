import { type CoreSignature, coreSignature, type Resolved, sameTrack } from '../../wit/index.ts';
import type { WitGroup } from '../wit-loader.ts';
import { bundle } from './bundle.ts';
import { type Direction, mainWorlds, type Shown } from './shown-functions.ts';
import type { WasmTools } from './tools.ts';
import { readWat, type WatComponent } from './wat-forms.ts';

/** One version of a package, as it was read. */
export interface ProofSide {
  groups: readonly WitGroup[];
  resolved: Resolved;
}

const OFFER = 'witness-proof-offer';
const ASK = 'witness-proof-ask';

/** Builds components for one version; what is built once is kept. */
export class Side {
  readonly resolved: Resolved;
  readonly #groups: readonly WitGroup[];
  readonly #tools: WasmTools;
  readonly #built = new Map<string, Promise<WatComponent>>();

  constructor(tools: WasmTools, { groups, resolved }: ProofSide) {
    this.#tools = tools;
    this.#groups = groups;
    this.resolved = resolved;
  }

  /** A component that imports all interfaces of the package: what it imports is what the package offers. */
  offer(): Promise<WatComponent> {
    const names = [...(this.resolved.packages[this.resolved.main]?.interfaces.keys() ?? [])];
    return this.#build(OFFER, names.map((name) => `import %${name};`).join(' '));
  }

  /** The same of what one world imports, or of what it exports. */
  offerOfWorld(name: string, direction: Direction): Promise<WatComponent> {
    const world = mainWorlds(this.resolved).find((one) => one.name === name);
    const lines = [...(world?.[`${direction}s`] ?? [])].flatMap(
      ([key, entry]) =>
        this.#entryText({ world: world as NonNullable<typeof world>, direction, key, entry }) ?? [],
    );
    return this.#build(OFFER, [...typesOf(world), ...lines].join(' '));
  }

  /** The smallest component that calls a function: its core module imports that function alone. */
  ask(shown: Shown): Promise<WatComponent> | undefined {
    const signature = coreSignature(this.resolved, shown.func)?.import;
    const text = shown.entry ? this.#entryText(shown.entry) : `import ${this.#path(shown.interface)};`;
    if (!signature || text === undefined) return undefined;
    const { func, entry } = shown;
    const module =
      entry && typeof entry.key === 'string' && entry.entry.kind === 'interface'
        ? entry.key
        : shown.interface === undefined
          ? '$root'
          : this.#linkName(shown.interface);
    const core = coreModule(module, func.async ? `[async-lower]${func.name}` : func.name, signature);
    return this.#build(
      ASK,
      [...typesOf(entry?.entry.kind === 'function' ? entry.world : undefined), text].join(' '),
      core,
    );
  }

  #build(world: string, items: string, core?: string): Promise<WatComponent> {
    const key = `${world} ${items} ${core ?? ''}`;
    const known = this.#built.get(key) ?? this.#make(world, items, core);
    this.#built.set(key, known);
    return known;
  }

  async #make(world: string, items: string, core?: string): Promise<WatComponent> {
    const tools = this.#tools;
    const embedded = await tools.componentEmbed({
      ...(core === undefined ? { dummy: true } : { binary: await tools.parse(core) }),
      witSource: bundle(this.#groups, `world ${world} { ${items} }`),
      world,
      features: { tag: 'all' },
    });
    return readWat(await tools.print(await tools.componentNew(embedded, [])));
  }

  /** How a world of the package names an interface. */
  #path(index: number | undefined): string {
    const face = this.resolved.interfaces[index ?? -1];
    return face?.package === this.resolved.main ? `%${face.name}` : this.#linkName(index);
  }

  #linkName(index: number | undefined): string {
    const face = this.resolved.interfaces[index ?? -1];
    const pkg = this.resolved.packages[face?.package ?? -1];
    const version = pkg?.version === undefined ? '' : `@${pkg.version}`;
    return `${pkg?.namespace}:${pkg?.name}/${face?.name}${version}`;
  }

  /** An entry of a world as an import, whichever it is. */
  #entryText({ key, entry }: NonNullable<Shown['entry']>): string | undefined {
    if (entry.kind === 'type') return undefined;
    if (entry.kind === 'interface') {
      const face = this.resolved.interfaces[entry.interface];
      if (typeof key === 'number') return `import ${this.#path(key)};`;
      if (face?.name !== null) return `import %${key}: ${this.#path(entry.interface)};`;
      return face.decl && face.place && asImport(key, sliceOf(face.place.file.source.text, face.decl));
    }
    const { decl, place, kind } = entry.function;
    if (kind !== 'freestanding' || !decl || !place) return undefined;
    return asImport(String(key), sliceOf(place.file.source.text, decl));
  }
}

function sliceOf(text: string, { word, end }: { word: number; end: number }): string {
  return text.slice(word, end);
}

/** `import` or `export` under another name, as an import. */
function asImport(name: string, text: string): string {
  return text.replace(/^(?:import|export)\s+%?[\w-]+/, `import %${name}`);
}

/** What a world uses and defines, which its functions speak of. */
function typesOf(world: ReturnType<typeof mainWorlds>[number] | undefined): string[] {
  const { decl, place } = world ?? {};
  if (!decl || !place) return [];
  const { text } = place.file.source;
  return decl.items
    .filter((item) => item.kind !== 'import' && item.kind !== 'export' && item.kind !== 'include')
    .map((item) => sliceOf(text, item));
}

function coreModule(module: string, name: string, { params, results }: CoreSignature): string {
  const list = (word: string, types: readonly string[]) =>
    types.length > 0 ? ` (${word} ${types.join(' ')})` : '';
  return `(module
  (import "${module}" "${name}" (func${list('param', params)}${list('result', results)}))
  (memory (export "memory") 1)
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable))`;
}

/**
 * One component that holds another and gives it what a third says that it imports: it is valid when and only when the
 * two link.
 * @param anyTrack gives an interface also where its package is on another track
 */
export function linked(offer: WatComponent, ask: WatComponent, anyTrack: boolean): string {
  const given = ask.imports.flatMap(({ name, sort }) => {
    const found =
      offer.imports.find((one) => one.sort === sort && one.name === name) ??
      offer.imports.find((one) => one.sort === sort && matches(name, one.name, anyTrack));
    return found ? [`(with "${name}" (${sort} ${found.index}))`] : [];
  });
  const inner = ask.text.trim().replace(/^\(component/, '(component $asking');
  return `(component\n${offer.head.join('\n')}\n${inner}\n(instance (instantiate $asking ${given.join(' ')}))\n)`;
}

function matches(wanted: string, offered: string, anyTrack: boolean): boolean {
  const [name, version] = wanted.split('@');
  const [other, its] = offered.split('@');
  if (name !== other) return false;
  return anyTrack || version === its || sameTrack(version, its);
}
