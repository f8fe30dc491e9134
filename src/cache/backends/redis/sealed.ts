import { checksum } from '../checksum.ts';

const HEAD_BYTES = 4;

/** The bytes as they are stored: behind a checksum over them and the place that they belong to. */
export function seal(place: string, bytes: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(HEAD_BYTES + bytes.length);
  sealed.writeUInt32BE(checksum(place, bytes));
  sealed.set(bytes, HEAD_BYTES);
  return sealed;
}

/** The bytes that were sealed for that place; undefined when they are not what they were. */
export function unseal(place: string, sealed: Buffer): Buffer | undefined {
  if (sealed.length < HEAD_BYTES) return undefined;
  const bytes = sealed.subarray(HEAD_BYTES);
  return sealed.readUInt32BE() === checksum(place, bytes) ? bytes : undefined;
}
