import { compose } from './compose.ts';
import { docker } from './docker.ts';
import { dotenv } from './dotenv.ts';
import { env } from './env.ts';
import type { Form } from './form.ts';
import { kubernetes } from './kubernetes.ts';
import { launchd } from './launchd.ts';
import { code, file, gradle, maven, options } from './own.ts';
import { procfile } from './procfile.ts';
import { systemd } from './systemd.ts';

/** Every form that Sealwire can write, by its id. A definition names the ones that its agent has, in the order in which they are offered. */
export const FORMS: Readonly<Record<string, Form>> = Object.fromEntries(
  [env, file, code, options, gradle, maven, dotenv, procfile, docker, compose, kubernetes, systemd, launchd].map(
    (form) => [form.as, form],
  ),
);
