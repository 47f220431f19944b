import { z } from 'zod';

/** Of `policies.json` only what is changed; everything else stays as it is (firefox-admin-docs.mozilla.org, "Certificates"). */
const policyFile = z.looseObject({
  policies: z
    .looseObject({ Certificates: z.looseObject({ Install: z.array(z.string()).optional() }).optional() })
    .optional(),
});

type PolicyFile = z.infer<typeof policyFile>;

/** Whether Firefox would read it and nothing in it is in the way; an empty file is none. */
export function isPolicyText(text: string): boolean {
  return read(text) !== null;
}

/** The certificates that a text of policies makes Firefox install, by their paths. */
export function installedBy(text: string): readonly string[] {
  return read(text)?.policies?.Certificates?.Install ?? [];
}

/** The same policies, indented as before, and one certificate more. `before` is null where there is no file yet; it has to be a text of policies otherwise. */
export function withCertificate(before: string | null, path: string): string {
  const file = before === null ? {} : (read(before) ?? {});
  const { policies = {} } = file;
  const { Certificates: certificates = {} } = policies;
  const changed = { ...certificates, Install: [...(certificates.Install ?? []), path] };
  return written({ ...file, policies: { ...policies, Certificates: changed } }, before ?? '');
}

/** What a text that somebody else has changed since is without the certificate; null where then nothing is left of it. */
export function withoutCertificate(text: string, path: string): string | null {
  const file = read(text);
  if (file === null) return text;
  const { policies = {}, ...rest } = file;
  const { Certificates: certificates = {}, ...others } = policies;
  const { Install: install = [], ...options } = certificates;
  const left = install.filter((each) => each !== path);
  if (left.length === install.length) return text;
  const kept = { ...options, ...(left.length === 0 ? {} : { Install: left }) };
  const keptPolicies = { ...others, ...(Object.keys(kept).length === 0 ? {} : { Certificates: kept }) };
  const isEmpty = Object.keys(keptPolicies).length === 0 && Object.keys(rest).length === 0;
  return isEmpty ? null : written({ ...rest, policies: keptPolicies }, text);
}

function read(text: string): PolicyFile | null {
  try {
    return policyFile.parse(JSON.parse(text));
  } catch {
    // SyntaxError or ZodError: Firefox would not take it either, and says so in about:policies.
    return null;
  }
}

function written(file: PolicyFile, like: string): string {
  return `${JSON.stringify(file, null, /^([ \t]+)"/m.exec(like)?.[1] ?? '  ')}\n`;
}
