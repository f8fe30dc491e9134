// What it costs to send a parcel. The tariff of a country is looked up once and then kept for a day.
import * as cache from 'wasi:keyvalue/cache@0.1.0';
import { bytes, text } from '../../src/examples/guest/text.js';
import { wait } from '../../src/examples/guest/wait.js';

const TARIFFS = { de: 4, fr: 9, us: 17 }; // cents for each 10 grams

export function main({ to, grams }) {
  if (grams > 30_000) throw 'parcels over 30 kg go by freight';
  const { tariff, cached } = tariffOf(to);
  return { cents: Math.ceil(grams / 10) * tariff, cached };
}

function tariffOf(country) {
  const entry = wait(cache.getOrSet(`tariff ${country}`));
  if (entry.tag === 'occupied') {
    return { tariff: Number(text(entry.val.incomingValueConsumeSync())), cached: true };
  }
  const tariff = TARIFFS[country];
  try {
    entry.val.vacancyFill(86_400_000).outgoingValueWriteBodySync(bytes(String(tariff)));
  } catch {} // a cache may take a vacancy back
  return { tariff, cached: false };
}
