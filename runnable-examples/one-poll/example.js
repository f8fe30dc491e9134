for (const key of ['tea', 'milk']) {
  const value = OutgoingValue.newOutgoingValue();
  value.outgoingValueWriteBodySync(bytes(`${key}, please`));
  wait(cache.set(key, value));
}

// Ask for both, then wait for whichever comes first.
let open = ['tea', 'milk'].map((key) => {
  const future = cache.get(key);
  return { key, future, pollable: future.listenToFutureGetResult() };
});
const answers = [];
while (open.length > 0) {
  const ready = poll.poll(open.map(({ pollable }) => pollable));
  for (const index of ready) {
    const { key, future } = open[index];
    const found = wait(future);
    answers.push(`${key}: ${found ? text(found.incomingValueConsumeSync()) : 'miss'}`);
  }
  open = open.filter((_, index) => !ready.includes(index));
}
print(answers.sort().join('\n'));
