function lookUp(key) {
  const entry = wait(cache.getOrSet(key));
  if (entry.tag === 'occupied') {
    print('hit:', text(entry.val.incomingValueConsumeSync()));
    return;
  }
  print('miss: the vacancy is ours to fill');
  try {
    const value = entry.val.vacancyFill(60_000);
    value.outgoingValueWriteBodySync(bytes('the report, 42 pages'));
    print('filled');
  } catch {
    print('not filled: the cache took the vacancy back');
  }
}

lookUp('report');
lookUp('report');
