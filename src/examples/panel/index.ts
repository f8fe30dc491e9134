import { WitnessExample } from './element.ts';

// What a page with examples loads: the element alone, a few kilobytes.
if (!customElements.get('witness-example')) customElements.define('witness-example', WitnessExample);

export type { PanelData } from './element.ts';
