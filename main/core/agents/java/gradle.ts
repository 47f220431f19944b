import type { Block } from '../definition.ts';
import { quoteGroovy } from '../quote/groovy.ts';
import { quoteKotlin } from '../quote/kotlin.ts';
import { GRADLE, type JavaBuild } from './java-build.ts';

/** How the two languages of Gradle write the same. */
interface Dialect {
  readonly path: string;
  readonly title: string;
  readonly language: string;
  quote(value: string): string;
  readonly configuration: string;
  dependency(notation: string): string;
  /** The agent as Gradle fetched it; the task has to be reached before Gradle looks for it. */
  readonly agent: string;
  task(name: string, type: string): string;
  newTask(name: string, type: string): string;
  call(name: string, words: readonly string[]): string;
}

const GROOVY: Dialect = {
  path: 'build.gradle',
  title: 'Add to build.gradle',
  language: 'groovy',
  quote: quoteGroovy,
  configuration: 'configurations {\n    javaAgent\n}',
  dependency: (notation) => `javaAgent ${quoteGroovy(notation)}`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Groovy's own.
  agent: '"-javaagent:${configurations.javaAgent.singleFile}"',
  task: (name) => `tasks.named('${name}')`,
  newTask: (name, type) => `tasks.register('${name}', ${type})`,
  call: (name, words) => `${name} ${words.join(', ')}`,
};

const KOTLIN: Dialect = {
  path: 'build.gradle.kts',
  title: 'Or, where the build is written in Kotlin, to build.gradle.kts',
  language: 'kotlin',
  quote: quoteKotlin,
  configuration: 'val javaAgent: Configuration by configurations.creating',
  dependency: (notation) => `javaAgent(${quoteKotlin(notation)})`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Kotlin's own.
  agent: '"-javaagent:${javaAgent.singleFile}"',
  task: (name, type) => `tasks.named<${type}>("${name}")`,
  newTask: (name, type) => `tasks.register<${type}>("${name}")`,
  call: (name, words) => `${name}(${words.join(', ')})`,
};

/**
 * The agent as a dependency that Gradle fetches, and the task that starts the application with it. `bootRun` is a JavaExec as `run` is; Quarkus has properties of its own, from 3.0 on
 * (quarkusio/quarkus: devtools/gradle, QuarkusDev.java).
 */
export function gradleBlocks(build: JavaBuild): readonly Block[] {
  return [GROOVY, KOTLIN].map((dialect) => ({
    title: dialect.title,
    path: dialect.path,
    language: dialect.language,
    content: contentOf(dialect, build),
    isCommand: false,
  }));
}

function contentOf(dialect: Dialect, build: JavaBuild): string {
  const lines = [
    dialect.configuration,
    '',
    'dependencies {',
    `    ${dialect.dependency(`${build.artifact}:${build.version}@jar`)}`,
    '}',
    '',
    `${taskOf(dialect, build)} {`,
    ...(build.tokenNote === null ? [] : [`    // ${build.tokenNote}`]),
    ...bodyOf(dialect, build).map((line) => `    ${line}`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function taskOf(dialect: Dialect, { kind }: JavaBuild): string {
  const name = GRADLE[kind];
  if (kind === 'tomcat') return dialect.newTask(name, 'Exec');
  return dialect.task(name, kind === 'quarkus' ? 'io.quarkus.gradle.tasks.QuarkusDev' : 'JavaExec');
}

function bodyOf(dialect: Dialect, { kind, variables, options }: JavaBuild): string[] {
  const { quote, call, agent } = dialect;
  const setting = kind === 'quarkus' ? 'environmentVariables.put' : 'environment';
  const set = variables.map(([name, value]) => call(setting, [quote(name), quote(value)]));
  if (kind === 'tomcat') {
    return [
      call('commandLine', [quote('bin/catalina.sh'), quote('run')]),
      ...set,
      call('environment', [quote('CATALINA_OPTS'), [agent, quote(` ${options.join(' ')}`)].join(' + ')]),
    ];
  }
  const words = [agent, ...options.map(quote)];
  return [...set, call(kind === 'quarkus' ? 'jvmArguments.addAll' : 'jvmArgs', words)];
}
