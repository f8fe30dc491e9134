/** The pictures that prose can show: `<figure data-picture="phases"></figure>`, on a line of its own. */
const NAMES = ['life-of-get-or-set', 'phases'] as const;

export type PictureName = (typeof NAMES)[number];

/** A name as prose writes it. @throws when there is no such picture. */
export function pictureName(name: string): PictureName {
  const known = NAMES.find((one) => one === name);
  if (!known) throw new Error(`there is no picture "${name}"; there are ${NAMES.join(' and ')}`);
  return known;
}
