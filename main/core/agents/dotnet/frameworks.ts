import type { Framework } from '../definition.ts';

const PACKAGE = 'dotnet add package Elastic.Apm.NetCoreAll';

/** Kinds of .NET programs and, for those whose code stays as it is, the two ways of loading the agent into them; in the order in which a project is searched for them. */
export const frameworks: readonly Framework[] = [
  {
    id: 'aspnetcore',
    title: 'ASP.NET Core',
    markers: ['Microsoft.NET.Sdk.Web', 'Microsoft.AspNetCore.App'],
    start: 'dotnet run',
    install: PACKAGE,
  },
  {
    id: 'worker',
    title: 'Worker or generic host',
    markers: ['Microsoft.NET.Sdk.Worker', 'Microsoft.Extensions.Hosting'],
    start: 'dotnet run',
    install: PACKAGE,
  },
  {
    id: 'hook',
    title: 'Startup hook, no change to the code',
    markers: [],
    start: 'dotnet app.dll',
    install: 'unzip ElasticApmAgent.zip',
  },
  {
    id: 'profiler',
    title: 'Profiler, no change to the code',
    markers: [],
    start: 'dotnet app.dll',
    install: 'unzip elastic_apm_profiler.zip',
  },
];

/** Whether the agent is a package of the application, rather than loaded from outside. */
export function isPackage(framework: Framework): boolean {
  return framework.id === 'aspnetcore' || framework.id === 'worker';
}
