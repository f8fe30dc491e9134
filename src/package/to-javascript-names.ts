/** Makes imports, and addresses of workers and files, that name a `.ts` file of the project name its `.js` file. */
export function toJavaScriptNames(code: string): string {
  return code.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)(['"])(\.{1,2}\/[^'"]*?)\.ts\2/g,
    (_, before: string, quote: string, path: string) => `${before}${quote}${path}.js${quote}`,
  );
}
