import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** Raw HTML is not passed on, and what is left is sanitised: documentation comes from files that anybody wrote. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze();

/** Releases repeat one another's documentation: each text is rendered once. */
const rendered = new Map<string, string>();

/** Documentation in Markdown as safe HTML. */
export function markdown(text: string): string {
  const known = rendered.get(text);
  if (known !== undefined) return known;
  const html = String(processor.processSync(text));
  rendered.set(text, html);
  return html;
}
