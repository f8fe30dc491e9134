import { defineMiddleware } from 'astro:middleware';
import { randomBytes } from 'node:crypto';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { content, pageFailed, pageRendered } from '../content.ts';
import { orFailedPage } from '../render/failed-page.ts';
import { SAFE_HEADERS } from '../security.ts';

const parser = unified().use(rehypeParse).freeze();

/**
 * Counts the pages for the progress line of the build. Over other people's files, a page that cannot be made is named,
 * and the others are made all the same. While developing, the styles that Vite puts into pages get the nonce that the
 * policy asks for.
 */
export const onRequest = defineMiddleware(async ({ url, locals }, next) => {
  pageRendered();
  if (import.meta.env.DEV) {
    const nonce = randomBytes(16).toString('base64');
    locals.nonce = nonce;
    const response = await next();
    const body = isHtml(response) ? withNonce(await response.text(), nonce) : response.body;
    const headers = { ...Object.fromEntries(response.headers), ...SAFE_HEADERS };
    return new Response(body, { status: response.status, headers });
  }
  if (content().own) return next();
  return orFailedPage(url.pathname, next, (why) => pageFailed(decodeURI(url.pathname), why));
});

function isHtml(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

function withNonce(page: string, nonce: string): string {
  const tree = parser.parse(page);
  visit(tree, 'element', (node) => {
    if (node.tagName === 'style') node.properties.nonce = nonce;
  });
  return toHtml(tree);
}
