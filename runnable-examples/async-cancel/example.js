await cache.set('report', new Uint8Array(1_000_000).fill(97), 60_000);
const value = await cache.get('report');
if (value === null) print('a miss');
else {
  for await (const piece of value) {
    print('enough after the first piece:', piece.length < 1_000_000);
    break;
  }
}
print('done');
