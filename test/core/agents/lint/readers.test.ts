/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables as other languages write them. */

import { describe, expect, test } from 'vitest';
import { setValue } from '../../../../main/core/agents/lint/edits.ts';
import { applyEdits } from '../../../../main/core/agents/lint/lint-text.ts';
import { READERS } from '../../../../main/core/agents/lint/readers.ts';
import { textPlaces } from '../../../../main/core/agents/lint/text-places.ts';
import { hostileLine, sample } from '../hostile-values.ts';

/** For each reader a file with everything that its format has, and what is to be read in it: name, value, line and column, and the scope where there are several. */
const FILES: Readonly<
  Record<string, readonly [name: string, text: string, read: readonly (readonly [string, string | null, string])[]]>
> = {
  dotenv: [
    '.env.local',
    '# A=b\nexport ELASTIC_APM_SERVER_URL = "https://a:8200" # why\r\nB=\'x $y\'\nC=${D}\nE=f g # h\nELASTIC_APM_X=\n',
    [
      ['ELASTIC_APM_SERVER_URL', 'https://a:8200', '2:8'],
      ['B', 'x $y', '3:1'],
      ['C', null, '4:1'],
      ['E', 'f g', '5:1'],
      ['ELASTIC_APM_X', '', '6:1'],
    ],
  ],
  shell: [
    'run.sh',
    "# X=1\nexport A='it'\\''s' B=\"x y\"\nC=$(cmd a b) D=1 node app.js\ndocker run -e E=f --env \"G=h i\" -e 'J=k' image\nJAVA_OPTS=\"-Delastic.apm.server_url=http://a:1 -Dfoo=x\"\n",
    [
      ['A', "it's", '2:8'],
      ['B', 'x y', '2:20'],
      ['C', null, '3:1'],
      ['D', '1', '3:14'],
      ['E', 'f', '4:15'],
      ['G', 'h i', '4:26'],
      ['J', 'k', '4:37'],
      ['JAVA_OPTS', '-Delastic.apm.server_url=http://a:1 -Dfoo=x', '5:1'],
      ['elastic.apm.server_url', 'http://a:1', '5:14'],
    ],
  ],
  fish: [
    'run.fish',
    "set -gx A 'it\\'s'\nset -e B\n  set --export C (cmd)\nset -gx D $E/x\n",
    [
      ['A', "it's", '1:9'],
      ['C', null, '3:16'],
      ['D', null, '4:9'],
    ],
  ],
  powershell: [
    'run.ps1',
    "$env:A = 'it''s'; $env:B = \"x $y\"\n$Env:C = sealwire token show\n[Environment]::SetEnvironmentVariable('D', \"e\", 'User')\n",
    [
      ['A', "it's", '1:6'],
      ['B', null, '1:24'],
      ['C', null, '2:6'],
      ['D', 'e', '3:40'],
    ],
  ],
  cmd: [
    'run.bat',
    'rem set A=b\r\n@set "C=d e"\r\nset F=g h\r\nsetx I "j k" /m\r\nset "L=%M%"\r\nfor /f "delims=" %i in (\'x\') do @set "N=%i"\r\n',
    [
      ['C', 'd e', '2:7'],
      ['F', 'g h', '3:5'],
      ['I', 'j k', '4:6'],
      ['L', null, '5:6'],
      ['N', null, '6:39'],
    ],
  ],
  dockerfile: [
    'app.Dockerfile',
    'FROM x\nENV A=b \\\n    C="d e" F=g\\ h\nENV I j k\nARG L\nARG M=n\nENV O=$P\nCMD ["java", "-Delastic.apm.service_name=q", "-jar", "r"]\n',
    [
      ['A', 'b', '2:5'],
      ['C', 'd e', '3:5'],
      ['F', 'g h', '3:13'],
      ['I', 'j k', '4:5'],
      ['M', 'n', '6:5'],
      ['O', null, '7:5'],
      ['elastic.apm.service_name', 'q', '8:17'],
    ],
  ],
  compose: [
    'docker-compose.override.yml',
    'x-env: &env\n  environment:\n    A: b\nx-vars: &vars {O: p}\nservices:\n  web:\n    <<: *env\n    environment:\n      - C=d\n      - "E=f g"\n      - H\n  api:\n    environment: {I: 1, J: "true", K: "$$L", M: "${N}"}\n',
    [
      ['A', 'b', '3:5'],
      ['O', 'p', '4:16'],
      ['C', 'd', '9:9'],
      ['E', 'f g', '10:10'],
      ['I', '1', '13:19'],
      ['J', 'true', '13:25'],
      ['K', '$L', '13:36'],
      ['M', null, '13:46'],
    ],
  ],
  'agent-yaml': [
    'elastic_apm.yml',
    "defaults: &d\n  server_url: 'https://a:8200'\nproduction:\n  <<: *d\n  verify_server_cert: false\n  secret_token: <%= ENV['X'] %>\nservice_name: b\n",
    [
      ['server_url', 'https://a:8200', '2:3'],
      ['verify_server_cert', 'false', '5:3'],
      ['secret_token', null, '6:3'],
      ['service_name', 'b', '7:1'],
    ],
  ],
  kubernetes: [
    'deployment.yaml',
    'kind: ConfigMap\ndata:\n  A: b\n---\nkind: Secret\nstringData:\n  C: d\n---\nspec:\n  containers:\n    - env:\n        - name: E\n          value: "1"\n        - name: F\n          valueFrom: {secretKeyRef: {name: x, key: y}}\n        - {name: G, value: $(H)}\n',
    [
      ['A', 'b', '3:3'],
      ['C', 'd', '7:3'],
      ['E', '1', '12:17'],
      ['G', null, '16:18'],
    ],
  ],
  ini: [
    'php.ini',
    '; elastic_apm.x = y\nelastic_apm.server_url = "https://a:8200"\nphp_admin_value[elastic_apm.verify_server_cert] = off ; why\nenv[ELASTIC_APM_SERVICE_NAME] = b\nelastic_apm.secret_token = ${T}\n',
    [
      ['elastic_apm.server_url', 'https://a:8200', '2:13'],
      ['elastic_apm.verify_server_cert', 'off', '3:29'],
      ['ELASTIC_APM_SERVICE_NAME', 'b', '4:5'],
      ['elastic_apm.secret_token', null, '5:13'],
    ],
  ],
  systemd: [
    'app.service',
    '[Service]\nEnvironment="A=b c" D=e \'F=g h\'\n#Environment=X=y\nEnvironment="I=50%% \\"x\\""\nExecStart=/usr/bin/java -Delastic.apm.service_name=j -jar k\n',
    [
      ['A', 'b c', '2:14'],
      ['D', 'e', '2:21'],
      ['F', 'g h', '2:26'],
      ['I', '50% "x"', '4:14'],
      ['elastic.apm.service_name', 'j', '5:27'],
    ],
  ],
  properties: [
    'elasticapm.properties',
    '# a=b\n! c=d\nserver_url = https\\://a\\:8200\nservice_name: caf\\u00e9\nenvironment staging\nelastic.apm.secret_token=${T}\n',
    [
      ['server_url', 'https://a:8200', '3:1'],
      ['service_name', 'café', '4:1'],
      ['environment', 'staging', '5:1'],
      ['elastic.apm.secret_token', null, '6:1'],
    ],
  ],
  json: [
    'appsettings.Development.json',
    '{\n  // why\n  "Logging": { "ServerUrl": "x" },\n\t"ElasticApm": {\n    "ServerUrl": "https://a:8200", /* { */\n    "VerifyServerCert": false, "Environment": "g"\n  },\n  "ElasticApm:ServiceName": "b",\n  "env": { "C": "d" },\n  "environment": [{ "name": "E", "value": "f" }]\n}\n',
    [
      ['ServerUrl', 'https://a:8200', '5:6'],
      ['VerifyServerCert', 'false', '6:6'],
      ['Environment', 'g', '6:33'],
      ['ElasticApm:ServiceName', 'b', '8:15'],
      ['C', 'd', '9:13'],
      ['E', 'f', '10:30'],
    ],
  ],
  javascript: [
    'server.mts',
    "// start({ a: 'b' })\nimport apm from 'elastic-apm-node'\napm.start({\n  'serverUrl': `https://a:8200`, // c: 'd'\n  verifyServerCert: false, nested: { serviceName: 'x' },\n  secretToken: process.env.E, /* f: 1 */ serviceName: 'it\\'s',\n  ...others,\n})\nprocess.env.G = 'h'\n",
    [
      ['serverUrl', 'https://a:8200', '4:4'],
      ['verifyServerCert', 'false', '5:3'],
      ['nested', null, '5:28'],
      ['secretToken', null, '6:3'],
      ['serviceName', "it's", '6:42'],
      ['G', 'h', '9:13'],
    ],
  ],
  python: [
    'settings.py',
    "import elasticapm, os\nELASTIC_APM = {\n    'SERVER_URL': 'https://a:8200',  # 'B': 'c'\n    \"DEBUG\": True,\n    'SECRET_TOKEN': os.environ['D'],\n}\napp.config['ELASTIC_APM'] = {'SERVICE_NAME': r'e\\f'}\nclient = elasticapm.Client(service_name='g', config={'x': 'y'})\nos.environ['H'] = 'i'\nos.environ.setdefault('J', 'k')\n",
    [
      ['SERVER_URL', 'https://a:8200', '3:6'],
      ['DEBUG', 'True', '4:6'],
      ['SECRET_TOKEN', null, '5:6'],
      ['SERVICE_NAME', 'e\\f', '7:31'],
      ['service_name', 'g', '8:28'],
      ['H', 'i', '9:13'],
      ['J', 'k', '10:24'],
    ],
  ],
  go: [
    'apm.go',
    'import "go.elastic.co/apm/v2"\nvar o = transport.HTTPTransportOptions{\n\tSecretToken: `a`, // B: "c"\n\tTLSClientConfig: &tls.Config{InsecureSkipVerify: true},\n}\nfunc init() { os.Setenv("D", "e\\"f") }\n',
    [
      ['SecretToken', 'a', '3:2'],
      ['TLSClientConfig', null, '4:2'],
      ['InsecureSkipVerify', 'true', '4:31'],
      ['D', 'e"f', '6:26'],
    ],
  ],
  ruby: [
    'config.ru',
    "require 'elastic_apm'\nElasticAPM.start(\n  app: App,\n  server_url: 'https://a:8200', # b: 'c'\n  service_name: \"d#{e}\",\n)\nconfig.elastic_apm.verify_server_cert = false\nENV['F'] ||= 'g'\n",
    [
      ['server_url', 'https://a:8200', '4:3'],
      ['service_name', null, '5:3'],
      ['verify_server_cert', 'false', '7:20'],
      ['F', 'g', '8:6'],
    ],
  ],
  procfile: [
    'Procfile',
    "# web: A=b\nweb: ELASTIC_APM_SERVER_URL=https://a:8200 B='c d' node app.js\nworker: java -Delastic.apm.service_name=e -jar f\nnot a line A=g\n",
    [
      ['ELASTIC_APM_SERVER_URL', 'https://a:8200', '2:6'],
      ['B', 'c d', '2:44'],
      ['elastic.apm.service_name', 'e', '3:16'],
    ],
  ],
  launchd: [
    'local.shop.plist',
    '<plist><dict>\n<key>Label</key><string>x</string>\n<!-- <key>A</key><string>b</string> -->\n<key>EnvironmentVariables</key>\n<dict>\n  <key>C</key>\n  <string>d &amp; &#101;</string>\n  <key>F</key><string>g</string>\n</dict>\n<key>OTEL_RESOURCE_ATTRIBUTES</key><string>service.name=h</string>\n<array><string>-Delastic.apm.service_name=i</string></array>\n</dict></plist>\n',
    [
      ['C', 'd & e', '6:8'],
      ['F', 'g', '8:8'],
      ['OTEL_RESOURCE_ATTRIBUTES', 'service.name=h', '10:6'],
      ['elastic.apm.service_name', 'i', '11:18'],
    ],
  ],
  maven: [
    'pom.xml',
    '<project>\n<!-- <environmentVariables><A>b</A></environmentVariables> -->\n<environmentVariables>\n  <C>d &lt; e</C>\n  <F>\n    g\n  </F>\n  <H>${i}</H>\n</environmentVariables>\n<systemPropertyVariables>\n  <elastic.apm.server_url>https://a:8200</elastic.apm.server_url>\n  <other>x</other>\n</systemPropertyVariables>\n<jvmArguments>-Delastic.apm.service_name=j</jvmArguments>\n</project>\n',
    [
      ['C', 'd < e', '4:4'],
      ['F', 'g', '5:4'],
      ['H', null, '8:4'],
      ['elastic.apm.server_url', 'https://a:8200', '11:4'],
      ['elastic.apm.service_name', 'j', '14:17'],
    ],
  ],
  gradle: [
    'build.gradle.kts',
    "// environment 'A', 'elastic'\nrun {\n  environment 'B', 'https://a:8200' // c\n  environment(\"D\", \"e \\$f\")\n  environment(mapOf(\"x\" to y))\n  environment(\"G\" to h)\n  environment[\"I\"] = \"j $k\"\n  systemProperty('elastic.apm.service_name', 'l')\n  systemProperty 'other', 'x'\n  jvmArgs '-Delastic.apm.environment=m'\n}\nquarkusDev { environmentVariables.put('N', 'o') }\n",
    [
      ['B', 'https://a:8200', '3:16'],
      ['D', 'e $f', '4:16'],
      ['G', null, '6:16'],
      ['I', null, '7:16'],
      ['elastic.apm.service_name', 'l', '8:19'],
      ['N', 'o', '12:40'],
      ['elastic.apm.environment', 'm', '10:14'],
    ],
  ],
  kotlin: [
    'App.kt',
    '// ElasticApmAgent.builder(this).setServiceName("a")\nval agent = ElasticApmAgent.builder(this)\n  .setServiceName("b")\n  .setExportUrl("https://a:8200") // c\n  .setExportAuthentication(Authentication.SecretToken("d"))\n  .setDeploymentEnvironment("$e")\n  .setSessionSampleRate(0.5)\n  .build()\nview.setTitle("f")\nElasticApmAttacher.attach(mapOf("server_url" to "https://g:8200"))\nSystem.setProperty("elastic.apm.environment", "h" + i)\n',
    [
      ['setServiceName', 'b', '3:4'],
      ['setExportUrl', 'https://a:8200', '4:4'],
      ['Authentication.SecretToken', 'd', '5:28'],
      ['setDeploymentEnvironment', null, '6:4'],
      ['setSessionSampleRate', '0.5', '7:4'],
      ['server_url', 'https://g:8200', '10:34'],
      ['environment', null, '11:33'],
    ],
  ],
  swift: [
    'AppDelegate.swift',
    '/* AgentConfigBuilder().withSecretToken("a") */\nlet configuration = AgentConfigBuilder()\n  .withExportUrl(URL(string: "https://a:8200")!) // b\n  .withSecretToken("c \\(d)")\n  .withApiKey("e")\n  .useConnectionType(.http)\n  .disableAgent()\n  .build()\nview.withTitle("f")\n',
    [
      ['withExportUrl', 'https://a:8200', '3:4'],
      ['withSecretToken', null, '4:4'],
      ['withApiKey', 'e', '5:4'],
    ],
  ],
  'web-config': [
    'Web.config',
    '<configuration><appSettings><!-- <add key="ElasticApm:ApiKey" value="no" /> -->\n  <add key="ElasticApm:ServerUrl" value="https://a:8200?b&#38;c" />\n  <add key="Other" value="x" />\n</appSettings>\n<environmentVariable name="ELASTIC_APM_SERVICE_NAME" value="d" />\n',
    [
      ['ServerUrl', 'https://a:8200?b&c', '2:24'],
      ['ELASTIC_APM_SERVICE_NAME', 'd', '5:28'],
    ],
  ],
};

