import { createScanner, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { CannotEdit } from './file-editor.ts';

/** Kinds of tokens by their numbers; jsonc-parser declares them as an enum that only its own compiler can take in (`SyntaxKind`). */
const COMMA = 5;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const TRIVIA = 15;
const END = 17;

/** A JSON file as .NET takes it: with comments and with commas behind the last item (JsonConfigurationFileParser: `CommentHandling.Skip`, `AllowTrailingCommas`). Throws `CannotEdit` for anything else. */
export function jsonTree(text: string): Node {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    throw new CannotEdit(`it cannot be read as JSON (line ${text.slice(0, error.offset).split('\n').length})`);
  }
  if (tree?.type !== 'object') throw new CannotEdit('it holds no JSON object');
  return tree;
}

/** The value of a node, with the names in lower case: .NET tells no case apart in them. */
export function plainValue(node: Node): unknown {
  return lowered(getNodeValue(node));
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name.toLowerCase(), lowered(each)]));
}

/** The value of a property, whatever the case of its name; null where it has none. Two of one name stop .NET from starting at all. */
export function propertyOf(object: Node, name: string): Node | null {
  const found = (object.children ?? []).filter(
    ({ children }) => String(children?.[0]?.value).toLowerCase() === name.toLowerCase(),
  );
  if (found.length > 1) throw new CannotEdit(`it has ${name} more than once`, 'Take all but one of them out first.');
  return found[0]?.children?.[1] ?? null;
}

/** Every comment of a text, in order. */
export function commentsIn(text: string): string[] {
  const scanner = createScanner(text);
  const comments: string[] = [];
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === LINE_COMMENT || token === BLOCK_COMMENT) {
      comments.push(scanner.getTokenValue());
    }
  }
  return comments;
}

/** What stands behind an item: whether a comma, and where the comments end that are still on its line. */
export function behind(text: string, offset: number): { readonly comma: number | null; readonly end: number } {
  const scanner = createScanner(text);
  scanner.setPosition(offset);
  let [comma, end] = [null as number | null, offset];
  for (let token: number = scanner.scan(); ; token = scanner.scan()) {
    const stop = scanner.getTokenOffset() + scanner.getTokenLength();
    if (token === COMMA && comma === null) [comma, end] = [scanner.getTokenOffset(), stop];
    else if (token === LINE_COMMENT || token === BLOCK_COMMENT) end = stop;
    // With the line the comments end that are about this item.
    else if (token !== TRIVIA) return { comma: comma ?? commaLater(text, offset), end };
  }
}

/** A comma may stand on a line of its own. */
function commaLater(text: string, offset: number): number | null {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  const token: number = scanner.scan();
  return token === COMMA ? scanner.getTokenOffset() : null;
}
