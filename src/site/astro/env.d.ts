declare namespace App {
  interface Locals {
    /** Lets the styles of the development server into a page. */
    nonce?: string;
  }
}
