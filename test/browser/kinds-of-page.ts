/** A page of every kind that the project's own site has, by what the kind is called. */
export const KINDS_OF_PAGE: Record<string, string> = {
  home: '',
  meeting: 'meetings/2024-01-25/',
  interface: 'wit/wasi/keyvalue/0.1.0/cache/',
  board: 'preview-2/',
  example: 'examples/get-or-set/',
  versions: 'wit/wasi/http/',
  world: 'wit/wasi/http/0.2.3/proxy/',
  comparison: 'wit/wasi/keyvalue/compare/0.0.0-2023-07-11..0.1.0/',
  source: 'wit/wasi/keyvalue/0.1.0/cache.wit/',
  stability: 'stability/',
  prose: 'cache/semantics/',
  lanes: 'start/the-cache-explained/',
  phases: 'process/phases/',
  road: 'preview-2/launch/',
  proposal: 'proposals/keyvalue/',
  year: 'meetings/2023/',
  tables: 'cache/stores/',
  changes: 'changes/',
  chairs: 'chairs/',
  people: 'people/',
  search: 'search/',
  results: 'search/?q=portability',
};

/** The five kinds that Lighthouse judges: each is made in a way of its own. */
export const FIVE_KINDS: [kind: string, path: string][] = Object.entries(KINDS_OF_PAGE).slice(0, 5);
