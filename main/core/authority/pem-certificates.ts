/** The certificates of a PEM text, each as a PEM text of its own that ends with a line break, in their order. */
export function pemCertificates(text: string): string[] {
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return found.map((each) => `${each}\n`);
}
