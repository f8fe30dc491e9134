try {
  await cache.get('k'.repeat(5000));
} catch (error) {
  print(error.name);
  print(error.message.replace(/k{9,}…?/, 'k...'));
}
print('and on:', (await cache.get('short')) === null);
