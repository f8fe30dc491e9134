import { loadContent } from '../load/index.ts';
import type { Criteri } from '../tracker/index.ts';
