import { markdown } from './markdown.ts';

/** Finds the place on this site of a name that documentation mentions; undefined when it means nothing here. */
export type FindName = (name: string) => string | undefined;

/**
 * Documentation of WIT as safe HTML that fits in where an item stands: headings are only strong words, pictures only
 * their descriptions, links lead to the web or, for names in code, to what they name.
 */
export function docsHtml(text: string, find: FindName): string {
  return markdown(text)
    .replace(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs, '<p class="heading">$2</p>')
    .replace(/<img\b[^>]*>/g, (image) => / alt="([^"]*)"/.exec(image)?.[1] ?? '')
    .replace(/ id="[^"]*"/g, '')
    .replace(/<a\b([^>]*)>(.*?)<\/a>/gs, (all, attributes: string, words: string) =>
      / href="https?:/.test(attributes) ? all : words,
    )
    .replace(/(<pre>.*?<\/pre>|<a\b.*?<\/a>)|<code>([^<]+)<\/code>/gs, (all, whole, name = '') => {
      const url = whole ? undefined : find(name);
      return url ? `<a href="${url}"><code>${name}</code></a>` : all;
    });
}

/** Documentation in one line: its first paragraph, without the paragraph. */
export function docsLine(text: string, find: FindName): string {
  return docsHtml(text.trim().split(/\n\s*\n/)[0] ?? '', find)
    .replace(/^<p[^>]*>(.*?)<\/p>.*$/s, '$1')
    .trim();
}
