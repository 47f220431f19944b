import { Fragment, type ReactElement } from 'react';

/** A path, an address, a list or a fingerprint that may go on in the next row after a slash, a colon or a comma, and not in the middle of a word. Copied, it is the text alone. */
export function Breakable({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(/(?<=[/:,])(?![/:,])/).map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
