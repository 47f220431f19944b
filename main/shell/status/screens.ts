/** The screens that menus lead to, in the order of the page's rail. */
export const SCREENS = [
  { path: '/', title: 'Home' },
  { path: '/connect', title: 'Connect' },
  { path: '/traffic', title: 'Traffic' },
  { path: '/certificates', title: 'Certificates' },
  { path: '/tokens', title: 'Tokens' },
  { path: '/trust', title: 'Trust' },
  { path: '/hand-over', title: 'Hand over' },
  { path: '/activity', title: 'Activity' },
  { path: '/settings', title: 'Settings' },
] as const;
