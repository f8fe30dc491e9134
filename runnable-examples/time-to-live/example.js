const token = OutgoingValue.newOutgoingValue();
token.outgoingValueWriteBodySync(bytes('opensesame'));
wait(cache.set('token', token, 1500));
print('at once:', wait(cache.exists('token')));

clock.advance(500);
print('half a second later:', wait(cache.exists('token')));

clock.advance(1500);
print('two seconds later:', wait(cache.exists('token')));
