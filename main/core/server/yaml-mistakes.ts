/** A mistake and its cure. */
export interface Words {
  readonly what: string;
  readonly fix: string;
}

export const OTHER_WORDS: Words = {
  what: 'This is no valid YAML',
  fix: 'Look at the indentation, quotes and colons of this line and the one before.',
};

export const BAD_ALIAS: Words = {
  what: 'This alias (`*`) has no anchor before it',
  fix: 'Put a value that begins with * in quotes.',
};

/** What the YAML parser found wrong, by its code. Its own texts may quote the file, secrets included; these do not. */
export const YAML_MISTAKES: Readonly<Record<string, Words>> = {
  BAD_ALIAS,
  BAD_INDENT: {
    what: 'The indentation does not fit',
    fix: 'Give every setting of one section the same number of spaces, and close every bracket.',
  },
  BAD_SCALAR_START: { what: 'A value cannot begin with this character', fix: 'Put the value in quotes.' },
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'A second colon stands in this line',
    fix: 'Put the value in quotes, or begin a new line.',
  },
  DUPLICATE_KEY: { what: 'This setting is set twice', fix: 'Take one of the two out.' },
  MISSING_CHAR: {
    what: 'A quote, bracket or colon is missing',
    fix: 'Close what this line, or one before, has opened.',
  },
  MULTILINE_IMPLICIT_KEY: { what: 'A colon is missing after the name', fix: 'Write it as `name: value`.' },
  MULTIPLE_DOCS: { what: 'A second document begins here', fix: 'Take out the line `---`, or what follows it.' },
  TAB_AS_INDENT: { what: 'A tab stands where spaces must', fix: 'Indent with spaces.' },
};
