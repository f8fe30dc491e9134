/** The text of the failure of a read from a large value that has been replaced or removed since it was found. */
export const REMOVED = 'the entry was removed while it was being read';
