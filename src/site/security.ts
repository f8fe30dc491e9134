/** What a page's policy depends on. */
interface Place {
  /** The address that the site is published at, base path included and with a slash at its end; nobody may have said. */
  root?: string | undefined;
  /** What lets the styles in that the development server puts into pages. */
  nonce?: string | undefined;
}

/** The scripts of a site: folders, and the one file that has no other place. */
const SCRIPTS = ['_astro/', 'examples/components/', 'pagefind/', 'theme.js'];

/**
 * The policy of every page: nothing from elsewhere, no inline script, no inline style element. Where it is known at which
 * address the site will be, scripts come from their own folders only: a text that strangers wrote can then not be loaded
 * as one, even by a host that does not tell the types of files. On this machine the same folders are looked at.
 */
export function contentSecurityPolicy({ root, nonce }: Place): string {
  const local = root && `http://127.0.0.1:*${new URL(root).pathname}`;
  const own = root
    ? [root, local].flatMap((at) => SCRIPTS.map((path) => `${at}${path}`)).join(' ')
    : "'self'";
  const inline = nonce ? ` 'nonce-${nonce}'` : '';
  const directives = {
    'default-src': "'none'",
    // A worker takes its policy from its own response, not from the page's <meta>. Where a server sends this policy as a
    // header with every file, the worker that runs the examples needs 'wasm-unsafe-eval', and nothing else does.
    'script-src': `${own} 'wasm-unsafe-eval'`,
    'style-src-elem': `'self'${inline}`,
    // Style attributes cannot run anything; charts carry their lengths in them.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': own,
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** What every answer of our servers says: files are what their type says, no page stands in another's frame. */
export const SAFE_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
};
