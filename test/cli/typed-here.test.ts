import { describe, expect, test } from 'vitest';
import { typedHere } from '../../main/cli/typed-here.ts';

const SENTENCE = 'Stop it with `sealwire stop`, or type: sealwire up --port 9000';

describe('a sentence with commands in it', () => {
  test.each([
    ['sealwire', '/home/ada', SENTENCE],
    ['/src/clone/sealwire', '/src/clone', 'Stop it with `./sealwire stop`, or type: ./sealwire up --port 9000'],
    [
      '/src/clone/sealwire',
      '/home',
      'Stop it with `/src/clone/sealwire stop`, or type: /src/clone/sealwire up --port 9000',
    ],
    [
      "/it's here/sealwire",
      '/',
      "Stop it with `'/it'\\''s here/sealwire' stop`, or type: '/it'\\''s here/sealwire' up --port 9000",
    ],
  ])('typed as %s in %s can be typed as it stands', (command, workingFolder, expected) => {
    expect(typedHere(SENTENCE, { command, workingFolder })).toBe(expected);
  });

  test.each(['/opt/sealwire up', 'sealwire-probe', 'my-sealwire run', 'Sealwire runs already.', 'x.sealwire list'])(
    'is left alone where it only looks like one: %s',
    (text) => {
      expect(typedHere(text, { command: '/src/clone/sealwire', workingFolder: '/' })).toBe(text);
    },
  );
});
