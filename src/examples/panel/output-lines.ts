/** Adds lines to an output. One that repeats the line before is counted in that line's `data-count` instead. */
export function addLines(output: HTMLElement, texts: readonly string[]): void {
  for (const text of texts) {
    const last = output.lastElementChild as HTMLElement | null;
    if (last?.dataset.text === text) {
      last.dataset.count = String(Number(last.dataset.count ?? 1) + 1);
      continue;
    }
    const line = document.createElement('span');
    line.className = 'line';
    line.dataset.text = text;
    line.textContent = text;
    output.append(line);
  }
}
