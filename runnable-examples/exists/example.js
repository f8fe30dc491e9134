const page = OutgoingValue.newOutgoingValue();
page.outgoingValueWriteBodySync(new Uint8Array(100_000));
wait(cache.set('page', page));

// One bit comes back instead of 100,000 bytes.
print('page:', wait(cache.exists('page')));
print('another page:', wait(cache.exists('another page')));
