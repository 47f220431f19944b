import type { Framework } from '../definition.ts';

const install = 'sudo dpkg -i apm-agent-php.deb';

/** Kinds of PHP applications, in the order in which a project is searched for them; the agent is an extension of PHP, so none of them needs a change. */
export const frameworks: readonly Framework[] = [
  {
    id: 'laravel',
    title: 'Laravel',
    markers: ['laravel/framework'],
    start: 'php artisan serve --no-reload',
    install,
  },
  {
    id: 'symfony',
    title: 'Symfony',
    markers: ['symfony/framework-bundle', 'symfony/symfony'],
    start: 'php -S localhost:8000 -t public',
    install,
  },
  { id: 'plain', title: 'Plain PHP', markers: [], start: 'php -S localhost:8000', install },
  { id: 'fpm', title: 'PHP-FPM', markers: [], start: 'php-fpm --nodaemonize', install },
];
