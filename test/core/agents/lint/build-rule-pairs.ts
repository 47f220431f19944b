/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables as build tools write them. */

import type { RulePair } from './rule-pair.ts';

/** Mistakes in programs of devices and in files of build and service tools. */
export const BUILD_PAIRS: readonly RulePair[] = [
  {
    rule: 'unknown-setting',
    title: 'a slip in a build of Maven, in both places of the name',
    name: 'pom.xml',
    bad: '<environmentVariables>\n  <ELASTIC_APM_SERVER_ULR>https://apm:8200</ELASTIC_APM_SERVER_ULR>\n</environmentVariables>\n',
    line: 2,
    mended:
      '<environmentVariables>\n  <ELASTIC_APM_SERVER_URL>https://apm:8200</ELASTIC_APM_SERVER_URL>\n</environmentVariables>\n',
    good: '<environmentVariables>\n  <ELASTIC_APM_SERVER_URL>https://apm:8200</ELASTIC_APM_SERVER_URL>\n</environmentVariables>\n',
  },
  {
    rule: 'unknown-setting',
    title: 'other capitals than the builder for iOS has',
    name: 'AppDelegate.swift',
    bad: 'AgentConfigBuilder()\n  .withExportURL(URL(string: "https://apm:8200")!)\n  .build()\n',
    line: 2,
    mended: 'AgentConfigBuilder()\n  .withExportUrl(URL(string: "https://apm:8200")!)\n  .build()\n',
    good: 'AgentConfigBuilder()\n  .withExportUrl(URL(string: "https://apm:8200")!)\n  .withSessionSampleRate(0.5)\n  .build()\n',
  },
  {
    rule: 'token-in-git',
    title: 'a token in the code of an app for Android',
    name: 'App.kt',
    bad: 'ElasticApmAgent.builder(this)\n  .setExportAuthentication(Authentication.SecretToken("hunter2hunter2"))\n  .build()\n',
    line: 2,
    mended: 'ElasticApmAgent.builder(this)\n  .build()\n',
    good: 'ElasticApmAgent.builder(this)\n  .setExportAuthentication(Authentication.SecretToken(BuildConfig.APM_TOKEN))\n  .build()\n',
    change: { inGit: 'tracked' },
  },
  {
    rule: 'verification-off',
    title: 'in a build of Gradle',
    name: 'build.gradle.kts',
    bad: 'tasks.named<JavaExec>("run") {\n    environment("ELASTIC_APM_VERIFY_SERVER_CERT", "false")\n}\n',
    line: 2,
    mended: 'tasks.named<JavaExec>("run") {\n}\n',
    good: 'tasks.named<JavaExec>("run") {\n    environment("ELASTIC_APM_VERIFY_SERVER_CERT", "true")\n}\n',
  },
  {
    rule: 'set-twice',
    title: 'in one process of a Procfile, which two processes may',
    name: 'Procfile',
    bad: 'web: ELASTIC_APM_SERVICE_NAME=a ELASTIC_APM_SERVICE_NAME=b node app.js\n',
    line: 1,
    mended: 'web:  ELASTIC_APM_SERVICE_NAME=b node app.js\n',
    good: 'web: ELASTIC_APM_SERVICE_NAME=a node app.js\nworker: ELASTIC_APM_SERVICE_NAME=b node work.js\n',
  },
  {
    rule: 'pin-as-ca',
    title: 'in a job of launchd',
    name: 'local.shop.plist',
    bad: '<key>EnvironmentVariables</key>\n<dict>\n  <key>ELASTIC_APM_SERVER_CERT</key>\n  <string>/etc/corp.pem</string>\n</dict>\n',
    line: 3,
    mended:
      '<key>EnvironmentVariables</key>\n<dict>\n  <key>ELASTIC_APM_SERVER_CA_CERT_FILE</key>\n  <string>/etc/corp.pem</string>\n</dict>\n',
    good: '<key>EnvironmentVariables</key>\n<dict>\n  <key>ELASTIC_APM_SERVER_CA_CERT_FILE</key>\n  <string>/etc/corp.pem</string>\n</dict>\n',
  },
  {
    rule: 'verification-off',
    title: 'in the options that Gradle starts a Java with',
    name: 'gradle.properties',
    bad: 'org.gradle.caching=true\norg.gradle.jvmargs=-Xmx2g -Delastic.apm.verify_server_cert=false\n',
    line: 2,
    mended: 'org.gradle.caching=true\norg.gradle.jvmargs=-Xmx2g \n',
    good: 'org.gradle.jvmargs=-Xmx2g -Delastic.apm.verify_server_cert=true\n',
  },
  {
    rule: 'verification-off',
    title: 'in the argLine of the tests that Maven runs',
    name: 'pom.xml',
    bad: '<configuration>\n  <argLine>-Xmx1g -Delastic.apm.verify_server_cert=false</argLine>\n</configuration>\n',
    line: 2,
    mended: '<configuration>\n  <argLine>-Xmx1g </argLine>\n</configuration>\n',
    good: '<configuration>\n  <argLine>-Xmx1g -Delastic.apm.verify_server_cert=true</argLine>\n</configuration>\n',
  },
];
