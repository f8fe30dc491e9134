/** Runs components in this process with jco: commands, and handlers of HTTP, on one host for WASI and the cache. */
export { type GuestHost, type HostSettings, type Offer, openHost } from './host.ts';
export { isOf, parseInterfaceName } from './interface-name.ts';
export { type Exports, type LoadedComponent, loadComponent, NoComponent } from './load-component.ts';
export { explainMissing, type MissingImport, missingImports } from './missing-imports.ts';
export { CACHE_NAMES, type CacheName, type OpenCache, openCache } from './open-cache.ts';
export { type CommandEnd, commandExport, runCommand } from './run-command.ts';
export { type Served, serveComponent, serviceExport } from './serve-component.ts';
export { traceImports, traceStreams } from './trace-imports.ts';
