import { crc32 } from 'node:zlib';

/** The CRC-32 of some bytes and of where they belong: bytes that turn up in another place do not fit either. */
export function checksum(place: string, bytes: Uint8Array): number {
  return crc32(bytes, crc32(place));
}
