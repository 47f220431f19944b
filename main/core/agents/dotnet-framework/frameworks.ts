import type { Framework } from '../definition.ts';

/** Ways of loading the agent into an application on IIS: by the module of its package, or by the profiler without a change to the application. */
export const frameworks: readonly Framework[] = [
  {
    id: 'iis',
    title: 'ASP.NET on IIS',
    markers: ['System.Web'],
    start: 'iisexpress /path:%CD%',
    install: 'Install-Package Elastic.Apm.AspNetFullFramework',
  },
  {
    id: 'profiler',
    title: 'Profiler, no change to the code',
    markers: [],
    start: 'iisexpress /path:%CD%',
    install: 'tar -xf elastic_apm_profiler.zip',
  },
];
