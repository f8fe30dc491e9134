/** The policy of every page: nothing from elsewhere, no inline script, no inline style element. */
export function contentSecurityPolicy(): string {
  return Object.entries(DIRECTIVES)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

const DIRECTIVES = {
  'default-src': "'none'",
  // A worker takes its policy from its own response, not from the page's <meta>. Where a server sends this policy as a
  // header with every file, the worker that runs the examples needs 'wasm-unsafe-eval', and nothing else does.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src-elem': "'self'",
  // Style attributes cannot run anything; code blocks and charts carry their colours and lengths in them.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
};
