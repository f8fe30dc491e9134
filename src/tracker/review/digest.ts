const OFFSETS = [0x811c9dc5, 0x01000193] as const;
const PRIMES = [0x01000193, 0x85ebca6b] as const;

/**
 * A short fingerprint of a text, white space aside: sixteen hexadecimal digits. It tells whether a passage has
 * changed, and is no protection against anybody.
 */
export function digest(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return OFFSETS.map((offset, lane) => {
    let hash: number = offset;
    for (let i = 0; i < words.length; i++)
      hash = Math.imul(hash ^ words.charCodeAt(i), PRIMES[lane] ?? 1) ^ (hash >>> 15);
    return (hash >>> 0).toString(16).padStart(8, '0');
  }).join('');
}
