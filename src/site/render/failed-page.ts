import { html } from './html.ts';

/**
 * What is made for an address, or else what says that it could not be made.
 * @param failed is told why.
 */
export async function orFailedPage(
  path: string,
  make: () => Promise<Response>,
  failed: (why: string) => void,
): Promise<Response> {
  try {
    const response = await make();
    // A page is written while it is read: only its end tells that nothing went wrong.
    return new Response(await response.arrayBuffer(), response);
  } catch (reason) {
    failed(reason instanceof Error ? reason.message : String(reason));
    return failedPage(path);
  }
}

/** A page that says so, or empty data. */
function failedPage(path: string): Response {
  if (!path.endsWith('/'))
    return new Response('', { headers: { 'content-type': 'text/plain; charset=utf-8' } });
  const page = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>This page could not be made</title><meta name="description" content="Something in the files that this page is made of was not foreseen."></head><body><main><h1>This page could not be made</h1><p>Something in the files that it is made of was not foreseen. The other pages are not concerned.</p></main></body></html>`;
  return new Response(String(page), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
