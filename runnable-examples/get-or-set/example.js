function lookUp(key) {
  const entry = wait(cache.getOrSet(key));
  if (entry.tag === 'occupied') {
    print('hit:', text(entry.val.incomingValueConsumeSync()));
    return;
  }
  print('miss: the vacancy is ours to fill');
  const value = entry.val.vacancyFill(60_000);
  value.outgoingValueWriteBodySync(bytes('the report, 42 pages'));
  print('filled');
}

lookUp('report');
lookUp('report');
