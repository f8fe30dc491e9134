import type { Example, HostName } from './model.ts';

/** The outputs that a host may give, or undefined when the example is not meant for it. */
export function permitted(example: Example, host: HostName): string[] | undefined {
  return example.expectations.find(({ hosts }) => hosts.includes(host))?.outputs;
}

/** The hosts that an example declares, in the order of its file. */
export function declaredHosts(example: Example): HostName[] {
  return example.expectations.flatMap(({ hosts }) => hosts);
}

/** What the command line and its readers get: one text, or the set of those that are permitted. */
export function asExpected(outputs: string[] | undefined): string | string[] | null {
  return outputs === undefined ? null : outputs.length === 1 ? (outputs[0] ?? '') : outputs;
}
