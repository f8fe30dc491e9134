// Write a value piece by piece. It is stored when the stream is dropped, and not before.
const value = OutgoingValue.newOutgoingValue();
const storing = cache.set('log', value);
const out = value.outgoingValueWriteBodyAsync();
for (const piece of ['first ', 'second ', 'third']) {
  out.blockingWriteAndFlush(bytes(piece));
}
out[Symbol.dispose]();
wait(storing);

// Read it the same way, eight bytes at a time.
const found = wait(cache.get('log'));
if (!found) {
  print('miss');
} else {
  print('size:', found.incomingValueSize());
  const body = found.incomingValueConsumeAsync();
  try {
    for (;;) print('piece:', text(body.blockingRead(8)));
  } catch (error) {
    print('the end:', error.payload.tag);
  }
}
