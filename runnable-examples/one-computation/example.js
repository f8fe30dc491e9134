// Fifty guests run this at the same time, on one cache.
const entry = wait(cache.getOrSet('answer'));

if (entry.tag === 'vacant') {
  // Whoever holds the vacancy computes; the others wait for it inside get-or-set.
  print('computing');
  clock.advance(250);
  entry.val.vacancyFill().outgoingValueWriteBodySync(bytes('42'));
} else {
  print('got', text(entry.val.incomingValueConsumeSync()), 'from the one who computed it');
}
