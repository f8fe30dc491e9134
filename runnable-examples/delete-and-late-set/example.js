function store(body) {
  const value = OutgoingValue.newOutgoingValue();
  value.outgoingValueWriteBodySync(bytes(body));
  return cache.set('price', value);
}

function show(moment) {
  const found = wait(cache.get('price'));
  print(`${moment}:`, found ? text(found.incomingValueConsumeSync()) : 'nothing');
}

wait(store('10'));
wait(cache.delete('price'));
show('after a delete');

// Nobody waits for the delete before the next set begins: the two may be done in either order.
const deleting = cache.delete('price');
const setting = store('12');
wait(deleting);
wait(setting);
show('after a delete and a late set');
