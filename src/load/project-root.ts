import { fileURLToPath } from 'node:url';

/** The folder of the checkout, or of the installed package: where `content/` and `wit/` are. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url));
