/** The parts of a panel's markup, by their `data-part`. A missing one is a mistake in the page. */
export interface Parts {
  (name: string): HTMLElement;
  select(name: string): HTMLSelectElement;
  input(name: string): HTMLInputElement;
  details(name: string): HTMLDetailsElement;
}

export function partsOf(root: HTMLElement): Parts {
  const part = (name: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`<witness-example> has no part "${name}"`);
    return found;
  };
  return Object.assign(part, {
    select: (name: string) => part(name) as HTMLSelectElement,
    input: (name: string) => part(name) as HTMLInputElement,
    details: (name: string) => part(name) as HTMLDetailsElement,
  });
}
