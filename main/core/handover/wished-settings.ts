import { fail, type ServerWish } from '../../contract/index.ts';
import type { ServerSettings } from '../endpoint/server-settings.ts';

/** The endpoint's settings with what is wished over them. Throws `INPUT_INVALID` for a header that cannot be sent. */
export function wishedSettings(settings: ServerSettings, wish: ServerWish): ServerSettings {
  const { auth, rum } = settings;
  const { anonymous } = auth;
  const isRum = wish.rum ?? (wish.origins === undefined ? rum.enabled : true);
  const eventLimit = wish.eventLimit ?? anonymous.rateLimit.eventLimit;
  return {
    ...settings,
    responseHeaders:
      wish.responseHeaders === undefined ? settings.responseHeaders : checkedHeaders(wish.responseHeaders),
    rum: { ...rum, enabled: isRum, allowOrigins: wish.origins ?? rum.allowOrigins },
    auth: { ...auth, anonymous: { ...anonymous, rateLimit: { ...anonymous.rateLimit, eventLimit } } },
  };
}

/** The real server splits a name at its dots, and then sends nothing. */
function checkedHeaders(headers: Readonly<Record<string, string>>): ServerSettings['responseHeaders'] {
  const entries = Object.entries(headers).map(([name, value]): [string, readonly string[]] => {
    if (/^[!#%&'*+^_`|~\w-]+$/.test(name) && !/[^\t\x20-\x7e]/.test(value)) return [name, [value]];
    throw fail('INPUT_INVALID', {
      what: 'A response header has a name of letters, digits and dashes, and a value in one line of plain ASCII',
    });
  });
  return Object.fromEntries(entries);
}