const VALUES = sample(hostileLine, 7);

describe.each(READERS)('the reader of $title', (reader) => {
  const [name = '', text = '', expected = []] = FILES[reader.id] ?? [];

  test('finds every setting in its place', () => {
    const placeOf = textPlaces(text);
    const found = reader.read(text, name.toLowerCase()).map((setting) => {
      const { line, column } = placeOf(setting.nameSpan.start);
      return [setting.name, setting.value?.reveal() ?? null, `${line}:${column}`];
    });

    expect(reader.matches(name.toLowerCase())).toBe(true);
    expect(found).toEqual(expected);
  });

  test('reads any value that is put in the place of another', () => {
    const settings = reader.read(text, name.toLowerCase()).filter(({ value, isText }) => value !== null && isText);
    let written = 0;
    for (const [index, setting] of settings.entries()) {
      for (const value of VALUES) {
        const edits = setValue(setting, value);
        if (edits.length === 0 || setting.form === 'system-property') continue;
        const again = reader.read(applyEdits(text, edits), name.toLowerCase());
        const same = again.find((each) => each.nameSpan.start === setting.nameSpan.start);
        // What a reader takes for filled in later is told by nobody; what it reads has to be what was written.
        if (same?.value === null) continue;
        expect([index, setting.name, same?.value?.reveal()]).toEqual([index, setting.name, value]);
        written += 1;
      }
    }
    expect(written).toBeGreaterThan(10);
  });
});
