const files = new Map<string, Promise<unknown>>();

/** A JSON file of the index, fetched once; one that could not be fetched is asked for again the next time. */
export function fetched<T>(url: string): Promise<T> {
  const known = files.get(url) ?? ask(url);
  files.set(url, known);
  known.catch(() => files.delete(url));
  return known as Promise<T>;
}

async function ask(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
