// A program that is right on every cache asks it for help and never relies on it.
let computed = 0;

function square(n) {
  const key = `square of ${n}`;
  const found = wait(cache.get(key));
  if (found) return Number(text(found.incomingValueConsumeSync()));

  computed += 1;
  const value = OutgoingValue.newOutgoingValue();
  value.outgoingValueWriteBodySync(bytes(String(n * n)));
  wait(cache.set(key, value));
  return n * n;
}

print([3, 4, 3, 4].map(square));
print('computed', computed, 'times');
