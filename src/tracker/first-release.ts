/** The release that stands at the top level of a status. */
export const FIRST_RELEASE = 'preview-2';
