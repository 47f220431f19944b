import { win32 } from 'node:path';
import type { Surroundings } from '../surroundings.ts';

/** Where installers of Java write down the folder that they were told to use, and under which name: Oracle's, Eclipse Temurin's, Microsoft's and Azul's. */
const WRITTEN: readonly { readonly key: string; readonly value: string }[] = [
  { key: 'HKLM\\SOFTWARE\\JavaSoft', value: 'JavaHome' },
  { key: 'HKLM\\SOFTWARE\\Eclipse Adoptium', value: 'Path' },
  { key: 'HKLM\\SOFTWARE\\Microsoft\\JDK', value: 'Path' },
  { key: 'HKLM\\SOFTWARE\\Azul Systems\\Zulu', value: 'InstallationPath' },
];

/** A 32-bit installer writes into a part of its own (reg.exe, `/reg`). */
const VIEWS = ['/reg:64', '/reg:32'];

/** Folders of Java that the registry of Windows names, in the order of `WRITTEN`; none elsewhere, and none where reg.exe cannot be asked. What is named need not be there any more. */
export async function registeredJavas({ host, run }: Surroundings): Promise<readonly string[]> {
  if (host.platform !== 'win32') return [];
  const reg = win32.join(host.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  const asked = WRITTEN.flatMap((each) => VIEWS.map((view) => ({ ...each, view })));
  const answers = await Promise.all(
    asked.map(async ({ key, value, view }) => {
      const { stdout } = await run(reg, ['query', key, '/s', '/v', value, view]);
      return [...stdout.matchAll(/^\s+\S.*?\s+REG_(?:EXPAND_)?SZ\s+(.+?)\\?\s*$/gm)].map(([, path = '']) => path);
    }),
  );
  return answers.flat();
}
