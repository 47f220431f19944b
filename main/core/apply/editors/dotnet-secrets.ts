import { CannotEdit } from './file-editor.ts';

/** Settings that hold a secret, and in a file of .NET's would win over the variable that brings it (reference/agents.md §1.4). */
const SECRETS = ['SecretToken', 'ApiKey'];

/** Throws `CannotEdit` where a section of a file holds one of the agent's secrets; `holds` says whether it does, by the name of the setting. */
export function refuseDotnetSecret(section: string, holds: (setting: string) => boolean): void {
  const name = SECRETS.find(holds);
  if (name === undefined) return;
  throw new CannotEdit(
    `its ${section} holds the secret ${name}, which would win over the token that comes from the environment`,
    `Take ${name} out of it, and out of what git has of it, and try again.`,
  );
}
