import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the reference parser, as jco embeds it, says of a text. */
export interface PeerVerdict {
  accepts: boolean;
  /** The reason for a rejection. */
  message: string;
  /** Whether the parser crashed on the text instead of judging it. */
  panicked: boolean;
}

export interface WasmTools {
  $init: Promise<void>;
  tools: {
    componentEmbed(options: {
      witSource: string;
      dummy: true;
      world: string;
      features: { tag: 'list'; val: string[] };
    }): Uint8Array;
    componentNew(core: Uint8Array, adapters: []): Uint8Array;
    /** The root world of a component, as WIT. */
    componentWit(component: Uint8Array): string;
  };
}

const require = createRequire(import.meta.url);
const module = join(dirname(require.resolve('@bytecodealliance/jco-transpile')), '../vendor/wasm-tools.js');

/** A fresh copy of jco's parser. A copy that panicked is of no use any more, so each gets an URL of its own. */
export async function freshPeer(serial: number): Promise<WasmTools['tools']> {
  const { $init, tools } = (await import(`${pathToFileURL(module).href}?copy=${serial}`)) as WasmTools;
  await $init;
  return tools;
}

/** A world that no package has: asking for it makes the parser stop when it has resolved everything. */
const NO_WORLD = 'no-such-world';

/** Has a text parsed and resolved. Everything in it is one file; dependencies are nested packages. */
export function judge(tools: WasmTools['tools'], text: string, features: string[]): PeerVerdict {
  try {
    tools.componentEmbed({
      witSource: text,
      dummy: true,
      world: NO_WORLD,
      features: { tag: 'list', val: features },
    });
    return { accepts: true, message: '', panicked: false };
  } catch (error) {
    const payload = (error as { payload?: unknown }).payload;
    const message = String(payload ?? (error instanceof Error ? error.message : error));
    const accepts = message.includes(NO_WORLD);
    return { accepts, message: accepts ? '' : message, panicked: payload === undefined };
  }
}
