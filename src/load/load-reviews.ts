import type { Parsed } from '../problem.ts';
import { parseReviews, type Review } from '../tracker/index.ts';
import { folderFiles } from './folder-files.ts';

/** Reads `reviews.yml` of a content folder; none is no reviews. The file's text is added to the sources. */
export async function loadReviews(content: string, sources: Map<string, string>): Promise<Parsed<Review[]>> {
  const [file] = await folderFiles(content, /^reviews\.ya?ml$/);
  if (!file) return { value: [], problems: [] };
  sources.set(file.path, file.text);
  const { value, problems } = parseReviews(file);
  return { value: value?.value ?? [], problems };
}
