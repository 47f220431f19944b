import type { AgentDefinition } from '../definition.ts';
import { type CureDialect, cureIn } from '../forms/cure.ts';
import { buildAdvice, TOKEN_IS_NO_OPTION } from '../java/advice.ts';
import { central } from '../java/central.ts';
import { environment, OPTIONS, startLine, trust } from '../java/environment.ts';
import { frameworks } from '../java/frameworks.ts';
import { launch } from '../java/launch.ts';
import { logMarks, logPhrases } from '../java/log-phrases.ts';
import { makeTruststore, ownForm, ownLine, setUp } from '../java/own-form.ts';
import { truststoreBeside } from '../java/places.ts';
import { recognise } from '../java/project.ts';
import { settings } from '../java/settings.ts';

const dialect: CureDialect = {
  agent: { id: 'java', title: 'Java', settings },
  trust,
  ownLine,
  check: [
    ['ELASTIC_APM_API_REQUEST_TIME', '1s'],
    ['ELASTIC_APM_METRICS_INTERVAL', '5s'],
    ['ELASTIC_APM_LOG_LEVEL', 'debug'],
  ],
  beforeTrust: (wiring) => [
    {
      text: 'The agent cannot be told of an authority, but its Java can, by a truststore. Make one of what Java trusts already and the authority. Where JAVA_TOOL_OPTIONS holds something, add to it.',
      as: 'env',
      snippet: makeTruststore(wiring),
    },
  ],
  clientCertificate: () => [
    {
      text: 'The agent shows what its Java has: export the certificate as a keystore and add these options. The type must be said, or the keystore is not loaded.',
      as: 'file',
      snippet: [
        '-Djavax.net.ssl.keyStore=client.p12',
        '-Djavax.net.ssl.keyStorePassword=<passphrase>',
        '-Djavax.net.ssl.keyStoreType=PKCS12',
      ].join('\n'),
    },
  ],
};

/** The Elastic APM agent for Java (reference/agents.md, rows "Java"). */
export const definition: AgentDefinition = {
  id: 'java',
  title: 'Java',
  version: '1.56.0',
  keywords: ['jvm', 'kotlin', 'scala', 'spring', 'maven', 'gradle', 'elastic-apm-agent', 'javaagent'],
  metadataNames: ['java'],
  userAgent: /^(?:apm-agent-|elasticapm-)java\//,
  executable: /^(javaw?|mvnw?|gradlew?|catalina|quarkus)(\.(exe|cmd|bat|sh))?$/,
  settings,
  tlsClients: ['java'],
  storesRead: ['java'],
  central,
  // elastic-apm-agent 1.56.0, configuration/ApmServerConfigurationSource.java: the tag is kept before the settings are looked at.
  centralTag: 'received',
  frameworks,
  // JSSE answers certificate_unknown to whatever its trust manager does not like (reference/agents.md §7).
  rejection: {
    silent: false,
    untrusted: ['certificate_unknown'],
    wrongName: ['certificate_unknown'],
    expired: ['certificate_unknown'],
  },
  logPhrases,
  logMarks,
  // No .env file but for a Procfile: neither the agent nor Java reads one, and elasticapm.properties is what Java has instead.
  forms: [
    'env',
    'file',
    'code',
    'options',
    'gradle',
    'maven',
    'procfile',
    'docker',
    'compose',
    'kubernetes',
    'systemd',
    'launchd',
  ],
  ownForm,
  environment,
  ownEnvironment: () => [],
  trustFile: truststoreBeside,
  setUp,
  loaders: [OPTIONS],
  startCommand: (framework) => framework.start,
  startLine,
  advice: (as, framework, wiring) => [
    'JAVA_HOME is the folder of the Java that runs the application: java -XshowSettings:properties -version calls it java.home. In Java 8 its store is jre/lib/security/cacerts.',
    `${truststoreBeside(wiring.caFile)} is for the whole JVM, in place of Java’s own store. Make it again when the authority or the Java changes.`,
    ...(as === 'code'
      ? [
          `With Gradle: implementation 'co.elastic.apm:apm-agent-attach:${wiring.agentVersion}'.`,
          'elasticapm.properties among the resources counts least: -Delastic.apm properties and variables win over it.',
        ]
      : ['An elasticapm.properties beside the agent’s jar wins over -D properties and over variables.']),
    ...(as === 'options' ? [TOKEN_IS_NO_OPTION] : []),
    ...buildAdvice(as, framework.id),
    ...(framework.id === 'tomcat' && as !== 'code' && as !== 'gradle' && as !== 'maven'
      ? ['On Windows it is bin\\catalina.bat run; bin/setenv.sh or bin\\setenv.bat keeps CATALINA_OPTS.']
      : []),
  ],
  cure: (code, as, wiring) => cureIn(dialect, code, as, wiring),
  launch: (request, files) => launch(definition, request, files),
  recognise,
  notes: [
    'An ELASTIC_APM_API_KEY in the environment wins over the secret token; unset it.',
    // Seen with agent 1.52.0 on Java 25.0.3: "Could not access Unsafe class: sun.misc.Unsafe.defineClass".
    'On Java 25 the agent sends metrics alone unless Java is started with -Dnet.bytebuddy.experimental=true.',
  ],
};
