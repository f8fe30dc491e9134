// Three callers want the same missing page.
const first = wait(cache.getOrSet('page'));
const secondFuture = cache.getOrSet('page');
const thirdFuture = cache.getOrSet('page');
print('first:', first.tag);

// The first cannot compute it after all, and drops its vacancy. That lets one of the others go on.
first.val[Symbol.dispose]();
const second = wait(secondFuture);
print('second, after the first gave up:', second.tag);

// The second fills it, and the third gets what the second stored.
try {
  second.val.vacancyFill().outgoingValueWriteBodySync(bytes('the page'));
} catch {
  print('the cache took the vacancy back');
}
const third = wait(thirdFuture);
print('third:', third.tag);
if (third.tag === 'occupied') print('third reads:', text(third.val.incomingValueConsumeSync()));
