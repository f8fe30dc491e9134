/** `preview-2` as people write it, and `wasi-0.3`. */
export function releaseName(id: string): string {
  const words = id.replaceAll('-', ' ').replace(/\bwasi\b/, 'WASI');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
