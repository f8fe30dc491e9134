import { hasErrors } from '../../../src/problem.ts';
import { type Ast, check, parse, type Resolved } from '../../../src/wit/index.ts';
import { GATES, generatePackages } from './generate.ts';
import { freshPeer, judge, type WasmTools } from './jco.ts';
import { random } from './random.ts';

export interface GeneratedAgreement {
  accepted: number;
  rejected: number;
  /** Worlds whose imports and exports were compared. */
  worlds: number;
  /** What differs, with the text. */
  disagreements: string[];
}

/**
 * Has generated packages judged here and by jco's parser: accepted or rejected, the reason for a rejection among ours,
 * and of what is accepted each world, built into a component of which jco says what it imports and exports.
 */
export async function generatedAgreement(count: number, seed: number): Promise<GeneratedAgreement> {
  const result: GeneratedAgreement = { accepted: 0, rejected: 0, worlds: 0, disagreements: [] };
  let serial = 0;
  let tools = await freshPeer(serial);
  for (let index = 0; index < count; index++) {
    const source = random(seed + index);
    const text = generatePackages(source);
    const features = source.pick([[], ['active'], GATES]);
    const peer = judge(tools, text, features);
    const { value, problems } = check([[parse({ path: 'generated.wit', text })]], { features });
    const differs = (what: string) => result.disagreements.push(`${what} (features: ${features})\n${text}`);
    if (peer.panicked) {
      tools = await freshPeer(++serial);
      continue;
    }
    if (peer.accepts) result.accepted++;
    else result.rejected++;
    if (peer.accepts === hasErrors(problems)) {
      differs(peer.accepts ? `only we reject: ${problems[0]?.message}` : `only jco rejects: ${peer.message}`);
    } else if (!peer.accepts) {
      if (!problems.some(({ message }) => peer.message.includes(message)))
        differs(`not among our problems: ${peer.message}`);
    } else {
      for (const name of value.packages[value.main]?.worlds.keys() ?? []) {
        result.worlds++;
        const [ours, theirs] = [entriesOf(value, name), peerEntries(tools, text, name, features)];
        if (ours.join('\n') !== theirs.join('\n')) differs(`world ${name}: ${ours} and ${theirs}`);
      }
    }
  }
  return result;
}

/** The imports and exports of a world, as `componentWit` names them; types and methods are part of them. */
function entriesOf(resolved: Resolved, name: string): string[] {
  const world = resolved.worlds[resolved.packages[resolved.main]?.worlds.get(name) ?? -1];
  const sides = (['import', 'export'] as const).flatMap((side) =>
    [...(world?.[`${side}s`] ?? [])].flatMap(([key, entry]) => {
      if (entry.kind === 'type') return isResource(resolved, entry.type) ? [`resource ${key}`] : [];
      if (typeof key === 'number') return [`${side} ${interfaceName(resolved, key)}`];
      return key.startsWith('[') ? [] : [`${side} ${key}`];
    }),
  );
  return sides.sort();
}

function isResource({ types }: Resolved, type: number): boolean {
  return types[type]?.kind.kind === 'resource';
}

function interfaceName({ interfaces, packages }: Resolved, index: number): string {
  const face = interfaces[index];
  const pkg = packages[face?.package ?? -1];
  return `${pkg?.namespace}:${pkg?.name}/${face?.name}${pkg?.version === undefined ? '' : `@${pkg.version}`}`;
}

function peerEntries(tools: WasmTools['tools'], text: string, world: string, features: string[]): string[] {
  const embedded = tools.componentEmbed({
    witSource: text,
    dummy: true,
    world,
    features: { tag: 'list', val: features },
  });
  const printed = tools.componentWit(tools.componentNew(embedded, []));
  return entriesOfText(parse({ path: 'component.wit', text: printed }).value);
}

function entriesOfText(ast: Ast): string[] {
  const world = ast.items.find((item) => item.kind === 'world');
  const entries = world?.items.flatMap((item) => {
    if (item.kind === 'resource') return [`resource ${item.name.name}`];
    if (item.kind !== 'import' && item.kind !== 'export') return [];
    const { what } = item;
    if (what.kind !== 'path') return [`${item.kind} ${what.name.name}`];
    const { package: pkg, name, version } = what.path;
    const before = pkg ? `${pkg.namespace.name}:${pkg.name.name}/` : '';
    return [`${item.kind} ${before}${name.name}${version ? `@${version.text}` : ''}`];
  });
  return (entries ?? []).sort();
}
