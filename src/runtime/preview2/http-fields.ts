import { failure } from './io.ts';

/** One header: its name in lower case, and the bytes of its value. */
export type Header = [name: string, value: Uint8Array];

const decoder = new TextDecoder('latin1');
const NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i;
/** What the connection itself decides: https://www.rfc-editor.org/rfc/rfc9110#name-connection */
const FORBIDDEN =
  /^(connection|keep-alive|proxy-connection|proxy-authenticate|proxy-authorization|te|transfer-encoding|upgrade|host|http2-settings)$/i;

/** The resource `fields` of wasi:http 0.2: headers or trailers, which may be immutable. */
export class Fields {
  #entries: Header[] = [];
  #mutable = true;

  static fromList(entries: Header[]): Fields {
    const fields = new Fields();
    for (const [name, value] of entries) fields.append(name, value);
    return fields;
  }

  /** Headers that came over the wire, whatever their names: for looking at. */
  static received(entries: Header[]): Fields {
    const fields = new Fields();
    fields.#entries = entries;
    fields.#mutable = false;
    return fields;
  }

  get(name: string): Uint8Array[] {
    return this.#entries.filter(([known]) => known === name.toLowerCase()).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.get(name).length > 0;
  }

  set(name: string, values: Uint8Array[]): void {
    for (const value of values) this.#check(name, value);
    this.delete(name);
    for (const value of values) this.append(name, value);
  }

  delete(name: string): void {
    this.#check(name);
    this.#entries = this.#entries.filter(([known]) => known !== name.toLowerCase());
  }

  append(name: string, value: Uint8Array): void {
    this.#check(name, value);
    this.#entries.push([name.toLowerCase(), value.slice()]);
  }

  entries(): Header[] {
    return [...this.#entries];
  }

  clone(): Fields {
    const fields = new Fields();
    fields.#entries = this.entries();
    return fields;
  }

  /** No more changes: the fields belong to a message now. */
  lock(): Fields {
    this.#mutable = false;
    return this;
  }

  #check(name: string, value?: Uint8Array): void {
    if (!this.#mutable) throw failure({ tag: 'immutable' });
    const valid = NAME.test(name) && !value?.some((byte) => byte === 0 || byte === 10 || byte === 13);
    if (!valid) throw failure({ tag: 'invalid-syntax' });
    if (FORBIDDEN.test(name)) throw failure({ tag: 'forbidden' });
  }
}

/** Headers as Node has them, names and values in turn, as fields have them. */
export function fromRaw(raw: readonly string[]): Header[] {
  const entries: Header[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2)
    entries.push([(raw[at] ?? '').toLowerCase(), Buffer.from(raw[at + 1] ?? '', 'latin1')]);
  return entries;
}

/** Headers as Node takes them: one list, so that repeated names stay apart and in order. */
export function toRaw(entries: readonly Header[]): string[] {
  return entries.flatMap(([name, value]) => [name, decoder.decode(value)]);
}
