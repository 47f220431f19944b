/** How a build tool is to start an application with an agent. */
export interface JavaBuild {
  /** What the build starts: a class of its own, Spring Boot's or Quarkus' development mode, or Tomcat. */
  readonly kind: 'class' | 'spring' | 'quarkus' | 'tomcat';
  /** Coordinates of the agent in Maven Central. */
  readonly artifact: string;
  readonly version: string;
  /** Name of the jar once its version is taken off. */
  readonly jar: string;
  /** Options of the JVM besides the one that loads the agent. */
  readonly options: readonly string[];
  readonly variables: readonly (readonly [string, string])[];
  /** What is said of the token, or null where none is asked for. */
  readonly tokenNote: string | null;
}

/** The kind of a framework of the catalogue. */
export function buildKind(framework: string): JavaBuild['kind'] {
  return framework === 'spring' || framework === 'quarkus' || framework === 'tomcat' ? framework : 'class';
}

/** What starts the application, typed in the project's folder. */
export function buildLine(as: 'gradle' | 'maven', kind: JavaBuild['kind'], isWindows: boolean): string {
  if (as === 'gradle') return `${isWindows ? '.\\' : './'}gradlew ${GRADLE[kind]}`;
  return `mvn ${MAVEN[kind]}`;
}

/** Tasks of Gradle that start an application. */
export const GRADLE: Readonly<Record<JavaBuild['kind'], string>> = {
  class: 'run',
  spring: 'bootRun',
  quarkus: 'quarkusDev',
  tomcat: 'tomcat',
};

const MAVEN: Readonly<Record<JavaBuild['kind'], string>> = {
  class: 'compile exec:exec',
  spring: 'spring-boot:run',
  quarkus: 'quarkus:dev',
  tomcat: 'exec:exec',
};
