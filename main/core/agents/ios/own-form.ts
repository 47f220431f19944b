import { xmlText } from '../../export/xml-text.ts';
import type { Block, Framework, Wiring } from '../definition.ts';
import { typed } from '../forms/env.ts';
import { hasToken } from '../forms/variables.ts';
import { quoteSwift } from '../quote/swift.ts';
import { SHELLS, sealwireLine } from '../shell-dialect.ts';
import { fillTemplate } from '../template.ts';

/** The variable in which the token reaches the app. */
export const TOKEN = 'ELASTIC_APM_SECRET_TOKEN';

/** The line that makes the simulator that runs trust the authority. */
export function simulatorLine({ shell, caFile }: Wiring): string {
  return `xcrun simctl keychain booted add-root-cert ${SHELLS[shell].argument(caFile)}`;
}

/** The line that writes the profile for a device. */
export function profileLine(wiring: Wiring): string {
  return sealwireLine(wiring, 'cert export ca --format mobileconfig --out .');
}

/** The authority comes first: without it nothing else can work. */
export function setUp(_as: string, _framework: Framework, wiring: Wiring): readonly Block[] {
  const packages = fillTemplate('ios/Package.swift', { VERSION: wiring.agentVersion });
  return [
    { title: 'Let the simulator trust the authority', ...typed(simulatorLine(wiring)) },
    { title: 'Or a device, by a profile that you send to it', ...typed(profileLine(wiring)) },
    { title: 'Add the package', path: null, language: 'swift', content: packages, isCommand: false },
  ];
}

/** The delegate that starts the agent, and the key of Info.plist that names the app. */
export function ownForm(as: string, framework: Framework, wiring: Wiring): readonly Block[] | null {
  if (as !== 'code') return null;
  const attributes = [
    ['service.name', wiring.service],
    ...(wiring.environment === null ? [] : [['deployment.environment.name', wiring.environment]]),
  ];
  const fillings = {
    URL: quoteSwift(wiring.url),
    TOKEN: hasToken(wiring) ? quoteSwift(TOKEN) : null,
    ATTRIBUTES: xmlText(attributes.map(([name, value]) => `${name}=${value}`).join(',')),
  };
  const piece = (template: string, title: string, path: string, language: string): Block => ({
    title,
    path,
    language,
    content: fillTemplate(`ios/${template}`, fillings),
    isCommand: false,
  });
  return [
    framework.id === 'uikit'
      ? piece('uikit.swift', 'Start the agent in the delegate', 'AppDelegate.swift', 'swift')
      : piece('swiftui.swift', 'Start the agent by a delegate', 'ShopApp.swift', 'swift'),
    piece('Info.plist', 'Name the app in Info.plist', 'Info.plist', 'xml'),
  ];
}

/** Starts the app in the simulator that runs. The token goes from this shell into the app’s environment, and into no file. */
export function startLine(framework: Framework, wiring: Wiring): string {
  if (!hasToken(wiring)) return framework.start;
  if (wiring.shell === 'cmd') return `set "SIMCTL_CHILD_${TOKEN}=%${TOKEN}%"\n${framework.start}`;
  if (wiring.shell === 'pwsh') return `$env:SIMCTL_CHILD_${TOKEN} = $env:${TOKEN}\n${framework.start}`;
  return `SIMCTL_CHILD_${TOKEN}="$${TOKEN}" ${framework.start}`;
}
