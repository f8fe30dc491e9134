import type { ClockMode, RunRequest } from '../execute.ts';
import type { Outcome, RunEvent } from '../model.ts';
import type { GuestFiles } from '../protocol.ts';
import type { Editor } from './editor.ts';
import type { Session } from './session.ts';
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
  return made;
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

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    if (!json || this.#data) return;
    this.#data = JSON.parse(json) as PanelData;
    this.#part('controls').hidden = false;
    this.#part('edit').hidden = this.#data.source === undefined;
    this.#on('run', () => this.#run());
    this.#on('stop', () => this.#stop());
    this.#on('reset', () => this.#reset());
    this.#on('edit', () => this.#edit());
    this.#on('share', () => this.#share());
    this.#on('advance', () => this.#advance());
    for (const name of ['host', 'clock'])
      this.#part(name).addEventListener('change', () => this.#showOptions());
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#run();
    });
    const trace = this.#part('trace') as HTMLDetailsElement;
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
    const current = await sessionOf(this.#data.files);
    current.load().then(
      (suspends) => this.#showAbility(suspends),
      () => {},
    );
    const { program } = this.#data;
    const request: RunRequest = {
      ...program,
      ...(this.#data.source === undefined ? {} : { calls: [this.#source] }),
      host: this.#select('host').value,
      seed: Math.max(1, Math.trunc(Number(this.#input('seed').value)) || 1),
      clock: this.#select('clock').value as ClockMode,
    };
    const { outcome, ms } = await current.run(request, {
      onEvents: (events, skipped, now) => {
        if (turn === this.#turn) this.#hear(events, skipped, now);
      },
    });
    if (turn === this.#turn) this.#finish(outcome, ms);
  }

  #begin(): void {
    this.#running = true;
    this.#events = [];
    this.#skipped = 0;
    this.#part('output').replaceChildren();
    this.#part('result').hidden = false;
    this.#say('Running…');
    this.#editor?.mark(undefined);
    this.#button('run').disabled = true;
    this.#button('stop').disabled = false;
    this.dataset.state = 'running';
  }

  #hear(events: RunEvent[], skipped: number, now: number): void {
    this.#events.push(...events);
    this.#skipped = skipped;
    const lines = events.filter((event) => event.type === 'line').map(({ text }) => text);
    this.#addLines(lines);
    this.#part('time').textContent = now === 0 ? '' : new Date(now).toISOString().slice(11, 23);
    this.#button('advance').disabled = this.#select('clock').value !== 'stopped';
    this.#showTrace();
  }

  /** A line that repeats the one before is counted instead. */
  #addLines(texts: string[]): void {
    const output = this.#part('output');
    for (const text of texts) {
      const last = output.lastElementChild as HTMLElement | null;
      if (last && last.dataset.text === text) {
        const count = Number(last.dataset.count ?? 1) + 1;
        last.dataset.count = String(count);
        continue;
      }
      const line = document.createElement('span');
      line.className = 'line';
      line.dataset.text = text;
      line.textContent = text;
      output.append(line);
    }
  }

  #finish(outcome: Outcome, ms: number): void {
    this.#running = false;
    this.#button('run').disabled = false;
    this.#button('stop').disabled = true;
    this.#button('advance').disabled = true;
    this.dataset.state = outcome.kind;
    const time = ms < 10 ? ms.toFixed(1) : Math.round(ms);
    if (outcome.kind === 'finished') {
      const silent = this.#part('output').childElementCount === 0 ? ' It printed nothing.' : '';
      this.#say(`Finished in ${time} ms.${silent}`);
    } else if (outcome.kind === 'error') {
      const place = outcome.line === undefined ? '' : `Line ${outcome.line}: `;
      this.#say(`${place}${outcome.message}`);
      if (outcome.line !== undefined) {
        this.#editor?.mark({ line: outcome.line, column: outcome.column, message: outcome.message });
      }
    } else {
      this.#say(outcome.message);
    }
    this.#showTrace();
  }

  async #stop(): Promise<void> {
    if (this.#running && this.#data) (await sessionOf(this.#data.files)).stop();
  }

  async #reset(): Promise<void> {
    if (!this.#data) return;
    await this.#stop();
    this.#turn++;
    if (this.#running) this.#finish({ kind: 'stopped', message: 'Stopped.' }, 0);
    if (this.#data.source !== undefined) this.#editor?.setText(this.#data.source);
    this.#select('host').value = 'memory';
    this.#select('clock').value = 'skip';
    this.#input('seed').value = '1';
    this.#showOptions();
    this.#part('result').hidden = true;
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
      const place = this.#part('editor');
      this.#editor = openEditor(place, text, `Code of the example ${this.#data.id}`, completions, () => {
        this.dataset.edited = '';
      });
      place.hidden = false;
      this.#part('code').hidden = true;
      this.#button('edit').hidden = true;
    } else this.#editor.setText(text);
    if (focus) this.#editor.focus();
  }

  async #share(): Promise<void> {
    if (!this.#data) return;
    const code = this.#source === this.#data.source ? undefined : this.#source;
    const hash = await toHash({
      id: this.#data.id,
      host: this.#select('host').value,
      seed: Number(this.#input('seed').value),
      clock: this.#select('clock').value as ClockMode,
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
    const shared = await fromHash(location.hash);
    if (!shared || shared.id !== this.#data?.id) return;
    const host = this.#select('host');
    if ([...host.options].some(({ value }) => value === shared.host)) host.value = shared.host;
    this.#input('seed').value = String(shared.seed);
    this.#select('clock').value = shared.clock;
    this.#showOptions();
    if (shared.code !== undefined) await this.#edit(shared.code, false);
    this.scrollIntoView({ block: 'nearest' });
    this.#say('Code and choices come from the link.');
  }

  async #advance(): Promise<void> {
    if (!this.#data) return;
    (await sessionOf(this.#data.files)).advance(Math.max(0, Number(this.#input('advance-by').value) || 0));
  }

  /** Only what means something for the choices made. */
  #showOptions(): void {
    this.#part('seed-field').hidden = this.#select('host').value !== 'weakest';
    this.#part('advance-field').hidden = this.#select('clock').value !== 'stopped';
    const persistent = this.#select('host').value === 'persistent';
    if (persistent) this.#select('clock').value = 'real';
    this.#select('clock').disabled = persistent;
  }

  /** Without JSPI, the hosts that answer at once still work. */
  #showAbility(suspends: boolean): void {
    this.#part('missing').hidden = suspends;
  }

  async #showTrace(): Promise<void> {
    const trace = this.#part('trace') as HTMLDetailsElement;
    trace.hidden = this.#events.length === 0;
    if (trace.hidden || !trace.open) return;
    const { showTrace } = await import('./trace-view.ts');
    showTrace(this.#events, this.#skipped, this.#part('timeline'), this.#part('calls'));
  }

  get #source(): string {
    return this.#editor?.text() ?? this.#data?.source ?? '';
  }

  #say(text: string): void {
    this.#part('status').textContent = text;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`<witness-example> has no part "${name}"`);
    return part;
  }

  #on(name: string, action: () => void): void {
    this.#part(name).addEventListener('click', action);
  }

  #button(name: string): HTMLButtonElement {
    return this.#part(name) as HTMLButtonElement;
  }

  #select(name: string): HTMLSelectElement {
    return this.#part(name) as HTMLSelectElement;
  }

  #input(name: string): HTMLInputElement {
    return this.#part(name) as HTMLInputElement;
  }
}
