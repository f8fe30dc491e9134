import { markdown } from './markdown.ts';

/** Finds the place on this site of a name that documentation mentions; undefined when it means nothing here. */
export type FindName = (name: string) => string | undefined;

/** What stays as it is, or else a name in code, perhaps in the brackets that make a link of it in Rust's documentation. */
const PROTECTED_OR_CODE = /(<pre>.*?<\/pre>|<a\b.*?<\/a>)|\[<code>([^<]+)<\/code>\]|<code>([^<]+)<\/code>/gs;

/**
 * Documentation of WIT as safe HTML that fits in where an item stands: headings are only strong words, pictures only
 * their descriptions, links lead to the web or to what they name, as names in code do.
 */
export function docsHtml(text: string, find: FindName): string {
  return markdown(text)
    .replace(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs, '<p class="heading">$2</p>')
    .replace(/<img\b[^>]*>/g, (image) => / alt="([^"]*)"/.exec(image)?.[1] ?? '')
    .replace(/ id="[^"]*"/g, '')
    .replace(/<a\b([^>]*)>(.*?)<\/a>/gs, (all, attributes: string, words: string) => {
      const [, to = ''] = / href="([^"]*)"/.exec(attributes) ?? [];
      if (/^https?:/.test(to)) return all;
      const url = find(to);
      return url ? `<a href="${url}">${words}</a>` : words;
    })
    .replace(PROTECTED_OR_CODE, (all, whole, inBrackets, bare = inBrackets) => {
      const url = whole ? undefined : find(bare);
      return url ? `<a href="${url}"><code>${bare}</code></a>` : all;
    });
}

/** Documentation in one line: its first paragraph, without the paragraph. */
export function docsLine(text: string, find: FindName): string {
  return docsHtml(text.trim().split(/\n\s*\n/)[0] ?? '', find)
    .replace(/^<p[^>]*>(.*?)<\/p>.*$/s, '$1')
    .trim();
}
