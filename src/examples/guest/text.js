// QuickJS has no TextEncoder and no TextDecoder.

/** The UTF-8 bytes of a text. */
export function bytes(value) {
  const escaped = unescape(encodeURIComponent(String(value).toWellFormed()));
  const result = new Uint8Array(escaped.length);
  for (let at = 0; at < escaped.length; at++) result[at] = escaped.charCodeAt(at);
  return result;
}

/** The text of UTF-8 bytes; throws when they are not UTF-8. */
export function text(value) {
  if (!(value instanceof Uint8Array)) throw new TypeError('text: expected a Uint8Array');
  let escaped = '';
  for (let at = 0; at < value.length; at += 8192) {
    escaped += String.fromCharCode(...value.subarray(at, at + 8192));
  }
  try {
    return decodeURIComponent(escape(escaped));
  } catch {
    throw new TypeError('text: these bytes are not UTF-8');
  }
}
