/** What of jco's wasm-tools is used to build and try components. */
export interface WasmTools {
  parse(wat: string): Promise<Uint8Array>;
  print(binary: Uint8Array): Promise<string>;
  componentEmbed(options: {
    binary?: Uint8Array;
    witSource: string;
    dummy?: boolean;
    world: string;
    features: { tag: 'all' };
  }): Promise<Uint8Array>;
  componentNew(core: Uint8Array, adapters: []): Promise<Uint8Array>;
  componentWit(component: Uint8Array): Promise<string>;
}

/** Loads jco's wasm-tools, which takes a moment and is asked for only where components are built. */
export async function wasmTools(): Promise<WasmTools> {
  const tools = await import('@bytecodealliance/jco-transpile/wasm-tools');
  return tools as unknown as WasmTools;
}

/** What a tool says that it could not do, without the frames around it. */
export function toolError(error: unknown): string {
  const payload = (error as { payload?: unknown } | undefined)?.payload;
  const text = String(payload ?? (error instanceof Error ? error.message : error));
  const lines = text
    .replace(/\(at offset [^)]*\)/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^Failed to decode|^failed to (parse|decode)/i.test(line));
  return [...new Set(lines)].join(': ');
}
