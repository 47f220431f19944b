/** The one file of node-forge that is used; importing the package's index would load all of it (50 ms instead of 10). */
declare module 'node-forge/lib/asn1.js' {
  import type { asn1 } from 'node-forge';

  const writer: typeof asn1;
  export default writer;
}
