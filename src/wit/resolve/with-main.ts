import type { Resolved } from './resolved.ts';

/** The same packages, with another one as that which was asked for; `main` is -1 when there is none of this id. */
export function withMain(resolved: Resolved, id: string): Resolved {
  const { packages, interfaces, worlds, types } = resolved;
  return {
    packages,
    interfaces,
    worlds,
    types,
    main: packages.findIndex((one) => one.id === id),
    // A spread would leave this out: it is put together when first asked for.
    get targets() {
      return resolved.targets;
    },
  };
}
