print('before:', (await cache.get('greeting')) === null ? 'a miss' : 'a hit');
await cache.set('greeting', bytes('hello'), 60_000);
const value = await cache.get('greeting');
print('after:', value === null ? 'a miss' : await text(value));
