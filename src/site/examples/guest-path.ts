/** The folder of the site that holds the component which runs the examples, and its transpilations. */
export const GUEST_PATH = '/examples/guest/';
