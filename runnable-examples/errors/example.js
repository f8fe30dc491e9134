// Keys have a limit. Beyond it, the future's answer is an error.
const future = cache.get('k'.repeat(100_000));
try {
  wait(future);
} catch (error) {
  print(error.name);
  print(error.trace());
}
