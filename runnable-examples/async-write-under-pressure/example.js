let made = 0;
async function* pages() {
  for (const page of ['one', 'two', 'three']) {
    made++;
    yield bytes(`page ${page}\n`);
  }
}
await cache.set('book', pages(), 60_000);
print('made', made, 'pages');
const book = await cache.get('book');
print(book === null ? 'a miss' : (await text(book)).trimEnd());
