function store(body) {
  const value = OutgoingValue.newOutgoingValue();
  value.outgoingValueWriteBodySync(bytes(body));
  wait(cache.set('visits', value));
}

function read() {
  const found = wait(cache.get('visits'));
  return found && text(found.incomingValueConsumeSync());
}

// This one believes that what it stored is there.
function trusting() {
  store('1');
  return Number(read().trim()) + 1;
}

// This one knows that it may not be.
function careful() {
  store('1');
  return Number(read() ?? '1') + 1;
}

for (const guest of [trusting, careful]) {
  try {
    print(`${guest.name}: visit ${guest()}`);
  } catch (error) {
    print(`${guest.name} broke: ${error.name}`);
  }
}
