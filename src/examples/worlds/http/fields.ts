/** One header: its name in lower case, and the bytes of its value. */
export type Header = [name: string, value: Uint8Array];

/** What jco throws into the guest as the error of a result. */
export function failure(payload: unknown): Error {
  return Object.assign(new Error('wasi:http'), { payload });
}

/** `fields` of wasi:http: headers, which may be immutable. */
export class Fields {
  #entries: Header[] = [];
  #mutable = true;

  static fromList(entries: Header[]): Fields {
    const fields = new Fields();
    for (const [name, value] of entries) fields.append(name, value);
    return fields;
  }

  /** The same headers, for looking at. */
  static immutable(entries: Header[]): Fields {
    const fields = Fields.fromList(entries);
    fields.#mutable = false;
    return fields;
  }

  get(name: string): Uint8Array[] {
    return this.#entries.filter(([known]) => known === name.toLowerCase()).map(([, value]) => value);
  }

  set(name: string, values: Uint8Array[]): void {
    this.delete(name);
    for (const value of values) this.append(name, value);
  }

  delete(name: string): void {
    this.#check(name);
    this.#entries = this.#entries.filter(([known]) => known !== name.toLowerCase());
  }

  append(name: string, value: Uint8Array): void {
    this.#check(name, value);
    this.#entries.push([name.toLowerCase(), value]);
  }

  entries(): Header[] {
    return [...this.#entries];
  }

  clone(): Fields {
    return Fields.fromList(this.#entries);
  }

  /** https://www.rfc-editor.org/rfc/rfc9110#name-field-names and -values */
  #check(name: string, value?: Uint8Array): void {
    if (!this.#mutable) throw failure({ tag: 'immutable' });
    const valid =
      /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i.test(name) &&
      !value?.some((byte) => byte === 0 || byte === 10 || byte === 13);
    if (!valid) throw failure({ tag: 'invalid-syntax' });
    if (/^(connection|keep-alive|transfer-encoding|upgrade|host)$/i.test(name))
      throw failure({ tag: 'forbidden' });
  }
}
