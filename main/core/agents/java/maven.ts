import type { Block } from '../definition.ts';
import { quoteJavaOption } from '../quote/java-options.ts';
import { quotePom } from '../quote/pom.ts';
import type { JavaBuild } from './java-build.ts';

const EXEC = { group: 'org.codehaus.mojo', artifact: 'exec-maven-plugin', version: '3.5.0' } as const;

/** A name of Maven, which it fills in. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: Maven's own.
const BASE = '${project.basedir}';

/**
 * The plugin that starts the application, with the agent and the variables. `exec:exec` starts a JVM of its own, which `exec:java` does not (spring-boot-maven-plugin: AbstractRunMojo.java;
 * quarkus-maven-plugin: DevMojo.java; exec-maven-plugin: ExecMojo.java).
 */
export function mavenBlocks(build: JavaBuild): readonly Block[] {
  const lines = [
    '<plugin>',
    ...pluginOf(build),
    '  <configuration>',
    ...optionsOf(build).map((line) => `    ${line}`),
    ...(build.tokenNote === null ? [] : [`    <!-- ${build.tokenNote} -->`]),
    '    <environmentVariables>',
    ...build.variables.map(([name, value]) => `      ${pomVariable(name, value)}`),
    ...(build.kind === 'tomcat' ? [`      <CATALINA_OPTS>${optionWords(build)}</CATALINA_OPTS>`] : []),
    '    </environmentVariables>',
    '  </configuration>',
    '</plugin>',
  ];
  return [
    {
      title: 'Add to the plugins of the build',
      path: 'pom.xml',
      language: 'xml',
      content: `${lines.join('\n')}\n`,
      isCommand: false,
    },
  ];
}

/** One variable of the process that the plugin starts. */
export function pomVariable(name: string, value: string): string {
  return `<${name}>${quotePom(value)}</${name}>`;
}

function pluginOf({ kind }: JavaBuild): string[] {
  if (kind === 'spring') return coordinates('org.springframework.boot', 'spring-boot-maven-plugin');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what Quarkus' own projects have.
  if (kind === 'quarkus') return coordinates('${quarkus.platform.group-id}', 'quarkus-maven-plugin');
  return coordinates(EXEC.group, EXEC.artifact, EXEC.version);
}

function coordinates(group: string, artifact: string, version?: string): string[] {
  return [
    `  <groupId>${group}</groupId>`,
    `  <artifactId>${artifact}</artifactId>`,
    ...(version === undefined ? [] : [`  <version>${version}</version>`]),
  ];
}

/** The option that loads the agent: its path is for Maven to fill in, so it is not quoted. */
function agentOption({ jar }: JavaBuild): string {
  return `-javaagent:${BASE}/${jar}`;
}

function optionsOf(build: JavaBuild): string[] {
  const { kind, options } = build;
  if (kind === 'spring') return [`<jvmArguments>${optionWords(build)}</jvmArguments>`];
  if (kind === 'quarkus') return [`<jvmArgs>${optionWords(build)}</jvmArgs>`];
  if (kind === 'tomcat') {
    return ['<executable>bin/catalina.sh</executable>', '<arguments>', '  <argument>run</argument>', '</arguments>'];
  }
  return [
    '<executable>java</executable>',
    '<arguments>',
    `  <argument>${agentOption(build)}</argument>`,
    ...options.map((option) => `  <argument>${quotePom(option)}</argument>`),
    '  <argument>-classpath</argument>',
    '  <classpath/>',
    '  <argument>com.example.Main</argument>',
    '</arguments>',
  ];
}

/** All options in one text, split again at spaces: with regard to quotes by the plugins, without by Tomcat's script. */
function optionWords(build: JavaBuild): string {
  const isPlain = build.kind === 'tomcat';
  // The folder of the project may have a space in it.
  const agent = isPlain ? agentOption(build) : `"${agentOption(build)}"`;
  return [agent, ...build.options.map((option) => quotePom(isPlain ? option : quoteJavaOption(option)))].join(' ');
}
