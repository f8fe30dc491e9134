/**
 * A core module whose memory stops growing at so many pages of 64 KiB: an allocation beyond fails inside the
 * guest, which can say so, instead of taking the reader's machine. A module without a memory of its own, or with
 * a lower limit, is returned as it is. Memory section: https://webassembly.github.io/spec/core/binary/modules.html
 */
export function limitMemory(module: Uint8Array, maxPages: number): Uint8Array {
  for (const { id, start, body, end } of sections(module)) {
    if (id !== MEMORY_SECTION) continue;
    const count = readLeb(module, body);
    const flags = module[count.next] ?? 0;
    const min = readLeb(module, count.next + 1);
    if (count.value !== 1 || flags !== NO_MAXIMUM || min.value === 0) return module;
    const limits = [1, HAS_MAXIMUM, ...leb(min.value), ...leb(maxPages)];
    return concat(
      module.subarray(0, start),
      [MEMORY_SECTION, ...leb(limits.length), ...limits],
      module.subarray(end),
    );
  }
  return module;
}

const MEMORY_SECTION = 5;
const NO_MAXIMUM = 0;
const HAS_MAXIMUM = 1;
const HEADER_LENGTH = 8;

function* sections(module: Uint8Array): Generator<{ id: number; start: number; body: number; end: number }> {
  let start = HEADER_LENGTH;
  while (start < module.length) {
    const size = readLeb(module, start + 1);
    const end = size.next + size.value;
    yield { id: module[start] ?? 0, start, body: size.next, end };
    start = end;
  }
}

function readLeb(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  let factor = 1;
  for (let next = at; ; next++) {
    const byte = bytes[next] ?? 0;
    value += (byte & 0x7f) * factor;
    factor *= 128;
    if (byte < 0x80) return { value, next: next + 1 };
  }
}

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 0x7f) | 0x80, ...leb(Math.floor(value / 128))];
}

function concat(...parts: ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
