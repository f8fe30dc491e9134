/** The last part of an address, the name itself: `get` of `wasi:keyvalue/cache.get`. */
export function lastName(address: string): string {
  return address.replace(/^.*[/.:]/, '');
}
