// Fifty guests run this at the same time, on one cache.
const entry = wait(cache.getOrSet('answer'));

if (entry.tag === 'vacant') {
  // Whoever holds the vacancy computes; the others wait for it inside get-or-set.
  print('computing');
  clock.advance(250);
  try {
    entry.val.vacancyFill().outgoingValueWriteBodySync(bytes('42'));
  } catch {
    print('the cache took the vacancy back');
  }
} else {
  print('got', text(entry.val.incomingValueConsumeSync()), 'from the one who computed it');
}
