const holder = await cache.getOrSet('slow');
print(holder.tag);
const answer = cache.getOrSet('slow').then(({ tag }) => tag);
const limit = clock.after(50).then(() => 'no answer within 50 ms');
print(await Promise.race([answer, limit]));
