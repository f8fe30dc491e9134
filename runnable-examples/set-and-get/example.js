// Store a greeting for a minute.
const greeting = OutgoingValue.newOutgoingValue();
greeting.outgoingValueWriteBodySync(bytes('Hello, Joe'));
wait(cache.set('greeting', greeting, 60_000));

// Look for it. A cache may have forgotten it already.
const found = wait(cache.get('greeting'));
print(found ? `hit: ${text(found.incomingValueConsumeSync())}` : 'miss');
