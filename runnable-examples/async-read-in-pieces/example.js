await cache.set('report', new Uint8Array(150_000).fill(97), 60_000);
const value = await cache.get('report');
if (value === null) print('a miss');
else {
  let pieces = 0;
  let size = 0;
  for await (const piece of value) {
    pieces++;
    size += piece.length;
  }
  print(size, 'bytes,', pieces > 1 ? 'in pieces' : 'in one piece');
}
