import type { Block, Framework, Setting, Wiring } from '../definition.ts';
import { hasToken } from '../forms/variables.ts';
import { quotePhpIni } from '../quote/php-ini.ts';
import { fillTemplate } from '../template.ts';
import { isOlder } from '../version.ts';

/** The file that the agent's package keeps for the person's own settings, read by every SAPI that it found when it was installed (packaging/post-install.sh). */
const INI = '/opt/elastic/apm-agent-php/etc/elastic-apm-custom.ini';

const POOL = '/etc/php/8.4/fpm/pool.d/www.conf';

/** There is no code to change. Settings go into an ini file or, for one pool of PHP-FPM, into the file of that pool; both take the token from the environment. */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  if (as === 'code') return null;
  if (as !== 'file') return framework.id === 'fpm' ? [passOn(wiring)] : [];
  return framework.id === 'fpm'
    ? [ini('pool.conf', 'Add to the pool', POOL, wiring)]
    : [ini('elastic-apm-custom.ini', 'Add to the agent’s ini file', INI, wiring)];
}

function ini(template: string, title: string, path: string, wiring: Wiring): Block {
  const content = fillTemplate(`php/${template}`, {
    URL: quotePhpIni(wiring.url),
    SERVICE: quotePhpIni(wiring.service),
    ENVIRONMENT: wiring.environment === null ? null : quotePhpIni(wiring.environment),
    ...tokenIn(wiring),
  });
  return { title, path, language: 'ini', content, isCommand: false };
}

/** Before 1.11.0 the agent looked at no variable that PHP-FPM sets, but the pool itself can put one in (docs/release-notes/index.md). */
function tokenIn(wiring: Wiring): Readonly<Record<'TOKEN' | 'OLD_TOKEN' | 'TOKEN_NOTE', string | null>> {
  const name = hasToken(wiring) ? 'ELASTIC_APM_SECRET_TOKEN' : null;
  const isOld = isOlder(wiring.agentVersion, '1.11.0');
  return { TOKEN: isOld ? null : name, OLD_TOKEN: isOld ? name : null, TOKEN_NOTE: name };
}

/** Workers of PHP-FPM start with an empty environment unless their pool says otherwise. */
function passOn(wiring: Wiring): Block {
  const content = fillTemplate('php/pool.env.conf', {
    TOKEN: hasToken(wiring) ? 'ELASTIC_APM_SECRET_TOKEN' : null,
    ENVIRONMENT: wiring.environment === null ? null : 'ELASTIC_APM_ENVIRONMENT',
  });
  return { title: 'Let the pool pass the variables on', path: POOL, language: 'ini', content, isCommand: false };
}

/** One setting as a line of an ini file. */
export function ownLine(_as: string, setting: Setting, value: string): string {
  return `${setting.code} = ${quotePhpIni(value)}`;
}
