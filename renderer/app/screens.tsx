import {
  ArrowLeftRight,
  BadgeCheck,
  Cable,
  History,
  House,
  KeyRound,
  type LucideIcon,
  Server,
  Settings as SettingsIcon,
  ShieldCheck,
} from 'lucide-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ScreenProps } from './screen-props.ts';

type ScreenView = LazyExoticComponent<ComponentType<ScreenProps>>;

export interface Screen {
  readonly path: string;
  readonly title: string;
  /** Its mark in the rail; a screen without one is reached from another. */
  readonly icon: LucideIcon | null;
  /** Works before anything was made secure. */
  readonly isAlways: boolean;
  readonly view: ScreenView;
}

/** Every screen that is built, in the order of the rail. A new screen is a new line. */
export const SCREENS: readonly Screen[] = [
  { path: '/', title: 'Home', icon: House, isAlways: true, view: lazy(() => import('../features/home/view.tsx')) },
  {
    path: '/connect',
    title: 'Connect',
    icon: Cable,
    isAlways: false,
    view: lazy(() => import('../features/connect/view.tsx')),
  },
  {
    path: '/service',
    title: 'Service',
    icon: null,
    isAlways: false,
    view: lazy(() => import('../features/service/view.tsx')),
  },
  {
    path: '/traffic',
    title: 'Traffic',
    icon: ArrowLeftRight,
    isAlways: false,
    view: lazy(() => import('../features/traffic/view.tsx')),
  },
  {
    path: '/attempt',
    title: 'Attempt',
    icon: null,
    isAlways: false,
    view: lazy(() => import('../features/attempt/view.tsx')),
  },
  {
    path: '/certificates',
    title: 'Certificates',
    icon: BadgeCheck,
    isAlways: false,
    view: lazy(() => import('../features/certificates/view.tsx')),
  },
  {
    path: '/tokens',
    title: 'Tokens',
    icon: KeyRound,
    isAlways: false,
    view: lazy(() => import('../features/tokens/view.tsx')),
  },
  {
    path: '/trust',
    title: 'Trust',
    icon: ShieldCheck,
    isAlways: false,
    view: lazy(() => import('../features/trust/view.tsx')),
  },
  {
    path: '/doctor',
    title: 'Doctor',
    icon: null,
    isAlways: true,
    view: lazy(() => import('../features/doctor/view.tsx')),
  },
  {
    path: '/hand-over',
    title: 'Hand over',
    icon: Server,
    isAlways: false,
    view: lazy(() => import('../features/hand-over/view.tsx')),
  },
  {
    path: '/activity',
    title: 'Activity',
    icon: History,
    isAlways: true,
    view: lazy(() => import('../features/activity/view.tsx')),
  },
  {
    path: '/settings',
    title: 'Settings',
    icon: SettingsIcon,
    isAlways: true,
    view: lazy(() => import('../features/settings/view.tsx')),
  },
];

/** The screen that a path names with the rest of the path, or null where there is none. */
export function screenAt(path: string): { readonly screen: Screen; readonly rest: string } | null {
  const [, first = '', ...others] = path.split('/');
  const screen = SCREENS.find((candidate) => candidate.path === `/${first}`);
  return screen === undefined ? null : { screen, rest: decode(others.join('/')) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // URIError: an address typed by hand with a stray percent sign; it is looked up as it stands.
    return text;
  }
}
