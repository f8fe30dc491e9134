import { TooLong } from '../../packed-text.ts';
import { describeOutcome } from '../describe-outcome.ts';
import type { ClockMode, RunRequest } from '../execute.ts';
import type { Outcome, RunEvent } from '../model.ts';
import type { GuestFiles } from '../protocol.ts';
import type { Editor } from './editor.ts';
import { addLines } from './output-lines.ts';
import { partsOf } from './parts.ts';
import type { Ended, Session } from './session.ts';
import { fromHash, toHash } from './share.ts';

/** What the page says about its example, as JSON in the element. */
export interface PanelData {
  id: string;
  /** What may be edited: absent where the example is a component of its own, which no page can build. */
  source?: string;
  program: Pick<RunRequest, 'world' | 'calls' | 'guests'>;
  files: GuestFiles;
  /** Address of the completions, a JSON array for the editor. */
  completions: string;
}

/** One worker for each component serves all examples of a page. */
const sessions = new Map<string, Promise<Session>>();

function sessionOf(files: GuestFiles): Promise<Session> {
  const known = sessions.get(files.base);
  if (known) return known;
  const made = import('./session.ts').then(({ Session }) => new Session(files));
  sessions.set(files.base, made);
  made.catch(() => sessions.delete(files.base));
  return made;
}

/** The table of calls may be long: while a run goes on, it is drawn anew only so often. */
const DRAW_EVERY_MS = 250;

function unavailable(error: unknown): Ended {
  const reason = error instanceof Error ? error.message : String(error);
  return { outcome: { kind: 'unavailable', message: `The runner could not be loaded: ${reason}` }, ms: 0 };
}

/**
 * `<witness-example>`: brings a static example to life. Its markup is the page's own; the runner is fetched at the
 * first run, the editor at the first edit.
 */
