/** Why the token is brought in by the environment where everything else is an option. */
export const TOKEN_IS_NO_OPTION =
  'The token is not among the options: whoever is on the machine can list the command lines of its processes. It comes from the environment; a file that you alone can read is the other way.';

const OTHERS = 'Its paths are those of this machine; whoever else builds the project puts theirs in their place.';

/** What a person should know of a build that starts the application. */
export function buildAdvice(as: string, framework: string): readonly string[] {
  if (as === 'gradle') {
    return [
      'Gradle hands on what the shell has that it is typed in, the token too; as -P or -D it would stand in the list of processes.',
      ...(framework === 'tomcat'
        ? ['bin/catalina.sh is taken from the folder of the project; name Tomcat’s own.']
        : []),
      ...(framework === 'quarkus' ? ['These properties of quarkusDev are there from Quarkus 3.0 on.'] : []),
      OTHERS,
    ];
  }
  if (as !== 'maven') return [];
  return [
    'Maven hands on what the shell has that it is typed in, the token too; as -D it would stand in the list of processes.',
    ...(framework === 'tomcat' ? ['bin/catalina.sh is taken from the folder of the project; name Tomcat’s own.'] : []),
    ...(framework === 'jar' || framework === 'agent' || framework === 'edot'
      ? [
          'Put your main class in the place of com.example.Main. exec:java cannot load an agent: it stays in Maven’s own JVM.',
        ]
      : []),
    OTHERS,
  ];
}
