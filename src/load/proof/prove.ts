import type { Comparison, Finding, Perspective } from '../../wit/index.ts';
import { type Direction, directionsOf, type Shown, shownFunctions } from './shown-functions.ts';
import { linked, type ProofSide, Side } from './side.ts';
import { toolError, type WasmTools, wasmTools } from './tools.ts';
import type { WatComponent } from './wat-forms.ts';

/** What came of trying a finding: a component that links with the old version, tried with the new one. */
export interface Proof {
  old: Outcome;
  new: Outcome;
  /** What the tool says of the one that fails. */
  error?: string;
}

type Outcome = 'links' | 'fails';

/** A finding with its trial, or the reason why no component can show it. */
export interface TriedFinding extends Finding {
  proof?: Proof;
  unproved?: string;
}

const GATES = 'gates are no part of a component';

/** Rules that no component can show, and why. */
export const WITHOUT_TRIAL: Readonly<Record<string, string>> = {
  'world-removed':
    'a component does not link to a world: what the world imports and exports is tried by itself',
  'world-added': 'nothing was built for a new world',
  'stable-to-unstable': GATES,
  'unstable-to-stable': GATES,
  deprecated: GATES,
  'since-changed': GATES,
  'since-removed': GATES,
  'since-beyond-version': GATES,
  'new-without-since': GATES,
};

/**
 * Tries each breaking finding: builds the smallest component that links with what was there before, and has a real
 * tool check whether it links with what is there now. The other findings are left as they are.
 */
export async function proveFindings(
  { perspective, findings }: Pick<Comparison, 'perspective' | 'findings'>,
  old: ProofSide,
  now: ProofSide,
): Promise<TriedFinding[]> {
  if (!findings.some(({ severity }) => severity === 'breaking')) return [...findings];
  const tools = await wasmTools();
  const trials = new Trials(tools, perspective, { old: new Side(tools, old), new: new Side(tools, now) });
  const tried: TriedFinding[] = [];
  for (const finding of findings) {
    const reason = WITHOUT_TRIAL[finding.rule];
    if (finding.severity !== 'breaking') tried.push(finding);
    else if (reason !== undefined) tried.push({ ...finding, unproved: reason });
    else tried.push({ ...finding, ...(await trials.try(finding)) });
  }
  return tried;
}

/** Whether a trial says something else than the finding. */
export function isContradicted({ proof }: TriedFinding): boolean {
  return proof !== undefined && (proof.old !== 'links' || proof.new !== 'fails');
}

/** How many functions are tried before a finding counts as contradicted. */
const MOST_TRIES = 4;

type Tried = Pick<TriedFinding, 'proof' | 'unproved'>;

class Trials {
  readonly #tools: WasmTools;
  readonly #perspective: Perspective;
  readonly #sides: Record<'old' | 'new', Side>;

  constructor(tools: WasmTools, perspective: Perspective, sides: Record<'old' | 'new', Side>) {
    this.#tools = tools;
    this.#perspective = perspective;
    this.#sides = sides;
  }

  async try(finding: Finding): Promise<Tried> {
    const { old, new: now } = this.#sides;
    const [, named] = /^(import|export)-/.exec(finding.rule) ?? [];
    const directions =
      named === undefined ? directionsOf([old.resolved, now.resolved], finding.item) : [named as Direction];
    const results: Tried[] = [];
    for (const direction of directions) {
      results.push(await this.#tryDirection(finding, direction, named !== undefined));
    }
    // Where only worlds that are gone had it, it is judged as anybody's world may have it: imported.
    if (named === undefined && !directions.includes('import') && !results.some(({ proof }) => proof)) {
      results.push(await this.#tryDirection(finding, 'import', false));
    }
    const proven = results.find(({ proof }) => proof?.old === 'links' && proof.new === 'fails');
    return proven ?? results.find(({ proof }) => proof) ?? results[0] ?? { unproved: NOTHING };
  }

  async #tryDirection(finding: Finding, direction: Direction, isNamed: boolean): Promise<Tried> {
    // Who imports asks for it: a guest of what it imports, and whoever calls a guest of what that exports.
    const asker = (direction === 'import') === (this.#perspective === 'guest') ? 'old' : 'new';
    const offerer = asker === 'old' ? 'new' : 'old';
    const shown = shownFunctions(this.#sides[asker].resolved, finding.item, isNamed ? direction : undefined);
    let last: Tried = { unproved: NOTHING };
    for (const one of shown.slice(0, MOST_TRIES)) {
      try {
        const ask = await this.#sides[asker].ask(one);
        if (!ask) continue;
        const before = await this.#links(await this.#offer(asker, one), ask, finding);
        const after = await this.#links(await this.#offer(offerer, one), ask, finding);
        const proof: Proof = {
          old: before === undefined ? 'links' : 'fails',
          new: after === undefined ? 'links' : 'fails',
          ...((after ?? before) !== undefined && { error: after ?? before }),
        };
        last = { proof };
        if (!isContradicted({ ...finding, proof })) return last;
      } catch (error) {
        if (!last.proof) last = { unproved: `no component could be built for it: ${toolError(error)}` };
      }
    }
    return last;
  }

  /** What one side offers: the interfaces of the package, or what the world of an entry has. */
  #offer(side: 'old' | 'new', { entry }: Shown): Promise<WatComponent> {
    if (!entry) return this.#sides[side].offer();
    return this.#sides[side].offerOfWorld(entry.world.name, entry.direction);
  }

  /** Undefined when they link; else what the tool says. */
  async #links(offer: WatComponent, ask: WatComponent, { rule }: Finding): Promise<string | undefined> {
    const text = linked(offer, ask, !BY_NAME.test(rule));
    const component = await this.#tools.parse(text);
    try {
      await this.#tools.componentWit(component);
      return undefined;
    } catch (error) {
      return toolError(error);
    }
  }
}

const NOTHING = 'no function leads to it';

/** Rules that are about names; for the others it does not matter that the package is on another track. */
const BY_NAME = /^(version-bump|(import|export|interface)-(added|removed)|entry-kind-changed)$/;