export class WitnessExample extends HTMLElement {
  #data: PanelData | undefined;
  #editor: Editor | undefined;
  #events: RunEvent[] = [];
  #skipped = 0;
  /** Counts runs, so that what a stopped one still says is not heard. */
  #turn = 0;
  #running = false;
  #drawing: number | undefined;
  readonly #parts = partsOf(this);

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    if (!json || this.#data) return;
    this.#data = JSON.parse(json) as PanelData;
    this.#parts('controls').hidden = false;
    this.#parts('edit').hidden = this.#data.source === undefined;
    this.#on('run', () => this.#run());
    this.#on('stop', () => this.#stop());
    this.#on('reset', () => this.#reset());
    this.#on('edit', () => this.#edit());
    this.#on('share', () => this.#share());
    this.#on('advance', () => this.#advance());
    for (const name of ['host', 'clock'])
      this.#parts(name).addEventListener('change', () => this.#showOptions());
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#run();
    });
    const trace = this.#parts.details('trace');
    trace.addEventListener('toggle', () => this.#showTrace());
    this.#showOptions();
    window.addEventListener('hashchange', () => this.#restore());
    this.#restore();
    this.dataset.ready = '';
  }

  async #run(): Promise<void> {
    if (!this.#data || this.#running) return;
    const turn = ++this.#turn;
    this.#begin();
    const { outcome, ms } = await this.#execute(turn, this.#data).catch(unavailable);
    if (turn === this.#turn) this.#finish(outcome, ms);
  }

  async #execute(turn: number, { files, program, source }: PanelData): Promise<Ended> {
    const current = await sessionOf(files);
    this.#showAbility(await current.load());
    const request: RunRequest = {
      ...program,
      ...(source === undefined ? {} : { calls: [this.#source] }),
      host: this.#parts.select('host').value,
      seed: Math.max(1, Math.trunc(Number(this.#parts.input('seed').value)) || 1),
      clock: this.#parts.select('clock').value as ClockMode,
    };
    return current.run(request, {
      onEvents: (events, skipped, now) => {
        if (turn === this.#turn) this.#hear(events, skipped, now);
      },
    });
  }

  #begin(): void {
    this.#running = true;
    this.#events = [];
    this.#skipped = 0;
    this.#parts('output').replaceChildren();
    this.#parts('result').hidden = false;
    this.#say('Running…');
    this.#editor?.mark(undefined);
    this.#enable('run', false);
    this.#enable('stop', true);
    this.dataset.state = 'running';
  }

  #hear(events: RunEvent[], skipped: number, now: number): void {
    this.#events.push(...events);
    this.#skipped = skipped;
    const lines = events.filter((event) => event.type === 'line').map(({ text }) => text);
    addLines(this.#parts('output'), lines);
    this.#parts('time').textContent = now === 0 ? '' : new Date(now).toISOString().slice(11, 23);
    this.#enable('advance', this.#parts.select('clock').value === 'stopped');
    this.#drawing ??= window.setTimeout(() => this.#showTrace(), DRAW_EVERY_MS);
  }

  #finish(outcome: Outcome, ms: number): void {
    this.#running = false;
    this.#enable('run', true);
    this.#enable('stop', false);
    this.#enable('advance', false);
    this.dataset.state = outcome.kind;
    const silent = outcome.kind === 'finished' && this.#parts('output').childElementCount === 0;
    this.#say(`${describeOutcome(outcome, ms)}${silent ? ' It printed nothing.' : ''}`);
    if (outcome.kind === 'error' && outcome.line !== undefined) {
      this.#editor?.mark({ line: outcome.line, column: outcome.column, message: outcome.message });
    }
    this.#showTrace();
  }

  /** Ends the run under way at once, whatever it is doing: loading, too. */
  async #stop(): Promise<void> {
    if (!this.#running || !this.#data) return;
    this.#turn++;
    this.#finish({ kind: 'stopped', message: 'Stopped.' }, 0);
    (await sessionOf(this.#data.files)).stop();
  }

  async #reset(): Promise<void> {
    if (!this.#data) return;
    await this.#stop();
    if (this.#data.source !== undefined) this.#editor?.setText(this.#data.source);
    this.#parts.select('host').value = 'memory';
    this.#parts.select('clock').value = 'skip';
    this.#parts.input('seed').value = '1';
    this.#showOptions();
    this.#parts('result').hidden = true;
    history.replaceState(null, '', location.pathname + location.search);
    this.#say('Back to the example as it was.');
  }

  async #edit(text = this.#source, focus = true): Promise<void> {
    if (this.#data?.source === undefined) return;
    if (!this.#editor) {
      const [{ openEditor }, completions] = await Promise.all([
        import('./editor.ts'),
        fetch(this.#data.completions).then(
          (response) => (response.ok ? response.json() : []),
          () => [],
        ),
      ]);
      const place = this.#parts('editor');
      this.#editor = openEditor(place, text, `Code of the example ${this.#data.id}`, completions, () => {
        this.dataset.edited = '';
      });
      place.hidden = false;
      this.#parts('code').hidden = true;
      this.#parts('edit').hidden = true;
    } else this.#editor.setText(text);
    if (focus) this.#editor.focus();
  }

  async #share(): Promise<void> {
    if (!this.#data) return;
    const code = this.#source === this.#data.source ? undefined : this.#source;
    const hash = await toHash({
      id: this.#data.id,
      host: this.#parts.select('host').value,
      seed: Number(this.#parts.input('seed').value),
      clock: this.#parts.select('clock').value as ClockMode,
      ...(code === undefined ? {} : { code }),
    });
    history.replaceState(null, '', hash);
    try {
      await navigator.clipboard.writeText(location.href);
      this.#say('The link is on the clipboard, and in the address bar.');
    } catch {
      this.#say('The link is in the address bar.');
    }
  }

  async #restore(): Promise<void> {
    const shared = await fromHash(location.hash).catch((reason: unknown) => {
      if (!(reason instanceof TooLong)) throw reason;
      this.#say(reason.message);
    });
    if (!shared || shared.id !== this.#data?.id) return;
    const host = this.#parts.select('host');
    if ([...host.options].some(({ value }) => value === shared.host)) host.value = shared.host;
    this.#parts.input('seed').value = String(shared.seed);
    this.#parts.select('clock').value = shared.clock;
    this.#showOptions();
    if (shared.code !== undefined) await this.#edit(shared.code, false);
    this.scrollIntoView({ block: 'nearest' });
    this.#say('Code and choices come from the link.');
  }

  async #advance(): Promise<void> {
    if (!this.#data || !this.#running) return;
    (await sessionOf(this.#data.files)).advance(
      Math.max(0, Number(this.#parts.input('advance-by').value) || 0),
    );
  }

  /** Only what means something for the choices made. */
  #showOptions(): void {
    this.#parts('seed-field').hidden = this.#parts.select('host').value !== 'weakest';
    this.#parts('advance-field').hidden = this.#parts.select('clock').value !== 'stopped';
    const persistent = this.#parts.select('host').value === 'persistent';
    if (persistent) this.#parts.select('clock').value = 'real';
    this.#parts.select('clock').disabled = persistent;
  }

  /** Without JSPI, the hosts that answer at once still work. */
  #showAbility(suspends: boolean): void {
    this.#parts('missing').hidden = suspends;
  }

  async #showTrace(): Promise<void> {
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    const trace = this.#parts.details('trace');
    trace.hidden = this.#events.length === 0;
    if (trace.hidden || !trace.open) return;
    const { showTrace } = await import('./trace-view.ts');
    showTrace(this.#events, this.#skipped, this.#parts('timeline'), this.#parts('calls'));
  }

  get #source(): string {
    return this.#editor?.text() ?? this.#data?.source ?? '';
  }

  #say(text: string): void {
    this.#parts('status').textContent = text;
  }

  /** A button that can do nothing just now stays where it is, with the focus it may have. */
  #enable(name: string, can: boolean): void {
    this.#parts(name).setAttribute('aria-disabled', String(!can));
  }

  #on(name: string, action: () => void): void {
    this.#parts(name).addEventListener('click', action);
  }
}
