/** The folder of the site that holds the components which run the examples, each in a folder of its own. */
export const COMPONENTS_PATH = '/examples/components/';
