import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';

/** Ids that no heading and no name can choose: made by us, or with a mark that no global of a page has in its name. */
const IDS = [/^(?:turn|decision|topic)-/, /^L\d+$/];

const CLASSES: [string, ...(string | RegExp)[]] = [
  'className',
  /^(?:language|w|t)-[\w-]+$/,
  ...'attendees turn speaker name via said permalink vote noted decision stage chat topic-line dead-link image'.split(
    ' ',
  ),
  ...'heading contains-task-list task-list-item tally-bar sf f n a sa'.split(' '),
];

/**
 * All that may come out of what strangers wrote, and of what pages add to it: no element that runs, fetches, frames,
 * sends or styles, no attribute that does, no address but of the web, of mail and of this site.
 */
const SCHEMA: Schema = {
  tagNames: [
    ...'a article b blockquote br code del div em h1 h2 h3 h4 h5 h6 hr i input li ol p pre section span strong sub sup'.split(
      ' ',
    ),
    ...'table tbody td th thead tr ul svg rect'.split(' '),
  ],
  strip: ['script', 'style', 'template', 'iframe', 'object', 'noscript', 'textarea', 'title', 'math'],
  attributes: {
    '*': [CLASSES, ['id', ...IDS], 'title'],
    a: ['href', ['rel', 'external', 'nofollow'], ['ariaLabel', 'Link to this turn']],
    article: ['dataSpeaker', 'dataPerson', 'dataTopic'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ol: ['start'],
    pre: [['tabIndex', 0]],
    table: [['tabIndex', 0]],
    span: ['dataOutcome'],
    td: [['align', 'left', 'center', 'right']],
    th: [['align', 'left', 'center', 'right']],
    svg: ['viewBox', 'preserveAspectRatio', ['ariaHidden', 'true']],
    rect: ['x', 'width', 'height'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: { li: ['ol', 'ul'], rect: ['svg'], ...inTable('tbody', 'thead', 'tr', 'td', 'th') },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

function inTable(...names: string[]): Record<string, string[]> {
  return Object.fromEntries(names.map((name) => [name, ['table']]));
}

const sanitised = rehypeSanitize(SCHEMA);

/** A finished tree as HTML: what may not be on a page is taken out here, last, and nothing is done to it afterwards. */
export function safeHtml(tree: Root): string {
  return toHtml(sanitised(tree));
}
