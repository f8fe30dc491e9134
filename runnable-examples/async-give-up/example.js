async function* pages() {
  yield bytes('page one\n');
  throw new Error('out of paper');
}
try {
  await cache.set('book', pages());
} catch (error) {
  print(error.message);
}
print('stored:', await cache.exists('book'));
