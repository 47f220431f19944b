import type { Framework } from '../definition.ts';

const install = 'bundle add elastic-apm';

/** Frameworks of Ruby applications, in the order in which a project is searched for them: every one of them also uses Rack. */
export const frameworks: readonly Framework[] = [
  { id: 'rails', title: 'Ruby on Rails', markers: ['rails', 'railties'], start: 'bin/rails server', install },
  { id: 'sinatra', title: 'Sinatra', markers: ['sinatra'], start: 'bundle exec rackup', install },
  { id: 'grape', title: 'Grape', markers: ['grape'], start: 'bundle exec rackup', install },
  { id: 'rack', title: 'Rack', markers: [], start: 'bundle exec rackup', install },
];
