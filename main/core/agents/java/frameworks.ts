import type { Framework } from '../definition.ts';

/** Fetches the jar into the current folder without its version in the name; any Maven does, with a project or without. */
export function getJar(version: string): string {
  return `mvn dependency:copy -Dartifact=co.elastic.apm:elastic-apm-agent:${version} -DoutputDirectory=. -Dmdep.stripVersion=true`;
}

const install = getJar('LATEST');

/** Kinds of Java applications, in the order in which a project is searched for them. */
export const frameworks: readonly Framework[] = [
  {
    id: 'spring',
    title: 'Spring Boot',
    markers: ['spring-boot', 'org.springframework.boot'],
    start: 'java -jar app.jar',
    install,
  },
  {
    id: 'quarkus',
    title: 'Quarkus',
    markers: ['io.quarkus'],
    start: 'java -jar target/quarkus-app/quarkus-run.jar',
    install,
  },
  { id: 'jar', title: 'Plain jar', markers: [], start: 'java -jar app.jar', install },
  { id: 'tomcat', title: 'Tomcat', markers: ['<packaging>war</packaging>'], start: 'bin/catalina.sh run', install },
];
