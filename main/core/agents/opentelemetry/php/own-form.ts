import type { Block, Framework, Wiring } from '../../definition.ts';
import { typed } from '../../forms/env.ts';
import { hasToken } from '../../forms/variables.ts';
import { trustLine } from '../../php/environment.ts';
import { copyLine, imageTrustLines } from '../../php/package.ts';
import { quotePhpIni } from '../../quote/php-ini.ts';
import { SHELLS } from '../../shell-dialect.ts';
import { fillTemplate } from '../../template.ts';
import { attributeValue } from '../environment.ts';

const CONTAINERS = ['docker', 'compose', 'kubernetes'];

/** The ini file that EDOT's package keeps for the person's own lines (elastic-otel-php, packaging/scripts/post-install.sh), and one beside PHP's own. */
const INI: Readonly<Record<string, string>> = {
  edot: '/opt/elastic/elastic-otel-php/etc/opentelemetry-distro-custom.ini',
  sdk: '/etc/php/8.4/fpm/conf.d/99-opentelemetry.ini',
};

/** No code has to change: the SDK starts with Composer's autoloader, EDOT with PHP. As a file, both read the variables from php.ini as well (SDK, `PhpIniResolver`). */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  if (as !== 'file') return [];
  const isEdot = framework.id === 'edot';
  const { environment } = wiring;
  const content = fillTemplate('otel-php/otel.ini', {
    AUTOLOAD: isEdot ? null : quotePhpIni('true'),
    URL: quotePhpIni(wiring.url),
    SERVICE: quotePhpIni(wiring.service),
    ATTRIBUTES: environment === null ? null : quotePhpIni(`deployment.environment.name=${attributeValue(environment)}`),
    TOKEN_NOTE: hasToken(wiring) ? 'OTEL_EXPORTER_OTLP_HEADERS' : null,
  });
  const path = INI[framework.id] ?? '';
  return [
    { title: 'Add to an ini file of PHP', path, language: 'ini', content, isCommand: false },
    ...(isEdot
      ? [
          {
            title: 'Name the authority where PHP is started',
            ...typed(SHELLS[wiring.shell].assign('OTEL_EXPORTER_OTLP_CERTIFICATE', wiring.caFile)),
          },
        ]
      : []),
  ];
}

/** The package, and for the SDK the store that its HTTP client trusts; in a container that is the image's. */
export function setUp(as: string, framework: Framework, wiring: Wiring): readonly Block[] {
  const isSdk = framework.id === 'sdk';
  if (CONTAINERS.includes(as)) {
    const lines = `${fillTemplate(`otel-php/${framework.id}.dockerfile`, {})}${isSdk ? imageTrustLines() : ''}`;
    return [
      ...(isSdk ? [{ title: 'Put the authority beside the Dockerfile', ...typed(copyLine(wiring)) }] : []),
      {
        title: 'Bring OpenTelemetry into the image',
        path: null,
        language: 'dockerfile',
        content: lines,
        isCommand: false,
      },
    ];
  }
  return [
    { title: isSdk ? 'Add the extension and the SDK' : 'Install the distribution', ...typed(framework.install) },
    ...(isSdk ? [{ title: 'Let this machine trust the authority', ...typed(trustLine(wiring)) }] : []),
  ];
}
