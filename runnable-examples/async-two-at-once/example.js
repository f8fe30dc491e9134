await Promise.all([cache.set('a', bytes('first'), 60_000), cache.set('b', bytes('second'), 60_000)]);
const values = await Promise.all([cache.get('a'), cache.get('b')]);
for (const value of values) print(value === null ? 'a miss' : await text(value));
