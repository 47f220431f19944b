/** What every agent accepts as a service name (reference/agents.md §1.3); anything else switches Python's sending off. */
export const SERVICE_NAME = /^[a-zA-Z0-9 _-]+$/;

/**
 * A service name made from the name of a package or a folder by the rule of the Node.js agent: `@scope/name` becomes `scope-name`, every other
 * character that is not allowed becomes `_`. Null where no letter or digit is left.
 */
export function serviceNameFrom(name: string): string | null {
  const scoped = /^@([^/]+)\/([^/]+)$/.exec(name);
  const plain = (scoped ? `${scoped[1]}-${scoped[2]}` : name).replace(/[^a-zA-Z0-9 _-]/g, '_').trim();
  return /[a-zA-Z0-9]/.test(plain) ? plain : null;
}

/** The service name as a name for files, Compose services and Kubernetes objects: lower-case letters, digits and hyphens (RFC 1123 §2.1). */
export function fileNameOf(service: string): string {
  const name = service
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
  return name === '' ? 'app' : name;
}
