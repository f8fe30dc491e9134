import { Resource } from './resource.ts';

/** The resource `bucket`: a cache is one collection, so there is none to open. */
export class Bucket extends Resource {}
