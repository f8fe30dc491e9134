const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that mark places while a page is put together; a note has no use for them. */
const PRIVATE = /[\ue000\ue001]/gu;

/** A text as HTML, for content and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(PRIVATE, '\ufffd').replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);
}
