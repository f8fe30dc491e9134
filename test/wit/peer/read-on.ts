// Keeps a number of packages, reads as many again and again, and prints by how many bytes the memory grew at most.
import { readFileSync } from 'node:fs';
import { shippedWit } from '../../../src/load/shipped-wit.ts';
import { parse, resolve } from '../../../src/wit/index.ts';

const [path = ''] = shippedWit();
const text = readFileSync(path, 'utf8');
const read = () => resolve([[parse({ path, text }).value]]).value;

const kept = Array.from({ length: 150 }, read);
const before = process.memoryUsage().heapUsed;
let most = before;
for (let round = 0; round < 600; round++) {
  read();
  most = Math.max(most, process.memoryUsage().heapUsed);
}
if (kept.some(({ packages }) => packages.length === 0)) throw new Error(`nothing was read from ${path}`);
console.log(most - before);
