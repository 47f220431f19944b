import { textOfBytes } from '../decode/byte-text.ts';
import type { ServedRequest } from './served-request.ts';

/** The first value of a header that may come more than once, as Go's `Header.Get` gives it; null where there is none. */
export function firstHeader({ headersDistinct }: Pick<ServedRequest, 'headersDistinct'>, name: string): string | null {
  return headersDistinct[name]?.[0] ?? null;
}

/** A header value as the text that its bytes are. Node gives a character for each byte. */
export function headerText(value: string): string {
  return textOfBytes(Buffer.from(value, 'latin1'));
}
