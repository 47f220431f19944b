import { assetText } from './assets.ts';

/** What stands for `{{NAME}}` in a template, already written in the template's language; null takes the whole line out. */
export type Fillings = Readonly<Record<string, string | null>>;

/** Fills a file of `assets/snippets`. A placeholder that `fillings` does not know is a defect of the template and throws. */
export function fillTemplate(name: string, fillings: Fillings): string {
  return assetText(`snippets/${name}`)
    .split('\n')
    .flatMap((line) => fillLine(line, fillings, name))
    .join('\n');
}

function fillLine(line: string, fillings: Fillings, name: string): string[] {
  const names = [...line.matchAll(/\{\{([A-Z_]+)\}\}/g)].map((match) => match[1] ?? '');
  const unknown = names.find((each) => !(each in fillings));
  if (unknown !== undefined) throw new Error(`the template ${name} asks for {{${unknown}}}, which nobody fills in`);
  if (names.some((each) => fillings[each] === null)) return [];
  return [line.replace(/\{\{([A-Z_]+)\}\}/g, (_, each: string) => fillings[each] ?? '')];
}
